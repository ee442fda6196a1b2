import type { Page } from '../links/index.ts';
import type { Staging } from '../output/index.ts';
import { collectEntries, replaceEntries } from './collect-entries.ts';
import { countBundles, findBundle } from './divide-articles.ts';
import { loadCutter } from './load-cutter.ts';
import type {
  KeptBundle,
  KeptFolder,
  KeptLanguage,
  KeptSearch,
  KeptTexts,
  SearchCatalog,
  SearchDrawer,
  SearchEntries,
  SearchEntry,
} from './types.ts';
import {
  createBundleWriter,
  dividePaths,
  listTextFolders,
  mapAtOnce,
  type SearchTools,
  type WriteBundle,
  type WrittenBundle,
  writeSettings,
} from './write-search.ts';

/** The pages of a site that are not as they were. */
export interface ChangedPages {
  /** Of all languages, as `listCatalogs` gives them for the pages that are new or other ones. */
  readonly catalogs: readonly SearchCatalog[];
  /** Those pages, hidden ones among them. */
  readonly pages: readonly Pick<Page, 'language' | 'version' | 'article'>[];
  /** Pages that are no more. */
  readonly gone: readonly GonePage[];
}

/** A page that is no more, by what it is named by. */
export interface GonePage {
  readonly language: string;
  readonly version: Pick<Page['version'], 'id'>;
  readonly article: Pick<Page['article'], 'path'>;
}

/** What an index is made with again. */
export interface RefreshTools extends SearchTools {
  readonly folder: Pick<Staging, 'write' | 'remove'>;
  readonly drawer: SearchDrawer;
}

/**
 * Indexes again what has changed, so that the index is that of `writeSearch` for all pages. Undefined where the drawer lacks
 * what the others were made of.
 */
export async function refreshSearch(
  { catalogs, pages, gone }: ChangedPages,
  kept: KeptSearch,
  tools: RefreshTools,
): Promise<KeptSearch | undefined> {
  const write = createBundleWriter(tools, await loadCutter());
  const fresh: KeptLanguage[] = [];
  for (const own of kept) {
    const catalog = catalogs.find(({ language }) => language === own.language);
    if (catalog === undefined) return undefined;
    const replaced = new Map<string, Set<string>>();
    for (const { language, version, article } of [...pages, ...gone]) {
      if (language !== own.language) continue;
      const ids = replaced.get(article.path) ?? new Set<string>();
      replaced.set(article.path, ids.add(version.id));
    }
    const language = await refreshLanguage({ own, catalog, replaced, write, drawer: tools.drawer });
    if (language === undefined) return undefined;
    fresh.push(language);
    if (language === own) continue;
    removeFiles(own, language, tools.folder);
    await writeSettings([catalog], [language], tools.folder);
  }
  return fresh;
}

interface LanguageRefresh {
  readonly own: KeptLanguage;
  readonly catalog: SearchCatalog;
  /** By path of the article, ids of the versions whose pages are other ones. */
  readonly replaced: ReadonlyMap<string, ReadonlySet<string>>;
  readonly write: WriteBundle;
  readonly drawer: SearchDrawer;
}

