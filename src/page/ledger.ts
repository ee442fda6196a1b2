/** What can be wanted of a site by its name. */
type Named =
  /** An article with the index pages above it; with its children; by an index page elsewhere that names it. */
  | 'article'
  | 'children'
  | 'visit'
  /** What a `data` tag names. */
  | 'reference'
  | 'image'
  /** The articles that claim it. */
  | 'old-address';

/** The last two by no name. */
export type WantedKind = Named | 'data' | 'everything';

/** Notes what a site is asked for. Each thing is wanted once: what was looked for and not found is not there. */
export interface Ledger {
  want(kind: WantedKind, name?: string): void;
  /** The names wanted since they were last taken. */
  take(kind: WantedKind): readonly string[];
  hasTaken(kind: WantedKind, name?: string): boolean;
  /** Whether anything is wanted that was not taken. */
  isLacking(): boolean;
}

export function createLedger(): Ledger {
  const wanted = new Map<WantedKind, Set<string>>();
  const taken = new Set<string>();
  const formatKey = (kind: WantedKind, name: string) => `${kind} ${name}`;
  return {
    want(kind, name = '') {
      if (taken.has(formatKey(kind, name))) return;
      wanted.set(kind, (wanted.get(kind) ?? new Set()).add(name));
    },
    take(kind) {
      const names = [...(wanted.get(kind) ?? [])];
      wanted.delete(kind);
      for (const name of names) taken.add(formatKey(kind, name));
      return names;
    },
    hasTaken: (kind, name = '') => taken.has(formatKey(kind, name)),
    isLacking: () => wanted.size > 0,
  };
}
