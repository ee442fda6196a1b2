import type { TracedTag } from '../resolve/index.ts';
import type { KeptBranch, Verdict } from './decide-tag.ts';
import { applySourceEdits, mergeEdits } from './source-edits.ts';
import type { SourceEdit } from './types.ts';

/** A tag as it stands in a file, with what becomes of it. Offsets count in the file. */
export interface JudgedTag {
  readonly begin: number;
  readonly end: number;
  readonly branches: readonly PlacedBranch[];
  readonly verdict: Verdict;
}

/** Of a branch: its tag, and its text. */
export interface PlacedBranch {
  readonly begin: number;
  readonly bodyBegin: number;
  readonly bodyEnd: number;
}

/** A tag of a source with offsets of the file; undefined where the file has something else there, as in repaired translations. */
export function placeTag(
  tag: TracedTag,
  verdict: Verdict,
  text: string,
  findOffset: (offset: number) => number | undefined,
): JudgedTag | undefined {
  const [begin, end] = [findOffset(tag.begin), findOffset(tag.end)];
  const branches = tag.branches.flatMap((branch): readonly PlacedBranch[] => {
    const [from, bodyBegin, bodyEnd] = [branch.begin, branch.bodyBegin, branch.bodyEnd].map(findOffset);
    if (from === undefined || bodyBegin === undefined || bodyEnd === undefined) return [];
    const written = text.slice(from, bodyBegin);
    const { keyword, condition } = readTag(written);
    // `else if` of a damaged translation is an `elsif`.
    const isMended = keyword === 'else' && condition !== '';
    const isTag = keyword !== '' && !isMended && written.indexOf('%}') === written.length - 2;
    return isTag ? [{ begin: from, bodyBegin, bodyEnd }] : [];
  });
  const last = branches.at(-1);
  if (begin === undefined || end === undefined || last === undefined) return undefined;
  const isWhole =
    branches.length === tag.branches.length &&
    branches[0]?.begin === begin &&
    /^\{%-?\s*end[\p{L}\p{N}_]*\s*-?%\}$/u.test(text.slice(last.bodyEnd, end));
  return isWhole ? { begin, end, branches, verdict } : undefined;
}

/**
 * What is cut and rewritten for some tags of a text, given in the order in which they begin. Liquid makes the same of what is left, for the
 * versions that stay: white space that a tag cut goes with the tag.
 */
export function cutTags(text: string, tags: readonly JudgedTag[]): readonly SourceEdit[] {
  return mergeEdits(cutBetween(text, tags, 0, text.length));
}

function cutBetween(
  text: string,
  tags: readonly JudgedTag[],
  from: number,
  to: number,
): readonly SourceEdit[] {
  const edits: SourceEdit[] = [];
  let at = from;
  for (const tag of tags) {
    if (tag.begin < at || tag.end > to) continue;
    at = tag.end;
    edits.push(...cutTag(text, tag, tags));
  }
  return edits;
}

function cutTag(text: string, tag: JudgedTag, tags: readonly JudgedTag[]): readonly SourceEdit[] {
  const { verdict, branches, begin, end } = tag;
  const last = branches.at(-1)?.bodyEnd ?? end;
  const cutBody = ({ bodyBegin, bodyEnd }: PlacedBranch) => cutBetween(text, tags, bodyBegin, bodyEnd);
  if (verdict.kind === 'remove') return [cut(text, begin, end)];
  if (verdict.kind === 'unwrap') {
    const branch = branches[verdict.branch];
    if (branch === undefined) return [];
    const next = branches[verdict.branch + 1]?.begin ?? last;
    return [cut(text, begin, branch.bodyBegin), ...cutBody(branch), cut(text, branch.bodyEnd, end, next)];
  }
  const kept: readonly KeptBranch[] =
    verdict.kind === 'rewrite' ? verdict.branches : branches.map((_, branch) => ({ branch }));
  const parts = kept.flatMap((keep) => {
    const placed = branches[keep.branch];
    return placed === undefined ? [] : { keep, placed, inner: cutBody(placed) };
  });
  // Behind what has lost all of its text nothing is left to ask for, as long as nothing follows.
  const count = parts.findLastIndex(({ placed, inner }) => !isEmptied(text, placed, inner)) + 1;
  if (count === 0) return [cut(text, begin, end)];
  return rewriteTag(text, tag, parts.slice(0, count));
}

interface Part {
  readonly keep: KeptBranch;
  readonly placed: PlacedBranch;
  readonly inner: readonly SourceEdit[];
}

/** A tag of which some branches stay. One that moves up cuts white space before it as the one did that stood there. */
function rewriteTag(
  text: string,
  { begin, end, branches }: JudgedTag,
  parts: readonly Part[],
): readonly SourceEdit[] {
  const edits: SourceEdit[] = [];
  const name = readTag(text.slice(begin, branches[0]?.bodyBegin)).keyword;
  const isTurned = name === 'unless' && parts[0]?.keep.branch !== 0;
  const put = (start: number, stop: number, after: string) => {
    if (text.slice(start, stop) !== after) edits.push({ start, end: stop, text: after });
  };
  let at = begin;
  for (const { keep, placed, inner } of parts) {
    const tag = readTag(text.slice(placed.begin, placed.bodyBegin));
    const keyword = keep.isElse ? 'else' : at > begin ? tag.keyword : isTurned ? 'if' : name;
    const condition = keep.isElse ? '' : (keep.condition ?? tag.condition);
    const words = condition === '' ? keyword : `${keyword}${tag.gap || ' '}${condition}`;
    const close = condition === '' && tag.condition !== '' ? tag.close.replace(/^(?=\S)/, ' ') : tag.close;
    put(at, placed.bodyBegin, `${readOpening(text, at)}${tag.lead}${words}${close}`);
    edits.push(...inner);
    at = placed.bodyEnd;
  }
  const last = branches.at(-1)?.bodyEnd ?? end;
  const closing = text.slice(last, end).replace(/^\{%-?/, readOpening(text, at));
  put(at, end, isTurned ? closing.replace('endunless', 'endif') : closing);
  return edits;
}

function readOpening(text: string, at: number): string {
  return text.startsWith('{%-', at) ? '{%-' : '{%';
}

/** A tag in its parts; together they are the tag. */
function readTag(written: string) {
  const [, lead = '', keyword = '', gap = '', condition = '', close = ''] =
    /^\{%-?(\s*)([\p{L}\p{N}_]+)(?:(\s*)(?!\s|-?%\})([\s\S]*?))?((?<!\s)\s*-?%\})$/u.exec(written) ?? [];
  return { lead, keyword, gap, condition, close };
}

function isEmptied(
  text: string,
  { bodyBegin, bodyEnd }: PlacedBranch,
  inner: readonly SourceEdit[],
): boolean {
  return (
    inner.length > 0 &&
    applySourceEdits(text.slice(0, bodyEnd), mergeEdits(inner)).slice(bodyBegin).trim() === ''
  );
}

/** Takes out a stretch that ends with a tag, and the white space that this one cuts, and the tag at `open`. */
function cut(text: string, start: number, end: number, open = start): SourceEdit {
  let [from, to] = [start, end];
  if (text.startsWith('{%-', open)) while (/\s/.test(text.charAt(from - 1))) from -= 1;
  if (text.slice(end - 3, end) === '-%}') while (/\s/.test(text.charAt(to))) to += 1;
  return { start: from, end: to, text: '' };
}
