import type { Changes } from '../changes/index.ts';
import type { SiteConfig } from '../config/index.ts';
import type { PageHead } from '../links/index.ts';
import type { Article, Corpus, DataStore } from '../load/index.ts';
import type { Version } from '../versions/index.ts';
import type { Figures, SiteTrace } from '../workspace/index.ts';
import type { PackedRendered } from './pack-rendered.ts';

/**
 * What must be known of a site to make the pages of some of its articles anew: no texts but those of its sources. Plain
 * data, in which versions, plans and articles are the same objects wherever they stand.
 */
export interface SiteOutline extends Omit<SiteTrace, 'rendered' | 'settled' | 'targets'> {
  readonly config: SiteConfig;
  readonly builtVersions: readonly Version[];
  readonly languages: readonly string[];
  /** Without their bodies, which are in the files, and the places of their frontmatter, which is judged already. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly features: Corpus['features'];
  readonly data: DataStore['parts'];
  /** Where old addresses lead, as `packTargets` writes it: few links ask. */
  readonly targets: string;
  /** Without headings, of which only `pages.json` tells. */
  readonly heads: readonly PageHead[];
  /** Of each of them a hash of all that others see of it. */
  readonly sums: readonly string[];
  /** What links can see of the articles of other pages. */
  readonly rendered: PackedRendered;
  readonly changes: Pick<Changes, 'releases' | 'pages'>;
  /** Files at whose place no page about a change can stand, since something else does. */
  readonly taken: ReadonlySet<string>;
  /** Folders with a name like that of a Markdown file. */
  readonly markdownFolders: ReadonlySet<string>;
  readonly figures: Figures;
  /** What came of each article in a language, by owner. */
  readonly outcomes: ReadonlyMap<string, OwnerOutcomes>;
}

export interface OwnerOutcomes {
  /** Distinct outcomes of Liquid. */
  readonly number: number;
  /** A hash of each text that was rendered. */
  readonly texts: readonly string[];
}
