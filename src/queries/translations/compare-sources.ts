import { diffKeys } from '../../changes/index.ts';
import { CONDITION_TAG, type SourceBlock } from './split-source.ts';

/** What became of a block of a source, in the order of how much there is to do in a translation. */
export type SourceChangeKind =
  /** There is a block that was not there. */
  | 'new'
  /** Words, numbers, code or addresses are others. */
  | 'changed'
  | 'removed'
  /** The same words for other versions. */
  | 'condition'
  /** The same block in another place. */
  | 'moved'
  /** A letter, a mark or a blank: a translation is most likely right already. */
  | 'small';

/** One difference between two states of a source. */
export interface SourceChange {
  readonly kind: SourceChangeKind;
  readonly block: SourceBlock['kind'];
  /** In the source as it is; for a block that is gone, where it was. */
  readonly line: number;
  /** The key of a value of frontmatter or of YAML. */
  readonly key?: string;
  /** Undefined for a new block. */
  readonly before: string | undefined;
  /** Undefined for a block that is gone. */
  readonly after: string | undefined;
  /** Words to translate, roughly. */
  readonly words: number;
}

/** Share of words from which on two blocks are one that was changed. */
const ALIKE = 0.5;

/** What changed between two states of a source, block by block, in the order of the newer one. */
export function compareSources(
  before: readonly SourceBlock[],
  after: readonly SourceBlock[],
): readonly SourceChange[] {
  const gaps = findGaps(before, after);
  const moved = pairMoved(gaps);
  const changes = gaps.flatMap((gap) => compareGap(gap, moved));
  return changes.sort((one, other) => one.at - other.at).map(({ change }) => change);
}

/** Blocks between two that stayed. */
interface Gap {
  readonly removed: readonly SourceBlock[];
  readonly added: readonly SourceBlock[];
  /** The place of the gap in the newer list. */
  readonly at: number;
}

function findGaps(before: readonly SourceBlock[], after: readonly SourceBlock[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let removed: readonly SourceBlock[] = [];
  let at = 0;
  const end = (added: readonly SourceBlock[]) => {
    if (removed.length + added.length > 0) gaps.push({ removed, added, at });
    removed = [];
  };
  for (const { kind, start, end: stop } of diffKeys(before.map(keyOf), after.map(keyOf))) {
    if (kind === 'removed') removed = before.slice(start, stop);
    else {
      end(kind === 'added' ? after.slice(start, stop) : []);
      at = stop;
    }
  }
  end([]);
  return gaps;
}

function keyOf({ key = '', text }: SourceBlock): string {
  return `${key}\0${dropNumber(text).replace(/\s+/g, ' ')}`;
}

/** Numbers of steps are counted again in every list. */
function dropNumber(text: string): string {
  return text.replace(/^\d{1,9}(?=[.)]\s)/, '1');
}

/** Blocks that are gone in one place and new in another, by identity. Conditions and short words are alike by chance. */
function pairMoved(gaps: readonly Gap[]): ReadonlyMap<SourceBlock, SourceBlock> {
  const gone = new Map<string, SourceBlock[]>();
  const canMove = ({ kind, text }: SourceBlock) => kind !== 'condition' && countTextWords(text) > 2;
  for (const block of gaps.flatMap(({ removed }) => removed).filter(canMove))
    gone.set(keyOf(block), [...(gone.get(keyOf(block)) ?? []), block]);
  const moved = new Map<SourceBlock, SourceBlock>();
  for (const block of gaps.flatMap(({ added }) => added).filter(canMove)) {
    const before = gone.get(keyOf(block))?.shift();
    if (before !== undefined) moved.set(block, before).set(before, block);
  }
  return moved;
}

/** A change, and where it stands. */
interface Placed {
  readonly at: number;
  readonly change: SourceChange;
}

function compareGap(gap: Gap, moved: ReadonlyMap<SourceBlock, SourceBlock>): readonly Placed[] {
  const pairs = pairAlike(
    gap.removed.filter((block) => !moved.has(block)),
    gap.added.filter((block) => !moved.has(block)),
  );
  const twins = new Map(pairs.map(([before, after]) => [after, before] as const));
  const paired = new Set(pairs.map(([before]) => before));
  const gone = gap.removed.filter((block) => !moved.has(block) && !paired.has(block));
  return [
    ...gone.map((block) => ({ at: gap.at, change: describeRemoved(block) })),
    ...gap.added.map((block, at) => {
      const before = moved.get(block) ?? twins.get(block);
      return {
        at: gap.at + at,
        change: before === undefined ? describeNew(block) : describePair(before, block),
      };
    }),
  ];
}

/** The most alike first; values only with those of their key. */
function pairAlike(
  removed: readonly SourceBlock[],
  added: readonly SourceBlock[],
): readonly (readonly [SourceBlock, SourceBlock])[] {
  const words = new Map([...removed, ...added].map((block) => [block, listWords(block.text)] as const));
  const candidates = removed.flatMap((before, x) =>
    added.flatMap((after, y) => {
      const likeness = measureLikeness(before, after, words);
      return likeness >= ALIKE ? [{ before, after, likeness, distance: Math.abs(x - y) }] : [];
    }),
  );
  candidates.sort((one, other) => other.likeness - one.likeness || one.distance - other.distance);
  const used = new Set<SourceBlock>();
  return candidates.flatMap(({ before, after }) => {
    if (used.has(before) || used.has(after)) return [];
    used.add(before).add(after);
    return [[before, after] as const];
  });
}

