import { expect, test } from 'vitest';
import { render } from './fill.ts';

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
