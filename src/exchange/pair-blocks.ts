import type { SourceBlock } from '../queries/index.ts';
import { listSealed, sealText } from './seal.ts';

/**
 * What in a translation stands for each block of its source. Values of frontmatter and YAML are paired by their keys; blocks of text by
 * their order, as far as both texts are built alike, and otherwise from one block to the next that only one can stand for: equal
 * tags, code and addresses, once on either side. Where there is doubt nothing is paired.
 */
export function pairBlocks(
  source: readonly SourceBlock[],
  translation: readonly SourceBlock[],
): ReadonlyMap<SourceBlock, SourceBlock> {
  const pairs = new Map<SourceBlock, SourceBlock>();
  const keyed = new Map(
    translation.flatMap((block) => {
      const name = block.twin ?? block.key;
      return name === undefined ? [] : [[name, block]];
    }),
  );
  for (const block of source) {
    const value = keyed.get(block.twin ?? block.key ?? '');
    if (value !== undefined) pairs.set(block, value);
  }
  const isText = ({ key }: SourceBlock) => key === undefined;
  pairStretch(source.filter(isText), translation.filter(isText), pairs);
  return pairs;
}

function pairStretch(
  source: readonly SourceBlock[],
  translation: readonly SourceBlock[],
  pairs: Map<SourceBlock, SourceBlock>,
): void {
  if (isAlike(source, translation)) {
    source.forEach((block, at) => {
      const twin = translation[at];
      if (twin !== undefined) pairs.set(block, twin);
    });
    return;
  }
  const anchors = findAnchors(source, translation);
  let [from, other] = [0, 0];
  for (const [at, twin] of anchors) {
    const [block, there] = [source[at], translation[twin]];
    if (block !== undefined && there !== undefined) pairs.set(block, there);
    pairGap(source.slice(from, at), translation.slice(other, twin), pairs);
    [from, other] = [at + 1, twin + 1];
  }
  if (anchors.length > 0) pairGap(source.slice(from), translation.slice(other), pairs);
}

function pairGap(
  source: readonly SourceBlock[],
  translation: readonly SourceBlock[],
  pairs: Map<SourceBlock, SourceBlock>,
): void {
  if (isAlike(source, translation)) pairStretch(source, translation, pairs);
}

function isAlike(source: readonly SourceBlock[], translation: readonly SourceBlock[]): boolean {
  return (
    source.length === translation.length && source.every(({ kind }, at) => kind === translation[at]?.kind)
  );
}

/** Pairs of indexes, rising on both sides. */
function findAnchors(
  source: readonly SourceBlock[],
  translation: readonly SourceBlock[],
): readonly (readonly [number, number])[] {
  const [one, other] = [findUnique(source), findUnique(translation)];
  const anchors: (readonly [number, number])[] = [];
  for (const [mark, at] of one) {
    const twin = other.get(mark);
    if (twin !== undefined && twin > (anchors.at(-1)?.[1] ?? -1)) anchors.push([at, twin]);
  }
  return anchors;
}

/** Where each mark stands that stands once, in order. A heading without code or tags is known by its order alone. */
function findUnique(blocks: readonly SourceBlock[]): ReadonlyMap<string, number> {
  const places = new Map<string, number | undefined>();
  blocks.forEach((block, at) => {
    const mark = markOf(block);
    if (mark !== undefined) places.set(mark, places.has(mark) ? undefined : at);
  });
  return new Map([...places].flatMap(([mark, at]) => (at === undefined ? [] : [[mark, at] as const])));
}

function markOf({ kind, text }: SourceBlock): string | undefined {
  if (kind === 'condition' || kind === 'code') return `${kind}\0${text.replace(/\s+/g, ' ')}`;
  const sealed = listSealed(sealText(text));
  return sealed.length === 0 ? undefined : `${kind}\0${sealed.join('\0')}`;
}