function measureLikeness(
  before: SourceBlock,
  after: SourceBlock,
  words: ReadonlyMap<SourceBlock, readonly string[]>,
): number {
  if (before.key !== undefined || after.key !== undefined) return before.key === after.key ? 1 : 0;
  if ((before.kind === 'condition') !== (after.kind === 'condition')) return 0;
  if (before.kind === 'condition') return ALIKE;
  const [one, other] = [words.get(before) ?? [], words.get(after) ?? []];
  const rest = new Map<string, number>();
  for (const word of one) rest.set(word, (rest.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const left = rest.get(word) ?? 0;
    if (left === 0) continue;
    rest.set(word, left - 1);
    shared += 1;
  }
  const longest = Math.max(one.length, other.length);
  // A paragraph that became a step is the same block with less in common than its words say.
  return longest === 0 ? 0 : shared / longest - (before.kind === after.kind ? 0 : 0.1);
}

function describeNew(block: SourceBlock): SourceChange {
  const isCondition = block.kind === 'condition';
  return {
    ...place(block),
    kind: isCondition ? 'condition' : 'new',
    before: undefined,
    after: block.text,
    words: isCondition ? 1 : countTextWords(block.text),
  };
}

function describeRemoved(block: SourceBlock): SourceChange {
  const kind = block.kind === 'condition' ? 'condition' : 'removed';
  return { ...place(block), kind, before: block.text, after: undefined, words: 1 };
}

function describePair(before: SourceBlock, after: SourceBlock): SourceChange {
  const kind = judgePair(before, after);
  const words =
    kind === 'changed' ? Math.max(1, countChanged(before.text, after.text)) : kind === 'small' ? 0 : 1;
  return { ...place(after), kind, before: before.text, after: after.text, words };
}

function place({ kind, line, key }: SourceBlock) {
  return { block: kind, line, ...(key === undefined ? {} : { key }) };
}

function judgePair(before: SourceBlock, after: SourceBlock): SourceChangeKind {
  if (keyOf(before) === keyOf(after)) return 'moved';
  if (before.kind === 'condition') return 'condition';
  const [one, other] = [before, after].map(({ text }) => dropConditions(dropNumber(text))) as [
    string,
    string,
  ];
  if (one === other) return 'condition';
  return before.kind === after.kind && isSmall(before.text, after.text) ? 'small' : 'changed';
}

function dropConditions(text: string): string {
  return text.replace(CONDITION_TAG, '').replace(/\s+/g, ' ').trim();
}

/** Whether only marks, case, blanks or single letters of words differ. Code, addresses, tags and numbers are never small. */
function isSmall(before: string, after: string): boolean {
  if (listFixed(dropNumber(before)).join('\n') !== listFixed(dropNumber(after)).join('\n')) return false;
  const [one, other] = [listWords(dropNumber(before)), listWords(dropNumber(after))];
  return one.length === other.length && one.every((word, at) => isTypo(word, other[at] ?? ''));
}

/** What has to stand in every language as it stands here. */
function listFixed(text: string): readonly string[] {
  return (
    text.match(
      /\{[%{](?:(?!\{[%{])[^}])*[%}]\}|`[^`]*`|\]\((?:(?!\]\()[^)])*\)|<[^<>]*>|https?:\S+|\d[\d.]*/g,
    ) ?? []
  );
}

/** Words that say the opposite, or another person, with a letter more. */
const TELLING =
  /^(?:(?:no|not|now|nor|or|of|on|off|an|and|any|in|if|is|it|can|must|may|with|without)|.*n't)$/;

function isTypo(before: string, after: string): boolean {
  if (before === after) return true;
  if (Math.min(before.length, after.length) < 4 || TELLING.test(before) || TELLING.test(after)) return false;
  // Words in other scripts hold more in a letter.
  return !/[^\p{Script=Latin}\p{M}'’-]/u.test(before + after) && isNear(before, after);
}

/** One letter put in, left out or taken for another, or two that changed places. */
function isNear(before: string, after: string): boolean {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  const [one, other] = [before.slice(start), after.slice(start)];
  return (
    one.slice(1) === other.slice(1) ||
    one.slice(1) === other ||
    one === other.slice(1) ||
    (one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2))
  );
}

/** Words of changed stretches, on the side that has more. */
function countChanged(before: string, after: string): number {
  let [removed, added] = [0, 0];
  const [one, other] = [splitWords(before), splitWords(after)];
  for (const { kind, start, end } of diffKeys(one, other)) {
    if (kind === 'removed') removed += end - start;
    if (kind === 'added') added += end - start;
  }
  return Math.max(removed, added);
}

function listWords(text: string): readonly string[] {
  return splitWords(text.replace(CONDITION_TAG, ' ')).flatMap((word) => {
    const plain = word.toLowerCase().replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
    return plain === '' ? [] : [plain];
  });
}

/** Words between blanks; of scripts without blanks each letter. */
function splitWords(text: string): readonly string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu,
    ) ?? []
  );
}

/** Words with a letter or a number; a tag is one. */
export function countTextWords(text: string): number {
  const plain = text.replace(CONDITION_TAG, ' ').replace(/\{[%{](?:(?!\{[%{])[^}])*[%}]\}/g, 'x');
  return splitWords(plain).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
