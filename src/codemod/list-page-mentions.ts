import type { Place } from '../diagnostics/index.ts';
import { placeIn } from './placed-sources.ts';

/** Where a text names the address of a page that is gone. */
export interface PageMention {
  readonly place: Place;
  /** Path of the article. */
  readonly path: string;
}

/** Places at which texts name the addresses of articles, but for `redirect_from`, which answers for them. */
export function listPageMentions(
  texts: ReadonlyMap<string, string>,
  paths: readonly string[],
): readonly PageMention[] {
  if (paths.length === 0) return [];
  const known = new Set(paths);
  const found: PageMention[] = [];
  for (const [file, text] of texts)
    for (const { 0: whole, 1: path = '', index } of text.matchAll(ADDRESS)) {
      const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
      if (known.has(path) && !/^\s*-\s*$/.test(line + whole.charAt(0).replace('/', '')))
        found.push({ place: placeIn(file, text, index), path });
    }
  return found;
}

/** What stands behind a bracket, a quote or a blank, and begins with a slash; the language and the version may come first. */
const ADDRESS =
  /(?<=[("'\s])\/(?:[a-z]{2}\/)?(?:[\w-]+@[\w.]+\/|enterprise\/[^/\s)"']+\/)?([\w-]+(?:\/[\w-]+)*)(?=[/#?)"'\s]|$)/gm;
