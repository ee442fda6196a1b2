import { createHash } from 'node:crypto';
import type { IndexedEntries, IndexedEntry } from './types.ts';

/**
 * Articles in one bundle: its index is put together anew when one of them changes, and a query loads pieces of all bundles of a
 * language. More than a few would be too many to ask.
 */
const ARTICLES = 350;
const MOST_BUNDLES = 3;

/** How many bundles the articles of a language make. */
export function countBundles(articles: number): number {
  return Math.max(1, Math.min(MOST_BUNDLES, Math.ceil(articles / ARTICLES)));
}

/**
 * The number of the bundle that an article is in, by a hash of its path: each bundle has articles of everywhere, so that a
 * word is about as rare in one as in another, and what a word weighs in results is alike.
 */
export function findBundle(path: string, bundles: number): number {
  return hash(path).readUInt32BE() % bundles;
}

function hash(path: string): Buffer {
  return createHash('sha256').update(path).digest();
}

/** Articles whose texts lie in one folder: all of it is rewritten when one of them changes. */
const SHELF = 45;
const MOST_SHELVES = 8;

/** The texts of a bundle by the folder that they lie in, which depends on the path of the article and their number. */
export function divideTexts(entries: IndexedEntries): readonly (readonly IndexedEntry[])[] {
  const count = Math.max(1, Math.min(MOST_SHELVES, Math.ceil(entries.size / SHELF)));
  const shelves: IndexedEntry[][] = Array.from({ length: count }, () => []);
  for (const [path, own] of entries) shelves[hash(path).readUInt32BE(4) % count]?.push(...own);
  return shelves.filter((shelf) => shelf.length > 0);
}
