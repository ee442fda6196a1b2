import type { ReportFault } from '../config/index.ts';
import { nameReference } from './file-kinds.ts';

/**
 * Reports files of `data/` that answer one name (`a.b.md` and `a/b.md`), where only the last one is ever read, and names that
 * are one on some systems: macOS and Windows do not tell letter case apart, and macOS no normal forms of Unicode.
 *
 * @param paths of one language, in the order in which they are read
 * @param folder with a slash at its end
 */
export function checkDataNames(
  paths: Iterable<string>,
  folder: string,
  translation: string | undefined,
  report: ReportFault,
): void {
  const read = new Map<string, string>();
  for (const path of paths) {
    if (!path.startsWith(folder)) continue;
    const folded = foldName(nameFile(path, folder));
    const other = read.get(folded);
    read.set(folded, path);
    if (other !== undefined) reportTwin(other, path);
  }

  function reportTwin(hidden: string, used: string): void {
    const isSame = nameFile(hidden, folder) === nameFile(used, folder);
    report({
      code: isSame ? 'load/same-name' : 'load/similar-name',
      severity: 'warning',
      message: isSame
        ? `The files '${hidden}' and '${used}' have the same name; only the latter is used.`
        : `The names of '${hidden}' and '${used}' differ only in letter case or in how Unicode writes them.`,
      hint: isSame
        ? 'Rename one of them, or delete it.'
        : 'Rename one of them: on macOS and Windows, one replaces the other.',
      place: { file: hidden, line: 1, column: 1 },
      languages: translation === undefined ? [] : [translation],
    });
  }
}

/** What a `data` tag calls a file: `reusables.a.b`. */
export function nameFile(path: string, folder: string): string {
  return nameReference(path.slice(folder.length)).join('.');
}

function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
