import type { SiteConfig } from '../config/index.ts';
import { createDataStore } from './create-data-store.ts';
import { nameReference } from './file-kinds.ts';
import { joinPath } from './paths.ts';
import { readReusable } from './read-data.ts';
import type { DataStore, LanguageData, SiteFiles } from './types.ts';
import { createTree, type DataTree } from './yaml-values.ts';

/**
 * The data of all languages with other reusables in the place of some. Undefined where one of them becomes empty or ceases to be,
 * for then it is a reference that comes or goes, and where two files have one name: the order of all files decides between them.
 *
 * @param changed names of files that have another text; those that are no reusables count for nothing
 */
export function refreshData(
  parts: DataStore['parts'],
  changed: ReadonlySet<string>,
  files: SiteFiles,
  { languages }: SiteConfig,
): DataStore['parts'] | undefined {
  const refreshed = new Map(parts);
  for (const { code, dir } of languages) {
    const folder = `${joinPath(dir, 'data')}/`;
    for (const file of [...changed].filter((name) => name.startsWith(folder) && name.endsWith('.md'))) {
      const before = hasNamesake(file, folder, files) ? undefined : refreshed.get(code);
      const part = before && replaceReusable(before, file, folder, files.texts.get(file) ?? '');
      if (part === undefined) return undefined;
      refreshed.set(code, part);
    }
  }
  return refreshed;
}

/** The same as a store. */
export function refreshStore(...request: Parameters<typeof refreshData>): DataStore | undefined {
  const parts = refreshData(...request);
  return parts && createDataStore(parts);
}

/** `a.b.md` and `a/b.md` are both `a.b`, and so is `a/b.yml`. */
function hasNamesake(file: string, folder: string, { texts }: SiteFiles): boolean {
  const nameWhole = (path: string) => nameReference(path.slice(folder.length)).join('.');
  const name = nameWhole(file);
  return [...texts.keys()].some(
    (other) => other !== file && other.startsWith(folder) && nameWhole(other) === name,
  );
}

function replaceReusable(
  { sources, tree, ...rest }: LanguageData,
  file: string,
  folder: string,
  text: string,
): LanguageData | undefined {
  const names = nameReference(file.slice(folder.length));
  const now = new Map(sources);
  now.delete(names.join('.'));
  const value = readReusable({ path: file, text }, names, now, undefined, () => {});
  const source = now.get(names.join('.'));
  if ((source === undefined) === sources.has(names.join('.'))) return undefined;
  // Put back where it stood: the order decides between names that are equally near.
  const inOrder = [...sources].map(([name, each]) => [name, now.get(name) ?? each] as const);
  return {
    ...rest,
    sources: new Map(inOrder),
    tree: value === undefined ? tree : replaceValue(tree, names, value),
  };
}

/** What is a folder too has given way to the folder. */
function replaceValue(tree: DataTree, [name, ...rest]: readonly string[], value: string): DataTree {
  const entries = Object.entries(tree).map(([key, before]) => {
    if (key !== name) return [key, before] as const;
    if (typeof before !== 'object' || before === null)
      return [key, rest.length === 0 ? value : before] as const;
    return [key, rest.length === 0 ? before : replaceValue(before as DataTree, rest, value)] as const;
  });
  return createTree(entries);
}
