import type { BranchFinding } from '../../src/queries/index.ts';

const MARKER = 'MARKER';

/**
 * The files with a finding put to the test: a marker at the end of a dead branch, a condition that holds everywhere in the place
 * of one that always holds, the shorter form in the place of a redundant one.
 */
export function applyFinding(
  texts: ReadonlyMap<string, string>,
  { kind, place, end, condition, simpler, keyword }: BranchFinding,
): ReadonlyMap<string, string> {
  const text = texts.get(place.file);
  if (text === undefined || end === undefined) throw new Error(`There is no place ${place.file}.`);
  const from = findOffset(text, place);
  const to = findOffset(text, end);
  const written = text.slice(from, to);
  const replacement =
    kind === 'dead'
      ? `${written}${MARKER}`
      : kind === 'redundant'
        ? (simpler ?? '')
        : written.replace(
            condition,
            keyword === 'if' ? 'true' : keyword === 'unless' ? 'false' : 'cloud or not cloud',
          );
  return new Map([...texts, [place.file, text.slice(0, from) + replacement + text.slice(to)]]);
}

function findOffset(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}
