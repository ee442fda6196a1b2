import { createHash } from 'node:crypto';
import type { SourceBlock } from '../queries/index.ts';
import type { PairedFile } from './pair-files.ts';
import { joinInline, listWords, sealText } from './seal.ts';
import { trimBlock } from './trim-block.ts';
import type { PlacedBlock, TranslationUnit } from './types.ts';

/**
 * What is translated of these files, equal blocks once, in the order of the files.
 *
 * @param files all of a language: which wording is that of the most blocks, and so what a unit is called, hangs on all of them
 * @param wanted sources of which at least one block is in each unit; all where undefined
 */
export function listUnits(
  files: readonly PairedFile[],
  wanted?: ReadonlySet<string>,
): readonly TranslationUnit[] {
  const isWanted = ({ file }: PlacedBlock) => wanted === undefined || wanted.has(file);
  const units = new Map<string, PlacedBlock[]>();
  for (const [block, id] of nameBlocks(files.flatMap(listPlacedBlocks))) {
    const own = units.get(id);
    if (own === undefined) units.set(id, [block]);
    else own.push(block);
  }
  return [...units]
    .filter(([, group]) => group.some(isWanted))
    .map(([id, group]) =>
      createUnit(
        id,
        group.toSorted((a, b) => Number(isWanted(b)) - Number(isWanted(a))),
      ),
    );
}

/** The blocks of one source with words, and what its translation has for each. */
export function listPlacedBlocks({ pair, twins, before }: PairedFile): readonly PlacedBlock[] {
  return pair.blocks.filter(hasWords).map((block) => {
    const twin = twins.get(block);
    const { kind, line, key } = block;
    return {
      file: pair.file,
      line,
      key,
      kind,
      text: trimBlock(block).text,
      target: twin === undefined ? undefined : trimBlock(twin).text,
      before: before.get(block),
    };
  });
}

/** Code stays what it is in every language, and tags alone say nothing. */
export function hasWords(block: SourceBlock): boolean {
  if (block.kind === 'code' || block.kind === 'condition') return false;
  return /\p{L}/u.test(listWords(sealText(trimBlock(block).text)));
}

/**
 * The unit that each block belongs to: that of its text, wherever it stands; one that is not translated where the block is not; or one
 * of its own where a translation differs from what the most blocks of the text have. Names are made of texts, so they stay where
 * blocks move.
 */
export function nameBlocks(blocks: readonly PlacedBlock[]): ReadonlyMap<PlacedBlock, string> {
  const byText = new Map<string, PlacedBlock[]>();
  for (const block of blocks) byText.set(block.text, [...(byText.get(block.text) ?? []), block]);
  const names = new Map<PlacedBlock, string>();
  for (const [text, group] of byText) {
    const common = findCommon(group);
    const seen = new Map<string, number>();
    for (const block of group) {
      const nth = (seen.get(block.file) ?? 0) + 1;
      seen.set(block.file, nth);
      if (block.target === undefined) names.set(block, `${OPEN}${hash(text)}`);
      else if (block.target === common) names.set(block, `t${hash(text)}`);
      else names.set(block, `p${hash(`${block.file}\0${nth}\0${text}`)}`);
    }
  }
  return new Map(blocks.map((block) => [block, names.get(block) ?? '']));
}

/** What the name of a unit begins with that is not translated. */
const OPEN = 'n';

/** The unit that a text has once it is translated, of the unit that it has before; undefined for other units. */
export function nameTranslated(id: string): string | undefined {
  return id.startsWith(OPEN) ? `t${id.slice(OPEN.length)}` : undefined;
}

function createUnit(id: string, blocks: readonly PlacedBlock[]): TranslationUnit {
  const [first] = blocks;
  const hasCells = first?.kind === 'row';
  const target = blocks.find((block) => block.target !== undefined)?.target;
  return {
    id,
    source: sealText(first?.text ?? '', { hasCells }),
    target: target === undefined ? undefined : sealText(target, { hasCells }),
    blocks,
  };
}

/** The target that the most blocks have; the first of those that are as frequent. */
function findCommon(blocks: readonly PlacedBlock[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { target } of blocks)
    if (target !== undefined) counts.set(target, (counts.get(target) ?? 0) + 1);
  return [...counts].reduce<[string, number] | undefined>(
    (best, each) => (best === undefined || each[1] > best[1] ? each : best),
    undefined,
  )?.[0];
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Whether a translator has something to do: nothing is translated, or the source has changed since. */
export function isOpen({ blocks, source }: TranslationUnit): boolean {
  return blocks.some(
    ({ target, before }) => target === undefined || before !== undefined || target === joinInline(source),
  );
}
