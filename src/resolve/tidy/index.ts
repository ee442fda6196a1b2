import { applyEdits, type Edit, type TracedText } from './apply-edits.ts';
import { findRegion, findRegions, type Region } from './find-regions.ts';

export type { TracedText } from './apply-edits.ts';
export { findRegion, findRegions, type Region } from './find-regions.ts';
export { scopeLabels } from './scope-labels.ts';

/**
 * What happens to a text between Liquid and Markdown, all of it outside of code only:
 * comments vanish, with the newline before them; blank lines between list items that end in `</a>` vanish;
 * three newlines become two, once from left to right; `] (` becomes `]&nbsp;(`, so that it is no link.
 */
export function tidyText(traced: TracedText): TracedText {
  return PASSES.reduce(runPass, traced);
}

interface Pass {
  /** Where this is absent there is nothing to do. */
  readonly sign: string;
  readonly findEdits: (text: string, regions: readonly Region[]) => readonly Edit[];
}

const PASSES: readonly Pass[] = [
  { sign: '<!--', findEdits: findComments },
  { sign: '</a>', findEdits: findLinkGaps },
  { sign: '\n\n\n', findEdits: createFinder(/\n\n\n/g, '\n\n') },
  { sign: '] (', findEdits: createFinder(/(?<=\])(?<![-*+][ \t]\[[ xX]\]) (?=\()/g, '&nbsp;') },
];

function runPass(traced: TracedText, { sign, findEdits }: Pass): TracedText {
  if (!traced.text.includes(sign)) return traced;
  return applyEdits(traced, findEdits(traced.text, findRegions(traced.text)));
}

function findComments(text: string, regions: readonly Region[]): readonly Edit[] {
  return regions
    .filter(({ kind }) => kind === 'comment')
    .map(({ start, end }) => ({ start: text[start - 1] === '\n' ? start - 1 : start, end, replacement: '' }));
}

/** Blank lines between one list item that ends in `</a>` and the next. */
function findLinkGaps(text: string, regions: readonly Region[]): readonly Edit[] {
  const edits: Edit[] = [];
  let gapStart: number | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const isItem = line.trimEnd().endsWith('</a>') && /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line);
    if (isItem && gapStart !== undefined && gapStart < at)
      edits.push({ start: gapStart, end: at, replacement: '' });
    at += line.length + 1;
    if (isItem) gapStart = at;
    else if (line.trim() !== '') gapStart = undefined;
  }
  return outsideCode(edits, regions);
}

function createFinder(pattern: RegExp, replacement: string): Pass['findEdits'] {
  return (text, regions) => {
    const edits = [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      replacement,
    }));
    return outsideCode(edits, regions);
  };
}

/** The edits that do not touch code. */
function outsideCode(edits: readonly Edit[], regions: readonly Region[]): readonly Edit[] {
  const code = regions.filter(({ kind }) => kind === 'code');
  return edits.filter(({ start, end }) => findRegion(code, start, end) === undefined);
}
