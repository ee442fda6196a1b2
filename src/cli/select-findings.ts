import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type Diagnostic, findNearest } from '../diagnostics/index.ts';
import type { SiteFiles } from '../load/index.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Selects what is found in some files, or below some folders; everything where none is named. What belongs to no site may be
 * named too, since hooks pass whatever has changed.
 *
 * @param written from the working folder, from the root, or absolute
 * @throws UsageError for what is outside of the site, or not there; names the nearest
 */
export function selectFindings(
  root: string,
  files: SiteFiles,
  written: readonly string[],
): (finding: Diagnostic) => boolean {
  if (written.length === 0) return () => true;
  const names = written.map((name) => findName(root, files, name));
  return ({ place: { file } }) =>
    names.some((name) => name === '' || file === name || file.startsWith(`${name}/`));
}

/** Relative to the root; empty for the root itself. */
function findName(root: string, { texts, assets }: SiteFiles, written: string): string {
  const candidates = [resolve(written), resolve(root, written)].map((file) =>
    relative(root, file).split(sep).join('/'),
  );
  const inside = candidates.filter((name) => name.split('/')[0] !== '..' && !isAbsolute(name));
  if (inside.length === 0)
    throw new UsageError(`'${written}' is outside ${root}, so it is not part of the site.`);
  const found = inside.find((name) => texts.has(name) || existsSync(join(root, name)));
  if (found !== undefined) return found;
  const nearest = findNearest(inside.at(-1) ?? written, [...texts.keys(), ...assets]);
  const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  throw new UsageError(`The site in ${root} has no file or folder '${written}'.${guess}`);
}
