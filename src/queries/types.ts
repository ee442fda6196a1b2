import type { SiteSetup } from '../config/types.ts';
import type { Diagnostic, Place } from '../diagnostics/types.ts';
import type { SiteFiles } from '../load/types.ts';
import type { SiteDifference } from './difference/types.ts';

/** A site of which nothing but its files has been read. */
export interface SiteSource extends SiteSetup {
  readonly files: SiteFiles;
}

/** A tag around a place, and the versions for which its branch shows what stands there. */
export interface ConditionAround {
  /** The branch as its author wrote it: `ifversion fpt or ghes > 3.0`, `else`. */
  readonly tag: string;
  readonly place: Place;
  /** Names of versions. */
  readonly versions: readonly string[];
  /** The same in words. */
  readonly ranges: string;
}

/** Where a part of a source file comes out: in one language of one article, through one chain of uses. */
export interface ReachedPlace {
  /** Path of the article. */
  readonly article: string;
  readonly language: string;
  /** The part of the article: `body`, `title`, `intro`. */
  readonly field: string;
  readonly versions: readonly string[];
  readonly ranges: string;
  /** Of its pages, in the order of `versions`. */
  readonly addresses: readonly string[];
  /** The tags that bring it in, innermost first; none where it stands in the article itself. */
  readonly via: readonly Place[];
}

/** What becomes of a source file, or of some lines of it. */
export interface SourceExplanation {
  readonly file: string;
  readonly line: number | undefined;
  /** The same line, or the last one of some. */
  readonly lastLine: number | undefined;
  /** The lines as they are written. */
  readonly text: string | undefined;
  /** The tags around the lines, the outermost first. */
  readonly conditions: readonly ConditionAround[];
  /** Where it comes out, in the order of languages and of the tree. */
  readonly places: readonly ReachedPlace[];
  /** How many articles, counted in each language, were resolved to find that out. */
  readonly lookedAt: number;
  /** Why it comes out nowhere; undefined where it does. */
  readonly reason: string | undefined;
}

/** A page, block by block. */
export interface AddressExplanation {
  readonly address: string;
  /** Path of the article. */
  readonly article: string;
  /** Of the source language. */
  readonly file: string;
  readonly language: string;
  readonly version: string;
  /** That have the article. */
  readonly versions: readonly string[];
  readonly ranges: string;
  /** Parts of the article for which readers get the source language. */
  readonly fallbacks: readonly string[];
  /** In the order of the page: title, intro, body. */
  readonly blocks: readonly ExplainedBlock[];
}

export interface ExplainedBlock {
  /** The part of the article: `body`, `title`, `intro`. */
  readonly field: string;
  /** Markdown without Liquid. */
  readonly text: string;
  readonly language: string;
  /** What it is made of, in the order of the text. */
  readonly origins: readonly BlockOrigin[];
}

/** A stretch of a source file that went into a block. */
export interface BlockOrigin {
  readonly file: string;
  readonly line: number;
  readonly lastLine: number;
  /** The tags that brought it in, innermost first. */
  readonly via: ReachedPlace['via'];
  /** The tags around it, through all texts, the outermost first. */
  readonly conditions: readonly ConditionAround[];
  /** Versions of the article for which all of the conditions hold. */
  readonly versions: readonly string[];
  readonly ranges: string;
}

/** What differs between two states of a site, and what was found in the sources of each while that was found out. */
export interface ComparedStates {
  readonly difference: SiteDifference;
  readonly before: readonly Diagnostic[];
  readonly after: readonly Diagnostic[];
  /** Whether both sites were made whole; else no page has come, gone or moved. */
  readonly isWhole: boolean;
}
