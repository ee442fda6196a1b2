import { expect, test } from 'vitest';
import { render, show } from './fill.ts';

test.each(['AUTOTILE', 'autotitle', 'AutoTitle', 'AUTOTITLES', ' AUTOTTLE '])(
  'a link that says %j is reported',
  async (word) => {
    const text = `See [${word}](/beds).`;
    const { problems, slots } = await render(text);
    expect(slots.map(({ kind }) => kind)).toEqual(['link']);
    expect(problems).toEqual([
      {
        code: 'markdown/autotitle-spelling',
        severity: 'error',
        message: `The text '${word.trim()}' of a link is not spelt AUTOTITLE.`,
        hint: 'Write `[AUTOTITLE](…)` to have the title of the target there.',
        offset: 4,
      },
    ]);
  },
);

test.each(['AUTOTITLE', 'AUTO', 'Auto title', 'A TITLE', '`AUTOTILE`', 'the autotitle'])(
  'a link that says %j is right',
  async (word) => {
    expect((await render(`[${word}](/beds)`)).problems).toEqual([]);
  },
);

test('the word outside links is a word', async () => {
  expect((await render('AUTOTILE autotitle <a>AUTOTILE</a>')).problems).toEqual([]);
});

test.each(['[AUTOTITLE]()', '[AUTOTITLE](<>)', '<a href="">AUTOTITLE</a>'])(
  '%s has no address to take a title from',
  async (link) => {
    const { problems, slots } = await render(`See ${link}.`);
    expect(slots).toEqual([]);
    expect(problems).toEqual([
      {
        code: 'markdown/autotitle-address',
        severity: 'error',
        message: 'AUTOTITLE finds no title, because the link has no address.',
        hint: 'Write `[AUTOTITLE](/folder/article)`.',
        offset: 4,
      },
    ]);
  },
);

test.each([
  ['[ AUTOTITLE ](/beds)', '{title /beds}'],
  ['[AUTOTITLE **now**](/beds)', '{title /beds} <strong>now</strong>'],
  ['[*See* AUTOTITLE **now**](/beds)', '<em>See</em> {title /beds} <strong>now</strong>'],
])('blanks in %s stay where they part words', async (link, content) => {
  expect(show(await render(link))).toBe(`<p><a href="{link /beds}">${content}</a></p>`);
});
