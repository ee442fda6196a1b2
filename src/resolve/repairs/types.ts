import type { Edit } from '../tidy/apply-edits.ts';

/** What a translation is held against. */
export interface Original {
  /** Code of the language of the translation. */
  readonly language: string;
  /** The same text in the source language; empty where it has none. */
  readonly text: string;
}

/** What the format knows. */
export interface Vocabulary {
  /** Names of all tags, closing and dividing ones included. */
  readonly tags: ReadonlySet<string>;
  /** Closing tag of each tag that has one. */
  readonly ends: ReadonlyMap<string, string>;
  /** Whether the source language has a value for a reference. */
  readonly hasReference: (reference: string) => boolean;
}

/** One kind of damage that machines do to translated texts, and how it is made good. */
export interface Repair {
  /** Stable name, counted in the summary of a build. */
  readonly kind: string;
  /** Whether it makes blocks of what was none: then only what brings the blocks nearer to those of the original is done. */
  readonly shapesBlocks?: true;
  /** The edits, sorted and not overlapping. Those that the original would get as well are not made. */
  readonly findEdits: (text: string, original: Original, vocabulary: Vocabulary) => readonly Edit[];
}
