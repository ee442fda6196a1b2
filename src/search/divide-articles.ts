import { createHash } from 'node:crypto';

/**
 * Articles in one bundle: it is indexed as a whole when one of them changes, and a query asks all bundles of a language.
 * More than a few would be too many to ask.
 */
const ARTICLES = 350;
const MOST_BUNDLES = 4;

/** How many bundles the articles of a language make. */
export function countBundles(articles: number): number {
  return Math.max(1, Math.min(MOST_BUNDLES, Math.ceil(articles / ARTICLES)));
}

/**
 * The number of the bundle that an article is in, by a hash of its path: each bundle has articles of everywhere, so that a
 * word is about as rare in one as in another, and what a word weighs in results is alike.
 */
export function findBundle(path: string, bundles: number): number {
  return createHash('sha256').update(path).digest().readUInt32BE() % bundles;
}
