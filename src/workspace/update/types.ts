import type { Changes } from '../../changes/index.ts';
import type { SiteConfig } from '../../config/index.ts';
import type { PageHead } from '../../links/index.ts';
import type { Article, Corpus, DataStore } from '../../load/index.ts';
import type { Version } from '../../versions/index.ts';
import type { Figures, SiteTrace } from '../types.ts';
import type { PackedRendered } from './pack-rendered.ts';

/**
 * What must be known of a site to make the pages of some of its articles anew: no texts but those of its sources. Plain
 * data, in which versions, plans and articles are the same objects wherever they stand.
 *
 * @typeParam K what the writer of the site wants to be kept: data that Node can clone
 */
export interface SiteOutline<K = unknown>
  extends Omit<SiteTrace, 'rendered' | 'settled' | 'targets' | 'addresses'> {
  readonly config: SiteConfig;
  readonly builtVersions: readonly Version[];
  readonly languages: readonly string[];
  /** Without their bodies, which are in the files, and the places of their frontmatter, which is judged already. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly failed?: ReadonlySet<string>;
  readonly features: Corpus['features'];
  readonly data: DataStore['parts'];
  /** Where old addresses lead, as `packTargets` writes it: few links ask. */
  readonly targets: string;
  /** The paths of articles that links of each owner may mean, as `packAddresses` writes them: few changes ask. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Without headings, of which only `pages.json` tells. */
  readonly heads: readonly PageHead[];
  /** Of each of them a hash of all that others see of it. */
  readonly sums: readonly string[];
  /** What links can see of the articles of other pages. */
  readonly rendered: PackedRendered;
  readonly changes: Pick<Changes, 'releases' | 'pages'>;
  /** What the writer of the site asked to be kept. */
  readonly kept: K;
  readonly figures: Figures;
  /** What came of each article in a language, by owner. */
  readonly outcomes: ReadonlyMap<string, OwnerOutcomes>;
}

export interface OwnerOutcomes {
  /** Distinct outcomes of Liquid. */
  readonly number: number;
  /** Pages that their source is too broken for. */
  readonly broken: number;
  /** A hash of each text that was rendered. */
  readonly texts: readonly string[];
}
