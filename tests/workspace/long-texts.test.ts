import { expect, test } from 'vitest';
import { EMPTY_RENDERING } from '../../src/links/index.ts';
import { openWorkspace } from '../../src/workspace/index.ts';
import { openSource, page } from '../queries/open-source.ts';

const BOTH = "cloud: '*', server: '*'";

/** Two of one text are read in twice the time of one; a text of this length would take minutes if they took four times as long. */
const LENGTH = 100_000;

/** Long runs of what nobody writes so often, and files with such a body, or with such a translation of another body. */
const RUNS: readonly (readonly [name: string, begin: string, run: string, end: string])[] = [
  ['blanks', 'x ', ' ', 'x'],
  ['tabs', '\tx', '\t', 'x'],
  ['blank lines', 'x', '\n', 'x'],
  ['lines of blanks', 'x', ' \n', 'x'],
  ['delimiters of a table', '｜', '-', 'x'],
  ['blanks in a table', '| a |\n| - | -', ' ', 'x'],
  ['blanks in a condition', '{% ifversion server', ' ', 'x %}a{% endif %}'],
  ['digits in a condition', '{% ifversion server', '0', 'x %}a{% endif %}'],
  ['blanks in a reference', '{% data reusables.a', ' ', 'x %}'],
  ['a long name in a reference', '{% indented_data_reference ', '-', ' %}'],
  ['blanks in the name of a tab', '{% codetab ', '-', 'a" %}'],
  ['a long name of an attribute', '{% octicon "gear" ', 'a', ' %}'],
  ['blanks in an output', '{{ page.title x', ' ', 'x }}'],
  ['a link with signs', '[x](/enterprise/', '@t', ')'],
];

test.each(RUNS)('%s in a text take time in proportion to their number', async (_, begin, run, end) => {
  const text = `${begin}${run.repeat(LENGTH / run.length)}${end}`;
  const line = JSON.stringify(text.replaceAll('\n', ' '));
  const site = openSource({
    'content/index.md': page('Home', BOTH, '', `children: [a, b, ${line}]`),
    'content/a.md': page('A', BOTH, text, `intro: ${line}`),
    'content/b.md': page('B', BOTH, '- `x`\n\n| a | b |\n| - | - |\n| c | d |\n\n{% data reusables.c %}'),
    'data/reusables/c.md': text,
    'translations/ja/content/a.md': `---\ntitle: 茶\n---\n\n${text}\n`,
    'translations/ja/content/b.md': `---\ntitle: 湯\n---\n\n${text}\n`,
  });
  const { value: resolutions } = await openWorkspace(
    site,
    { value: site.files, diagnostics: [] },
    { renderMarkdown: async (texts) => texts.map(() => EMPTY_RENDERING) },
  ).resolved();
  const read = new Set(resolutions.map(({ article, language }) => `${article.path} ${language}`));
  expect([...read].sort()).toEqual([' en', ' ja', 'a en', 'a ja', 'b en', 'b ja']);
});

/** Faults and findings that thousands of tags of a text have, each of which would look at all of the others. */
const TAGS: readonly (readonly [name: string, tag: string, number: number])[] = [
  ['unknown tags', '{% nope %}\n', 10_000],
  ['openings without an end', '{% ', 130_000],
  ['blocks that nothing ends', '{% note %}\n', 20_000],
  ['outputs of nothing', '{{ a | b }}', 14_000],
];

test.each(TAGS)('%s by the thousand are each told of', async (_, tag, number) => {
  const site = openSource({
    'content/index.md': page('Home', BOTH, '', 'children: [a]'),
    'content/a.md': page('A', BOTH, tag.repeat(number)),
  });
  const { byOwner } = await openWorkspace(
    site,
    { value: site.files, diagnostics: [] },
    { renderMarkdown: async (texts) => texts.map(() => EMPTY_RENDERING) },
  ).resolved();
  expect(byOwner.flatMap(({ diagnostics }) => diagnostics).length).toBeGreaterThanOrEqual(number);
});
