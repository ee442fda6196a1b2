import { hasDefinitions, hasOddCharacters } from '../parse/native-deviations.ts';
import { cutBlocks } from '../parse/split-blocks.ts';

/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Parts a text in stretches that most likely become the same wherever they stand: at headings, and between blocks where a stretch
 * grows long. One stretch where what stands in one block may bear on another.
 */
export function splitParts(markdown: string): readonly Stretch[] {
  if (isWhole(markdown)) return [{ start: 0, end: markdown.length }];
  const stretches: Stretch[] = [];
  let open = 0;
  for (const { start, end } of cutBlocks(markdown)) {
    const last = stretches.at(-1);
    const isNext =
      last === undefined || (open <= 0 && (markdown.startsWith('#', start) || last.end - last.start >= LONG));
    if (isNext) open = 0;
    if (last === undefined || isNext) stretches.push({ start, end });
    else stretches[stretches.length - 1] = { start: last.start, end };
    open += countOpen(markdown.slice(start, end));
  }
  return stretches;
}

/** Characters. To begin a part costs as much as to render some dozens. */
const LONG = 400;

/** Links may lead to what is defined elsewhere, footnotes are numbered, and prompts name blocks of code. */
function isWhole(markdown: string): boolean {
  return (
    hasOddCharacters(markdown) ||
    hasDefinitions(markdown) ||
    /footnote/i.test(markdown) ||
    (/prompt/i.test(markdown) && /ref[=:]/.test(markdown))
  );
}

/** How many more elements begin than end in lines that look like HTML: a guess that saves to render the part more than once. */
function countOpen(block: string): number {
  if (!HTML_LINE.test(block)) return 0;
  let open = 0;
  for (const [, slash] of block.matchAll(TAG)) open += slash === '' ? 1 : -1;
  return open;
}

const HTML_LINE = /^[ \t>]*</m;
const TAG =
  /<(\/?)(?:blockquote|details|div|dl|li|ol|p|section|table|tbody|td|th|thead|tr|ul)(?![\w-])[^>]*>/gi;
