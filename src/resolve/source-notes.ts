import type { Diagnostic, Source } from '../diagnostics/index.ts';
import { listLegacyForms, type PlacedUse } from './legacy-log.ts';
import { type RepairCounts, sumRepairs } from './repair-log.ts';

/**
 * What reading has found in sources beside faults. A source is noted whenever somebody parses it, so resolvers of successive states of
 * a site can share the notes: what the later ones have no need to parse again is still known.
 */
export interface SourceNotes {
  readonly legacy: WeakMap<Source, readonly PlacedUse[]>;
  readonly repairs: WeakMap<Source, RepairCounts>;
}

/** What is to be told of some sources. */
export interface SourceFindings {
  /** Older forms, one diagnostic for each form and file. */
  readonly legacy: readonly Diagnostic[];
  /** Repairs of damaged translations by file. */
  readonly repairs: ReadonlyMap<string, RepairCounts>;
}

export function createSourceNotes(): SourceNotes {
  return { legacy: new WeakMap(), repairs: new WeakMap() };
}

/** Each source counts once, however often it is given. */
export function readNotes({ legacy, repairs }: SourceNotes, sources: Iterable<Source>): SourceFindings {
  const distinct = new Set(sources);
  const byFile = new Map<string, RepairCounts>();
  for (const source of distinct) {
    const counts = repairs.get(source);
    if (counts === undefined) continue;
    const { file } = source.place;
    byFile.set(file, sumRepairs([byFile.get(file) ?? {}, counts]));
  }
  return {
    legacy: listLegacyForms([...distinct].flatMap((each) => legacy.get(each) ?? [])),
    repairs: byFile,
  };
}
