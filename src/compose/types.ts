import type { Changes } from '../changes/index.ts';
import type { SiteConfig } from '../config/index.ts';
import type { PageHead } from '../links/index.ts';
import type { Corpus } from '../load/index.ts';
import type { Navigation } from '../navigation/index.ts';
import type { TextOutput } from '../output/index.ts';
import type { Redirect } from '../redirects/index.ts';
import type { Version } from '../versions/index.ts';
import type { Stamp } from './create-stamper.ts';

/** Everything that composing needs to know of a site. */
export interface ComposedSite {
  readonly config: SiteConfig;
  /** Codes of the built languages, the source language first. */
  readonly languages: readonly string[];
  /** Built versions, in registry order. */
  readonly versions: readonly Version[];
  /** Whole pages, and of those that stay as the last site has them what others see of them. */
  readonly pages: readonly PageHead[];
  readonly navigation: Navigation;
  readonly changes: Changes;
  readonly redirects: readonly Redirect[];
  /** Whether a search index is written beside the pages, which then have a button for it. */
  readonly hasSearch?: boolean;
  /** Whether pages name card pictures, which are written beside them. */
  readonly hasCards?: boolean;
  /** Of the corpus: the files that are copied, days of changes, and the words of `data/ui.yml`, which replace those of the theme. */
  readonly corpus: Pick<Corpus, 'assets' | 'images' | 'days'> & {
    readonly data: Pick<Corpus['data'], 'tree'>;
  };
}

/** Some pages of a site, with what their layouts need of the rest. */
export type PartOfSite = Omit<ComposedSite, 'redirects'>;

/** A text file of the site. Rendered only when it is written, so that no more than a few are in memory. */
export interface ComposedFile extends TextOutput {
  /** Written by Eleventy. What is no page needs none of it. */
  readonly isPage: boolean;
  /**
   * Names what the file is made of, beside the frame of the site: where it is equal, so is the file. Absent for the few files
   * that are made of more than would be quick to look through.
   */
  readonly stamp?: (stamps: Stamps) => string;
  /** Pages whose texts it is made of, where they are more than those of home pages. */
  readonly shows?: readonly PageHead[];
}

/** What stamps of files are made with. */
export interface Stamps {
  readonly stamp: Stamp;
  /** Of a page and of what stands in it, whatever stands around its texts. */
  stampTexts(page: PageHead): string;
}

/** Knows what the files of the last site were made of. */
export interface StampBook extends Stamps {
  /** The stamp of a file, where it is known already. */
  find(output: string): string | undefined;
  /** Notes a file and its stamp, if it has one. Whether the last site has the file just so: then it need not be made. */
  isKept(output: string, stamp: string | undefined): boolean;
}
