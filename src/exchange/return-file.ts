import type { SourceBlock } from '../queries/index.ts';
import type { PairedFile } from './pair-files.ts';
import { trimBlock } from './trim-block.ts';
import { addValues, replaceBlocks, type WrittenBlock } from './write-blocks.ts';

/** What a file of a translation becomes. */
export interface ReturnedText {
  readonly text: string;
  /** Lines of the translation that stand for no block of the source and are left out. */
  readonly dropped: readonly number[];
}

/**
 * A translation with new words for some blocks of its source. Where every such block has its counterpart, nothing but these words
 * changes. Keys that are missing are added. Where blocks of the text have none, the body is laid out as that of the source: words
 * that were translated stay, and what is not translated yet stands in the source language.
 *
 * @param words by block of the source: only those that are new
 */
export function returnFile(
  { pair, translation, blocks, twins }: PairedFile,
  words: ReadonlyMap<SourceBlock, string>,
): ReturnedText {
  const isArticle = pair.file.endsWith('.md');
  if (translation === undefined) {
    const written = isArticle ? undefined : addValues(pair.translation, '', listWritten(words), pair);
    return { text: written ?? replaceBlocks(pair.file, pair.text, listWritten(words)), dropped: [] };
  }
  const inPlace: WrittenBlock[] = [];
  const missing: WrittenBlock[] = [];
  for (const [block, text] of words) {
    const twin = twins.get(block);
    if (twin === undefined) missing.push({ block, text });
    else inPlace.push({ block: twin, text });
  }
  const isValue = ({ block }: WrittenBlock) => block.key !== undefined;
  const kept = replaceBlocks(pair.translation, translation, inPlace);
  const withValues = addValues(pair.translation, kept, missing.filter(isValue), pair);
  if (missing.every(isValue) && withValues !== undefined) return { text: withValues, dropped: [] };
  return rebuild({ pair, blocks, twins }, words);
}

function listWritten(words: ReadonlyMap<SourceBlock, string>): readonly WrittenBlock[] {
  return [...words].map(([block, text]) => ({ block, text }));
}

function rebuild(
  { pair, blocks, twins }: Pick<PairedFile, 'pair' | 'blocks' | 'twins'>,
  words: ReadonlyMap<SourceBlock, string>,
): ReturnedText {
  const written = pair.blocks.flatMap((block): readonly WrittenBlock[] => {
    const twin = twins.get(block);
    const text = words.get(block) ?? (twin === undefined ? undefined : trimBlock(twin).text);
    return text === undefined || block.kind === 'condition' ? [] : [{ block, text }];
  });
  const used = new Set(twins.values());
  const isCopy = twins.size === 0;
  return {
    text: replaceBlocks(pair.file, pair.text, written),
    dropped: isCopy ? [] : blocks.filter((block) => !used.has(block)).map(({ line }) => line),
  };
}
