import type { Place } from '../diagnostics/index.ts';
import type { BlockKind } from '../queries/index.ts';

/** What a translator may not change: a tag, a code span, an address, an element. `text` is what is written in the source. */
export interface Sealed {
  readonly kind: 'sealed';
  /** Counted from 1 within its text. The two ends of a link share one. */
  readonly id: string;
  readonly text: string;
  /** An end of a link: what stands between the two is translated. */
  readonly part: 'whole' | 'start' | 'end';
}

export interface PlainWords {
  readonly kind: 'words';
  readonly text: string;
}

/** A text in pieces; joined they are the text. */
export type Inline = PlainWords | Sealed;

/** One block of one source file, and what the file of the translation has in its place. */
export interface PlacedBlock {
  /** Of the source language. */
  readonly file: string;
  /** In that file, counted from 1. */
  readonly line: number;
  readonly key: string | undefined;
  readonly kind: BlockKind;
  /** The text between marks such as `## ` and `1. `, which no translation changes. */
  readonly text: string;
  readonly target: string | undefined;
  /** What the text was when the translation was touched; undefined where it has not changed, or was not there. */
  readonly before: string | undefined;
}

/** What is translated as one: equal blocks, wherever they stand. */
export interface TranslationUnit {
  /** Made of the text, so it survives when blocks move. */
  readonly id: string;
  readonly source: readonly Inline[];
  /** In the words of the translation, with pieces of its own; undefined where there is none. */
  readonly target: readonly Inline[] | undefined;
  /** Never empty. */
  readonly blocks: readonly PlacedBlock[];
}

/** A unit as an XLIFF file gives it back. */
export interface ReturnedUnit {
  readonly id: string;
  /** Undefined where the unit, or a segment of it, has no target. */
  readonly target: readonly ReturnedPiece[] | undefined;
  readonly place: Place;
}

/** Words, or a placeholder by its id. What the file holds for a placeholder does not matter: the source says what it is. */
export type ReturnedPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'sealed'; readonly id: string; readonly part: Sealed['part'] };
