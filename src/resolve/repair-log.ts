import type { Liquid } from 'liquidjs';
import type { Source } from '../diagnostics/index.ts';
import type { Corpus } from '../load/index.ts';
import { repairText, type Vocabulary } from './repairs/index.ts';
import type { Block } from './template/blocks.ts';
import type { RepairedSource, RepairSource } from './template/parse-source.ts';

/** Number of repairs by kind: `{ 'tag-names': 3 }`. Kinds without any are left out. */
export type RepairCounts = Readonly<Record<string, number>>;

/** Knows which sources are translations of which, and repairs each of them once. */
export interface RepairLog {
  /** Says that a source is a translation: of `original`, or of nothing that the source language has. */
  note(source: Source, language: string, original: Source | undefined): void;
  readonly repair: RepairSource;
}

/** The source language is never repaired: nobody notes it. */
export function createRepairLog(vocabulary: Vocabulary, counted: WeakMap<Source, RepairCounts>): RepairLog {
  const noted = new Map<Source, { readonly language: string; readonly text: string }>();
  const known = new Map<Source, RepairedSource>();
  return {
    note(source, language, original) {
      if (!noted.has(source)) noted.set(source, { language, text: original?.text ?? '' });
    },
    repair(source) {
      const original = noted.get(source);
      const before = known.get(source);
      if (original === undefined || before !== undefined) return before;
      const { traced, counts, hasLostTable } = repairText(source, original, vocabulary);
      const repaired = { ...traced, hasLostTable };
      known.set(source, repaired);
      // What a source was repaired by depends on its original, too.
      if (counts.size > 0) counted.set(source, Object.fromEntries(counts));
      else counted.delete(source);
      return repaired;
    },
  };
}

/** All of them together, by kind in alphabetical order. */
export function sumRepairs(all: Iterable<RepairCounts>): RepairCounts {
  const totals = new Map<string, number>();
  for (const counts of all)
    for (const [kind, count] of Object.entries(counts)) totals.set(kind, (totals.get(kind) ?? 0) + count);
  return Object.fromEntries([...totals].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The tags of the engine, and the references of the source language. */
export function createVocabulary(
  liquid: Liquid,
  blocks: ReadonlyMap<string, Block>,
  { data }: Corpus,
  sourceLanguage: string,
): Vocabulary {
  const ends = new Map([...blocks].map(([name, { end }]) => [name, end]));
  const branches = [...blocks.values()].flatMap((block) => block.branches);
  const verbatim = ['raw', 'endraw', 'comment', 'endcomment'];
  return {
    tags: new Set([...Object.keys(liquid.tags), ...ends.keys(), ...ends.values(), ...branches, ...verbatim]),
    ends,
    hasReference: (reference) => data.find(reference, sourceLanguage) !== undefined,
  };
}
