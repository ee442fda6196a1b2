import type { ComposedFile, ComposedSite } from '../compose/types.ts';
import type { PageHead } from '../links/types.ts';

/** What of a site is written for machines. */
export type PublishedSite = Pick<
  ComposedSite,
  'config' | 'languages' | 'versions' | 'pages' | 'navigation' | 'redirects'
> & {
  /** Of the corpus: days of changes, and the names of assets. */
  readonly corpus: Pick<ComposedSite['corpus'], 'days' | 'assets'>;
  /** Lines of `pages.json` as they are, by their beginning, for pages whose texts are not there; see `readLines`. */
  readonly lines?: ReadonlyMap<string, string>;
};

/** What lists of the whole site are made of: of its pages no more than their heads. */
export interface ListedSite extends Omit<PublishedSite, 'pages'> {
  readonly pages: readonly PageHead[];
}

/** A file for machines. Rendered only when it is written; a long one comes in stretches. */
export interface SiteFile {
  /** Relative to the output folder, with `/`. */
  readonly output: string;
  readonly render: () => string | Iterable<string>;
  /** As composed files have it. */
  readonly stamp?: ComposedFile['stamp'];
  readonly shows?: ComposedFile['shows'];
}