async function refreshLanguage(request: LanguageRefresh): Promise<KeptLanguage | undefined> {
  const { own, replaced, write, drawer } = request;
  const { language, count, bundles } = own;
  const [known] = bundles;
  if (known === undefined) return undefined;
  const updated = new Map<number, RefreshedBundle>();
  for (const number of new Set([...replaced.keys()].map((path) => findBundle(path, count)))) {
    const bundle = bundles.find((each) => each.number === number);
    const before =
      bundle === undefined ? NOTHING : await drawer.read(`${language}-${number}`, bundle.signature);
    if (before === undefined) return undefined;
    const entries = updateEntries(before.entries, number, request);
    if (entries !== undefined) updated.set(number, { entries, bundle, indexes: before.indexes });
  }
  if (updated.size === 0) return own;

  const others = bundles.filter(({ number }) => !updated.has(number));
  const articles =
    others.reduce((sum, bundle) => sum + bundle.articles, 0) +
    [...updated.values()].reduce((sum, { entries }) => sum + entries.size, 0);
  const isDivided = countBundles(articles) === count;
  const all = isDivided
    ? updated
    : await divideAnew(language, others, updated, countBundles(articles), drawer);
  if (all === undefined) return undefined;
  const { engine, form } = known;
  const written = await mapAtOnce([...all], ([number, { entries, ...before }]) =>
    write(language, number, entries, { ...before, engine: { engine, form } }),
  );
  const kept = isDivided ? others : [];
  return {
    language,
    count: countBundles(articles),
    bundles: [...kept, ...written.flatMap((bundle) => bundle ?? [])].sort(
      (one, other) => one.number - other.number,
    ),
  };
}

/** The entries of a bundle as they are now, with what is known of it as it was. */
interface RefreshedBundle extends Omit<WrittenBundle, 'engine'> {
  readonly entries: SearchEntries;
}

const NOTHING: KeptTexts = { entries: new Map(), indexes: {} };

/** The entries of a bundle as they are now, sorted by path; undefined where nothing differs. */
function updateEntries(
  before: SearchEntries,
  number: number,
  { own, catalog, replaced }: LanguageRefresh,
): SearchEntries | undefined {
  const ids = catalog.versions.map(({ id }) => id);
  const now = new Map(before);
  for (const [path, versions] of replaced) {
    if (findBundle(path, own.count) !== number) continue;
    const found = collectEntries(catalog.articles.get(path) ?? [], catalog.describe);
    const entries = replaceEntries(before.get(path) ?? [], found, versions, ids);
    if (entries.length > 0) now.set(path, entries);
    else now.delete(path);
  }
  const name = (entries: readonly SearchEntry[] = []) =>
    JSON.stringify(entries.map(({ key, versions }) => [key, versions]));
  if ([...replaced.keys()].every((path) => name(now.get(path)) === name(before.get(path)))) return undefined;
  return new Map([...now].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** All entries in another number of bundles. */
async function divideAnew(
  language: string,
  others: readonly KeptBundle[],
  updated: ReadonlyMap<number, RefreshedBundle>,
  count: number,
  drawer: SearchDrawer,
): Promise<ReadonlyMap<number, RefreshedBundle> | undefined> {
  const lists = [...updated.values()].map(({ entries }) => entries);
  for (const { number, signature } of others) {
    const kept = await drawer.read(`${language}-${number}`, signature);
    if (kept === undefined) return undefined;
    lists.push(kept.entries);
  }
  const all = new Map(lists.flatMap((entries) => [...entries]));
  return new Map(
    dividePaths(all.keys(), count).map((paths, number) => [
      number,
      { entries: new Map(paths.map((path) => [path, all.get(path) ?? []])), indexes: {} },
    ]),
  );
}

/** Takes away what the index has no more. */
function removeFiles(before: KeptLanguage, now: KeptLanguage, folder: RefreshTools['folder']): void {
  const kept = new Set(listFolders(now).map((each) => each.folder));
  for (const { folder: path, files } of listFolders(before)) {
    if (kept.has(path)) continue;
    // One of the files of an index is its list.
    folder.remove(`search/${path}/list`);
    for (let file = 0; file < files; file += 1) folder.remove(`search/${path}/${file}`);
  }
  const ids = new Set(now.bundles.flatMap(({ indexes }) => Object.keys(indexes)));
  for (const { indexes } of before.bundles)
    for (const id of Object.keys(indexes))
      if (!ids.has(id)) folder.remove(`search/${before.language}/${id}/index.json`);
}

function listFolders({ bundles }: KeptLanguage): readonly KeptFolder[] {
  return bundles.flatMap((bundle) => [...listTextFolders(bundle), ...Object.values(bundle.indexes)]);
}
