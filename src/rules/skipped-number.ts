import type { Finding, Rule } from './types.ts';

/**
 * Steps whose author has counted, and where a number is missing: readers see another number, for a list counts by itself. Most
 * often a step was lost. Nothing is said where tags stand between the steps, for those may bring steps in or leave some out.
 */
export const skippedNumber: Rule = {
  code: 'check/skipped-number',
  check: ({ files }) =>
    [...files.texts].flatMap(([file, text]) => (file.endsWith('.md') ? findSkips(file, text) : [])),
};

const STEP = /^(?<indent>\s*)(?<number>\d{1,3})(?<mark>[.)])\s+\S/;
/** Tags that stand for text, or for more text or less. */
const TAG = /\{%-?\s*(?!(?:data\s+variables|octicon)\b)\w+/;
const FENCE = /^\s*(`{3,}|~{3,})/;

/** A list as far as it has been read. */
interface Counted {
  readonly indent: number;
  readonly mark: string;
  readonly first: number;
  /** Numbers that are written, one for each item. */
  readonly items: number;
  readonly last: number;
}

function findSkips(file: string, text: string): readonly Finding[] {
  const found: Finding[] = [];
  let lists: readonly Counted[] = [];
  let fence: string | undefined;
  let isAfterBlank = true;
  for (const [at, line] of text.split('\n').entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
      continue;
    }
    fence = mark;
    const indent = line.length - line.trimStart().length;
    const step = STEP.exec(line)?.groups;
    if (step !== undefined && !TAG.test(line)) {
      const deeper = lists.filter((list) => list.indent < indent);
      const own = lists.find((list) => list.indent === indent && list.mark === step.mark);
      const number = Number(step.number);
      const isCounting = own !== undefined && own.items > 1 && own.last === own.first + own.items - 1;
      if (isCounting && number > own.last + 1) found.push(describeSkip(file, at + 1, indent, number, own));
      const { first, items } = own ?? { first: number, items: 0 };
      lists = [...deeper, { indent, mark: step.mark ?? '', first, items: items + 1, last: number }];
    } else if (TAG.test(line)) lists = [];
    else if (line.trim() !== '' && isAfterBlank) lists = lists.filter((list) => indent > list.indent);
    isAfterBlank = line.trim() === '';
  }
  return found;
}

function describeSkip(file: string, line: number, indent: number, number: number, list: Counted): Finding {
  const shown = list.first + list.items;
  return {
    message: `The step is written as ${number}, and readers see ${shown}: there is no step ${list.last + 1} before it.`,
    hint: 'Write the step that is missing, or count on.',
    place: { file, line, column: indent + 1 },
    end: { line, column: indent + 1 + `${number}${list.mark}`.length },
  };
}
