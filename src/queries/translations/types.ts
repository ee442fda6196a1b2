import type { FieldName } from '../../load/types.ts';
import type { SourceChange } from './compare-sources.ts';
import type { StructureMismatch } from './compare-structure.ts';

/** How a file of a translation stands; the first that is true. */
export type TranslationState =
  /** There is no such file. */
  | 'missing'
  /** The file holds the words of the source. */
  | 'untranslated'
  /** The source has changed since the file was touched, by more than single letters. */
  | 'stale'
  /** The file is structured differently from the source, or parts of it fall back. */
  | 'broken'
  /** Only letters and marks of the source have changed. */
  | 'small'
  /** Nothing is known to be wrong, but git could not be asked whether the source has changed. */
  | 'unknown'
  | 'current';

/** A part of a page that its reader gets in the source language although the file of the translation is there. */
export interface PartFallback {
  /** `title`, `body`; a key of a value in YAML. */
  readonly part: FieldName | string;
  /** Short names; empty where versions play no part. */
  readonly versions: readonly string[];
  /** Whether the translation has the part, with an error. */
  readonly isFailure: boolean;
  /** What is wrong, in a sentence; undefined where the part is missing. */
  readonly reason: string | undefined;
}

/** One file of a translation, or one that is missing. */
export interface TranslatedFile {
  readonly language: string;
  /** Of the translation. */
  readonly file: string;
  /** The file of the source language. */
  readonly source: string;
  readonly kind: 'article' | 'reusable' | 'data';
  readonly state: TranslationState;
  /** Words of the source, roughly. */
  readonly words: number;
  /** Words to translate, roughly, and one for each thing to look at. */
  readonly weight: number;
  /** The commit that touched the file last; undefined where git does not know. */
  readonly touched:
    | { readonly commit: string; readonly date: string; readonly isOldestKnown: boolean }
    | undefined;
  /** Why the changes of the source are not known, or not all of them. */
  readonly unknown: string | undefined;
  /** What changed in the source since. */
  readonly changes: readonly SourceChange[];
  readonly structure: readonly StructureMismatch[];
  readonly fallbacks: readonly PartFallback[];
}

/** One language in figures. */
export interface LanguageSummary {
  readonly language: string;
  readonly files: number;
  /** Files that are there and hold words of their own. */
  readonly translated: number;
  readonly words: number;
  readonly translatedWords: number;
  /** Of words, rounded down: 100 is all of them. */
  readonly percent: number;
  readonly missing: number;
  readonly untranslated: number;
  readonly stale: number;
  readonly small: number;
  /** Files that are built otherwise than their source. */
  readonly structure: number;
  /** Files of which parts fall back. */
  readonly fallbacks: number;
  /** Files of which git does not know what has changed since. */
  readonly unknown: number;
}

export interface TranslationStatus {
  readonly languages: readonly LanguageSummary[];
  /** Every file that was looked at, those with most to do first. */
  readonly files: readonly TranslatedFile[];
  /** What could not be known, in sentences. */
  readonly notes: readonly string[];
}
