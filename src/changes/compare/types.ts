/** What the two texts stand for, and the words for what came and went. */
export interface CompareOptions {
  /** Code of the language: where one word ends in it. */
  readonly language: string;
  /** Names of the two versions that texts print, a name of the old one at the place of that of the new one: no change. */
  readonly names: readonly (readonly [older: string, newer: string])[];
  /** Addresses of the pages that the texts stand on, for their links to places on themselves. */
  readonly addresses: readonly [older: string, newer: string];
  /** An address as it is to be compared: without what differs between the versions of every page. */
  readonly readAddress: (href: string) => string;
  readonly words: CompareWords;
  /** Whether long stretches without a change are folded away. */
  readonly folds: boolean;
  /** What ids of changes begin with. */
  readonly name: string;
}

/** Escaped for HTML. */
export interface CompareWords {
  readonly added: string;
  readonly removed: string;
  /** Of a link whose words stayed. */
  readonly linkChanged: string;
  /** What is folded away, `{count}` of them. */
  readonly unchangedBlocks: string;
  readonly unchangedItems: string;
  readonly unchangedRows: string;
  readonly unchangedLines: string;
}

/** Two texts made one. */
export interface Comparison {
  /** All of the new text and what was in the old one only, marked with `ins` and `del`; nothing in it has an id but the changes. */
  readonly html: string;
  /** The outermost blocks that differ, in order. */
  readonly changes: readonly BlockChange[];
}

export interface BlockChange {
  readonly kind: ChangeKind;
  /** The id it has in the HTML. */
  readonly id: string;
  /** HTML of the heading it stands under; empty where there is none. */
  readonly section: string;
}

export type ChangeKind = 'added' | 'removed' | 'changed';
