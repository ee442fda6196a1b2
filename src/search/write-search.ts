import { createHash } from 'node:crypto';
import type { OutputFolder } from '../output/index.ts';
import { collectEntries } from './collect-entries.ts';
import { createBundle, nameFiles, type SearchEngine } from './create-bundle.ts';
import { countBundles, findBundle } from './divide-articles.ts';
import { formatSettings } from './format-settings.ts';
import { loadCutter, type TextCutter } from './load-cutter.ts';
import type { Indexer } from './pagefind.ts';
import type {
  KeptBundle,
  KeptFolder,
  KeptIndex,
  KeptLanguage,
  KeptSearch,
  KeptTexts,
  SearchCatalog,
  SearchDrawer,
  SearchEntries,
  SearchFile,
} from './types.ts';

/** Bundles at work at once: while Pagefind builds one, the texts of the next are prepared. */
const AT_ONCE = 2;

/** What an index is made with. */
export interface SearchTools {
  readonly indexer: Indexer;
  readonly folder: Pick<OutputFolder, 'write'>;
  /** Takes the texts for a later build; they are not kept if absent. */
  readonly drawer?: SearchDrawer | undefined;
}

/** Writes the index of each language below `search/` of a folder. Same pages, same bytes. */
export async function writeSearch(
  catalogs: readonly SearchCatalog[],
  tools: SearchTools,
): Promise<KeptSearch> {
  const write = createBundleWriter(tools, await loadCutter());
  const kept: KeptLanguage[] = [];
  for (const catalog of catalogs) {
    const { language, articles, describe } = catalog;
    if (articles.size === 0) continue;
    const count = countBundles(articles.size);
    const paths = dividePaths(articles.keys(), count);
    const bundles = await mapAtOnce(paths, (own, number) => {
      const entries = own.map((path) => [path, collectEntries(articles.get(path) ?? [], describe)] as const);
      return write(language, number, new Map(entries));
    });
    kept.push({ language, count, bundles: bundles.flatMap((bundle) => bundle ?? []) });
  }
  await writeSettings(catalogs, kept, tools.folder);
  return kept;
}

/** Paths of articles by the number of their bundle, each list in an order that does not depend on the others. */
export function dividePaths(paths: Iterable<string>, count: number): readonly (readonly string[])[] {
  const lists: string[][] = Array.from({ length: count }, () => []);
  for (const path of paths) lists[findBundle(path, count)]?.push(path);
  return lists.map((list) => list.sort());
}

export type WriteBundle = (
  language: string,
  number: number,
  entries: SearchEntries,
  before?: WrittenBundle,
) => Promise<KeptBundle | undefined>;

/** What is known of a bundle that was written before, and of the bundles beside it: whatever is still so is not made again. */
export interface WrittenBundle {
  readonly engine: SearchEngine;
  readonly bundle?: KeptBundle | undefined;
  readonly indexes: KeptTexts['indexes'];
}

/** Indexes and writes bundles; undefined for one without texts. */
export function createBundleWriter(
  { indexer, folder, drawer }: SearchTools,
  cutter: TextCutter,
): WriteBundle {
  return async (language, number, given, before) => {
    if (given.size === 0) return undefined;
    const { engine } = before ?? {};
    const made = await createBundle({ language, entries: given, engine, indexer, cutter });
    const { entries, texts, words, indexes, common, frequent, pages } = made;
    const name = `${language}-${number}`;
    const written = new Set(before?.bundle && listTextFolders(before.bundle).map((own) => own.folder));
    const shelves: KeptFolder[] = [];
    for (const files of [...texts, words])
      shelves.push(await writeFolder(`texts/${name}`, files, folder, written));
    const searched: Record<string, KeptFolder> = {};
    const kept: Record<string, KeptIndex> = {};
    for (const [id, { signature, divide }] of indexes) {
      const last = before?.indexes[id];
      const place = last?.signature === signature ? before?.bundle?.indexes[id] : undefined;
      if (last !== undefined && place !== undefined) [kept[id], searched[id]] = [last, place];
      else {
        const { list, pieces } = divide(last?.pieces);
        const files = [{ output: 'list', content: list }, ...nameFiles(pieces.values())];
        searched[id] = await writeFolder(`${language}/${id}/${number}`, files, folder);
        kept[id] = { signature, pieces };
      }
    }
    const { program, ...searcher } = made.engine;
    if (program !== undefined) await folder.write(`search/${searcher.engine}`, program);
    const signature = signEntries(entries);
    await drawer?.write(name, signature, { entries, indexes: kept });
    return {
      ...{ number, articles: entries.size, pages, signature, common, frequent },
      ...searcher,
      texts: shelves.slice(0, -1),
      words: shelves.at(-1) as KeptFolder,
      indexes: searched,
    };
  };
}

/** The folders that all versions share. */
export function listTextFolders({ texts, words }: KeptBundle): readonly KeptFolder[] {
  return [...texts, words];
}

function signEntries(entries: SearchEntries): string {
  const hash = createHash('sha256');
  for (const own of entries.values())
    for (const { key, versions } of own) hash.update(`${key} ${versions.join()}\n`);
  return hash.digest('hex').slice(0, 10);
}

async function writeFolder(
  name: string,
  files: readonly SearchFile[],
  folder: SearchTools['folder'],
  written: ReadonlySet<string> = new Set(),
): Promise<KeptFolder> {
  const hash = createHash('sha256');
  for (const { output, content } of files) hash.update(`${output} ${content.length}\n`).update(content);
  const path = `${name}-${hash.digest('hex').slice(0, 10)}`;
  if (!written.has(path))
    for (const { output, content } of files) await folder.write(`search/${path}/${output}`, content);
  return { folder: path, files: files.length };
}

/** Writes what the dialog reads first, for each version that has a page in the language. */
export async function writeSettings(
  catalogs: readonly Pick<SearchCatalog, 'language' | 'languageName' | 'versions' | 'words'>[],
  kept: KeptSearch,
  folder: Pick<OutputFolder, 'write'>,
): Promise<void> {
  for (const catalog of catalogs) {
    const own = kept.find(({ language }) => language === catalog.language);
    if (own === undefined) continue;
    const versions = catalog.versions.filter(({ id }) => own.bundles.some(({ indexes }) => id in indexes));
    for (const version of versions)
      await folder.write(
        `search/${catalog.language}/${version.id}/index.json`,
        formatSettings({ ...catalog, versions }, version, own),
      );
  }
}

/** Pages that can be found. */
export function countFound(kept: KeptSearch): number {
  return kept.flatMap(({ bundles }) => bundles).reduce((sum, { pages }) => sum + pages, 0);
}

/** The results in the order of the items, a few of which are at work at once. */
export async function mapAtOnce<T, R>(
  items: readonly T[],
  run: (item: T, at: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = [...items.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results[next[0]] = await run(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}
