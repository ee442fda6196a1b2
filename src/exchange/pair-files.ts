import {
  compareSources,
  isCopy,
  keepTranslated,
  readOlderSources,
  type SourceBlock,
  splitSource,
  type TranslationPair,
} from '../queries/index.ts';
import type { History } from '../sources/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { pairBlocks } from './pair-blocks.ts';

/** A source and its translation, block by block. */
export interface PairedFile {
  readonly pair: TranslationPair;
  /** With lines that end in LF; undefined where there is no such file. */
  readonly translation: string | undefined;
  readonly blocks: readonly SourceBlock[];
  /** What of `blocks` stands for a block of the source. */
  readonly twins: ReadonlyMap<SourceBlock, SourceBlock>;
  /** What blocks of the source were when the translation was touched, where they have changed since; empty for new ones. */
  readonly before: ReadonlyMap<SourceBlock, string>;
}

/**
 * Pairs each source with its translation. Where git knows the source as it was when the translation was touched, both are paired by
 * way of that state: a step that came since moves nothing.
 */
export async function pairFiles(
  pairs: readonly TranslationPair[],
  workspace: Workspace,
  history: History,
): Promise<readonly PairedFile[]> {
  const older = await readOlderSources(pairs, workspace, history);
  return pairs.map((pair) => {
    const translation = workspace.files.texts.get(pair.translation);
    return pairFile(pair, translation, older.get(pair)?.text);
  });
}

function pairFile(
  pair: TranslationPair,
  translation: string | undefined,
  older: string | undefined,
): PairedFile {
  const nothing = { pair, translation, twins: new Map(), before: new Map() };
  if (translation === undefined) return { ...nothing, blocks: [] };
  const split = (file: string, text: string) => keepTranslated(pair.inner, splitSource(file, text));
  const blocks = split(pair.translation, translation);
  // Of a file that only repeats the source nothing is a translation.
  if (isCopy(pair.blocks, blocks)) return { ...nothing, blocks };
  if (older === undefined || older === pair.text)
    return { ...nothing, blocks, twins: pairBlocks(pair.blocks, blocks) };
  return { pair, translation, blocks, ...pairThrough(split(pair.file, older), pair.blocks, blocks) };
}

function pairThrough(
  older: readonly SourceBlock[],
  source: readonly SourceBlock[],
  translation: readonly SourceBlock[],
): Pick<PairedFile, 'twins' | 'before'> {
  const changes = new Map(
    compareSources(older, source).map((change) => [nameBlock(change), change] as const),
  );
  const known = pairBlocks(older, translation);
  const free = new Map<string, SourceBlock[]>();
  for (const block of older) free.set(keyOf(block), [...(free.get(keyOf(block)) ?? []), block]);
  const twins = new Map<SourceBlock, SourceBlock>();
  const before = new Map<SourceBlock, string>();
  for (const block of source) {
    const change = changes.get(nameBlock(block));
    const text = change === undefined ? block.text : (change.before ?? '');
    const was = free.get(keyOf({ ...block, text }))?.shift();
    const twin = was === undefined ? undefined : known.get(was);
    if (twin !== undefined) twins.set(block, twin);
    if (change !== undefined && change.kind !== 'moved') before.set(block, text);
  }
  return { twins, before };
}

function nameBlock({ line, key = '' }: Pick<SourceBlock, 'line' | 'key'>): string {
  return `${line}\0${key}`;
}

function keyOf({ key = '', text }: Pick<SourceBlock, 'text' | 'key'>): string {
  return `${key}\0${text.replace(/^\d{1,9}(?=[.)]\s)/, '1').replace(/\s+/g, ' ')}`;
}
