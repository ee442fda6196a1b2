import type { Source } from '../../diagnostics/types.ts';
import type { Article } from '../../load/types.ts';
import type { Predicate, VersionSet } from '../../versions/types.ts';

/** A text that went into articles, and how far they came in it. Offsets count in the text of the source. */
export interface TracedSource {
  readonly source: Source;
  /** Versions in which some article has the text, in any language. */
  readonly reach: VersionSet;
  readonly articles: ReadonlySet<Article>;
  /** The tags that decide about text, in the order in which they begin. */
  readonly tags: readonly TracedTag[];
  /** Where it cannot be said which text a tag decides about: something of the source cannot be read. */
  readonly isSound: boolean;
}

/** A tag that decides which of its bodies is shown. */
export interface TracedTag {
  readonly name: string;
  /** Of the tag that opens it, and of the one that ends it. */
  readonly begin: number;
  readonly end: number;
  /** Versions in which some article comes to the tag. */
  readonly reach: VersionSet;
  readonly branches: readonly TracedBranch[];
  /** Whether the answer depends on more than the version: `if page.x`, loops, a condition that cannot be read or names what nobody knows. */
  readonly isOpen: boolean;
  /** Whether it stands in an HTML comment. */
  readonly isCommented: boolean;
}

export interface TracedBranch {
  /** Name of its tag as it is written: `ifversion`, `elsif`, `else`. */
  readonly keyword: string;
  /** Of its tag. */
  readonly begin: number;
  /** Where its text begins: behind its tag. */
  readonly bodyBegin: number;
  /** Where its text ends: before the next branch, or the end of the tag. */
  readonly bodyEnd: number;
  /** As it is written; empty for `else`. */
  readonly condition: string;
  readonly conditionOffset: number;
  /** Of `ifversion` and its `elsif`. */
  readonly predicate: Predicate | undefined;
  /** Versions in which some article shows the text. */
  readonly taken: VersionSet;
}
