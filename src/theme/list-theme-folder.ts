import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { createDiagnostic, isRefusal, isSource } from '../config/index.ts';
import { type Diagnostic, findNearest } from '../diagnostics/index.ts';

/** The names of what a site has in its theme folder. */
export interface ThemeFolder {
  readonly root: string;
  /** Relative to the root: `theme`. */
  readonly dir: string;
  readonly hasStyles: boolean;
  /** Names of files in `templates/` and `assets/`. */
  readonly templates: readonly string[];
  readonly assets: readonly string[];
}

const ENTRIES = ['styles.css', 'templates', 'assets'];

/** Files that stand beside the known ones for people: a readme, hidden files, modules that templates share. */
const ASIDE = /^[._]|^readme\b|^package\.json$/i;

/** Lists a theme folder; names that mean nothing there are reported, since a misspelt one would do nothing. */
export async function listThemeFolder(
  root: string,
  dir: string,
  report: (fault: Diagnostic) => void,
): Promise<ThemeFolder> {
  const names = await listNames(root, dir, report);
  if (names === undefined) {
    const message = `There is no folder '${dir}' in the site.`;
    const hint = "The site file names it under 'theme'.";
    const place = { file: dir, line: 1, column: 1 };
    report(createDiagnostic({ code: 'theme/missing-folder', severity: 'error', message, hint, place }));
  }
  for (const name of names ?? []) {
    if (ENTRIES.includes(name) || ASIDE.test(name)) continue;
    const nearest = findNearest(name, ENTRIES);
    const hint =
      nearest === undefined ? `It may contain ${ENTRIES.join(', ')}.` : `Did you mean '${nearest}'?`;
    const message = `'${name}' has no effect in a theme folder.`;
    const place = { file: `${dir}/${name}`, line: 1, column: 1 };
    report(createDiagnostic({ code: 'theme/unknown-file', severity: 'warning', message, hint, place }));
  }
  const listBelow = async (name: string) =>
    names?.includes(name) ? ((await listNames(root, `${dir}/${name}`, report)) ?? []) : [];
  return {
    root,
    dir,
    hasStyles: names?.includes('styles.css') ?? false,
    templates: (await listBelow('templates')).filter((name) => !ASIDE.test(name)),
    assets: (await listBelow('assets')).filter((name) => !ASIDE.test(name)),
  };
}

/** In alphabetical order; undefined where there is no such folder inside the root. */
async function listNames(
  root: string,
  dir: string,
  report: (fault: Diagnostic) => void,
): Promise<readonly string[] | undefined> {
  try {
    const path = await realpath(join(root, dir));
    return isSource(await realpath(root), dir, path) ? (await readdir(path)).sort() : undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (!isRefusal(error)) throw error;
    const message = `The folder '${dir}' cannot be read.`;
    const hint = 'Allow the user who builds the site to read it.';
    const place = { file: dir, line: 1, column: 1 };
    report(createDiagnostic({ code: 'theme/unreadable', severity: 'error', message, hint, place }));
    return [];
  }
}
