import { isAbsolute, relative, resolve, sep } from 'node:path';
import { findNearest } from '../diagnostics/index.ts';
import type { SiteFiles } from '../load/index.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Finds files of a site by name: from the working folder, from the root, or absolute.
 *
 * @throws UsageError for a file that is outside of the site, or not there; names the nearest
 */
export function findSources(
  root: string,
  { texts, assets }: SiteFiles,
  written: readonly string[],
): readonly string[] {
  const isKnown = (file: string) => file === 'data/site.yml' || texts.has(file) || assets.has(file);
  return written.map((name) => {
    const candidates = [resolve(name), resolve(root, name)].map((file) =>
      relative(root, file).split(sep).join('/'),
    );
    const found = candidates.find(isKnown);
    if (found !== undefined) return found;
    const inside = candidates.filter((file) => !file.startsWith('../') && file !== '..' && !isAbsolute(file));
    if (inside.length === 0)
      throw new UsageError(`'${name}' is outside ${root}, so it is not part of the site.`);
    const nearest = findNearest(inside.at(-1) ?? name, [...texts.keys(), ...assets]);
    const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
    throw new UsageError(`The site in ${root} has no file '${name}'.${guess}`);
  });
}
