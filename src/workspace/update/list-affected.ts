import { findReusable } from '../../load/index.ts';
import { ANYTHING } from '../watch-data.ts';
import type { SiteOutline } from './types.ts';

/**
 * Paths of the articles whose texts may come out otherwise where files have other bodies. Undefined where that is most of
 * them, and where more than articles may: a reusable is asked for by something else, or it is the home page, which pages
 * about releases show too.
 */
export function listAffected(
  { articles, config, uses }: SiteOutline,
  changed: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const affected = new Set<string>();
  for (const { path, texts } of articles.values())
    if ([...texts.values()].some(({ file }) => changed.has(file))) affected.add(path);
  const references = [...changed].flatMap((file) => findReusable(config, file) ?? []);
  if (references.length > 0) {
    for (const [owner, used] of uses) {
      if (!used.has(ANYTHING) && !references.some((reference) => used.has(reference))) continue;
      if (owner === '') return undefined;
      affected.add(owner.slice(owner.indexOf(' ') + 1));
    }
  }
  const isWritten = [...affected].some((path) => articles.get(path)?.layout === 'release-notes');
  const isMost = affected.size > Math.max(FEW, articles.size * PART);
  return affected.has('') || isWritten || isMost ? undefined : affected;
}

/** From which part of its articles on a site is built as a whole, unless there are few of them. */
const PART = 0.3;
const FEW = 20;
