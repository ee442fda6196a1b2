import type { Source } from '../diagnostics/index.ts';
import type { TracedBranch, TracedSource, TracedTag } from '../resolve/index.ts';

/** A stretch of a source. */
export interface Span {
  readonly traced: TracedSource;
  readonly begin: number;
  readonly end: number;
}

/** A branch of a tag, with the tag. */
export interface FoundBranch {
  readonly tag: TracedTag;
  readonly branch: TracedBranch;
}

/**
 * The stretches of sources that a line of a file holds. A line that holds nothing but the tag of a branch stands for the text of
 * the branch.
 */
export function findSpans(traced: readonly TracedSource[], fileText: string, line: number): readonly Span[] {
  const lines = fileText.split('\n');
  return traced.flatMap((each) => {
    const span = findStretch(each.source, lines, line);
    return span === undefined ? [] : [widen({ traced: each, ...span })];
  });
}

/**
 * Names of the values that a line of a YAML file in `data/` holds.
 *
 * @param values by name
 */
export function findNamesAt(
  values: Iterable<readonly [name: string, source: Source]>,
  fileText: string,
  line: number,
): readonly string[] {
  const lines = fileText.split('\n');
  return [...values].flatMap(([name, source]) =>
    findStretch(source, lines, line) === undefined ? [] : [name],
  );
}

/** The stretch of a source that stands in a line of its file; undefined for none. */
function findStretch(
  source: Source,
  lines: readonly string[],
  line: number,
): { begin: number; end: number } | undefined {
  return source.verbatim ? findVerbatim(source, line) : findFolded(source, lines, line);
}

function findVerbatim({ text, place }: Source, line: number): { begin: number; end: number } | undefined {
  const rows = text.split('\n');
  const at = line - place.line;
  const row = rows[at];
  if (row === undefined) return undefined;
  const begin = rows.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);
  return { begin, end: begin + row.length };
}

/** A value of YAML that is not written as it reads stands on its lines as a whole: up to the next key. */
function findFolded(
  { text, place }: Source,
  lines: readonly string[],
  line: number,
): { begin: number; end: number } | undefined {
  if (line < place.line) return undefined;
  const between = lines.slice(place.line, line);
  const isOver = between.some((each) => /^\s*(?:- )?["']?[\w.-]+["']?:(?:\s|$)|^---/.test(each));
  return isOver ? undefined : { begin: 0, end: text.length };
}

function widen(span: Span): Span {
  const { traced, begin, end } = span;
  // A tag ends before the next begins.
  const rest = traced.source.text.slice(begin, end).replace(/\{%(?:(?!\{%).)*?%\}/g, '');
  if (rest.trim() !== '') return span;
  const own = traced.tags
    .flatMap(({ branches }) => branches)
    .filter((branch) => begin <= branch.begin && branch.begin < Math.max(end, begin + 1));
  return { traced, begin, end: Math.max(end, ...own.map(({ bodyEnd }) => bodyEnd)) };
}

/** The branches around the begin of a stretch, the outermost first. */
export function listBranchesAround({ traced, begin, end }: Span): readonly FoundBranch[] {
  const blanks = /^\s*/.exec(traced.source.text.slice(begin, end))?.[0].length ?? 0;
  return listBranchesAt(traced, begin + blanks);
}

/** The branches around an offset of a source, the outermost first. */
export function listBranchesAt({ tags }: TracedSource, at: number): readonly FoundBranch[] {
  return tags.flatMap((tag) =>
    tag.branches.flatMap((branch) => (branch.begin <= at && at < branch.bodyEnd ? [{ tag, branch }] : [])),
  );
}
