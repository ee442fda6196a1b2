import type { SiteConfig } from '../config/index.ts';
import { nameOwner } from '../diagnostics/index.ts';
import { type ChangedFiles, findReusable } from '../load/index.ts';
import type { ResolvedTables } from './resolve-keys.ts';
import type { ArticleKey } from './types.ts';
import { ANYTHING } from './watch-data.ts';

/**
 * What stays known where files have other bodies: all but the articles whose own files these are, those for which somebody
 * asked for one of the reusables, and those that show the intro of another.
 *
 * @param paths of the articles whose own files have changed
 */
export function keepUnaffected(
  { outcomes, reads, notes }: ResolvedTables,
  paths: ReadonlySet<string>,
  { changed, heads }: ChangedFiles,
  config: SiteConfig,
): ResolvedTables {
  const references = [...changed].flatMap((file) => findReusable(config, file) ?? []);
  const affected = new Set<ArticleKey>();
  for (const { code } of config.languages) for (const path of paths) affected.add(nameOwner(code, path));
  for (const [key, used] of reads.uses)
    if (
      (references.length > 0 && (used.has(ANYTHING) || references.some((each) => used.has(each)))) ||
      [...heads].some((file) => used.has(file))
    )
      affected.add(key);
  return {
    outcomes: new Map([...outcomes].filter(([key]) => !affected.has(key))),
    reads: reads.forget(affected),
    notes,
  };
}
