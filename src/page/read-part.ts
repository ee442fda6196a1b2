import { posix } from 'node:path';
import type { Language, SiteConfig } from '../config/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { OldAddresses } from '../links/index.ts';
import { assembleCorpus, type Corpus, createHeadParser, isMadeOfData } from '../load/index.ts';
import { openAddressBook } from '../redirects/index.ts';
import type { Version } from '../versions/index.ts';
import type { Ledger } from './ledger.ts';
import { createLibrary } from './library.ts';
import { isIndex } from './list-article-files.ts';
import { findDataFiles, listSiteNames, type SiteNames } from './list-names.ts';
import {
  createClaimMatcher,
  createVisitMatcher,
  listMentionedChildren,
  listMentionedReferences,
} from './mentions.ts';
import { createHeadReader } from './scan-heads.ts';
import { nameAll, watchAddresses, watchCorpus } from './watch-corpus.ts';

/** What has been read of a site so far. What it is asked for beyond that goes into the ledger. */
export interface PartialSite {
  readonly corpus: Corpus;
  /** The same, unwatched. Of articles it has all names, for hints. */
  readonly plain: Corpus;
  readonly redirects: OldAddresses;
  /** Names of the files of data that hold, or would hold, what texts have asked for by a reference, and of those that any text may depend on. */
  readonly asked: ReadonlySet<string>;
  /** Of all files read. What is not read yet may be reported as missing. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads what the ledger lacks, and makes a part of all that was read. */
export type ReadPart = () => Promise<PartialSite>;

/**
 * Reads a site as far as it is asked for: articles with the index pages above them, and the data files that `data` tags
 * name. An old address takes a look into every article, but only those that mention it are parsed.
 */
export function createPartReader(
  config: SiteConfig,
  versions: readonly Version[],
  language: string,
  ledger: Ledger,
): ReadPart {
  const [source] = config.languages;
  const languages = config.languages.filter((each) => each === source || each.code === language);
  const listing = listSiteNames(config, languages);
  const library = createLibrary(config);
  const readHead = createHeadReader(config.root);
  const heads = createHeadParser();
  const asked = new Set<string>();

  return async () => {
    const names = await listing;
    await library.add(names.general);
    for (const file of names.general) asked.add(file);
    while (ledger.isLacking()) await readWanted(names);
    const { texts, images } = library;
    const sources = [...names.articles.values(), ...[...names.data.values()].flat()];
    const unread = sources.filter((file) => library.unread.has(file));
    const files = { texts, images, unread, assets: names.assets, heads };
    const { value: plain, diagnostics } = assembleCorpus(files, config, versions);
    wantRest(names, plain);
    return {
      corpus: watchCorpus(plain, names.articles, ledger),
      plain: { ...plain, articles: nameAll(new Map(plain.articles), names.articles) },
      redirects: watchAddresses(findRedirects(plain), names.articles, ledger),
      asked,
      diagnostics: [...library.faults, ...diagnostics],
    };
  };

  async function readWanted(names: SiteNames): Promise<void> {
    if (ledger.take('everything').length > 0) await library.addAll();
    if (ledger.take('data').length > 0) await library.add([...names.data.values()].flat());
    const articles = ledger.take('article');
    await library.add(articles.flatMap((path) => listTwins(names, path, languages)));
    const held = ledger.take('reference').flatMap((reference) => findDataFiles(names, reference));
    for (const file of held) asked.add(file);
    await addData(held);
    for (const path of ledger.take('children')) await wantChildren(names, path);
    const addresses = ledger.take('old-address');
    if (addresses.length > 0 && !ledger.hasTaken('everything')) {
      wantMentions(names, createClaimMatcher(addresses));
    }
    for (const path of ledger.take('visit')) wantMentions(names, createVisitMatcher(path));
    await library.addImages(ledger.take('image').filter((name) => names.assets.has(name)));
  }

  /** Wants what the files name in their turn, as far as it can be seen; the rest is found out when it is asked for. */
  async function addData(files: readonly string[]): Promise<void> {
    await library.add(files);
    for (const file of files)
      for (const reference of listMentionedReferences(library.texts.get(file) ?? ''))
        ledger.want('reference', reference);
  }

  async function wantChildren({ articles }: SiteNames, path: string): Promise<void> {
    const file = articles.get(path);
    const text = file === undefined ? '' : await library.read(file);
    for (const child of listMentionedChildren(text ?? '', path)) ledger.want('article', child);
  }

  /** Articles whose frontmatter may say what the matcher looks for. */
  function wantMentions({ articles }: SiteNames, matches: (head: string) => boolean): void {
    for (const [path, file] of articles) {
      const head = readHead(file);
      if (head === undefined || matches(head)) ledger.want('article', path);
    }
  }

  /** An article that no index page above it names may be named elsewhere; notes of releases stand in data. */
  function wantRest(names: SiteNames, corpus: Corpus): void {
    if (ledger.hasTaken('everything')) return;
    for (const [path, file] of names.articles) {
      if (!ledger.hasTaken('article', path) || corpus.articles.has(path)) continue;
      if (!library.texts.has(file)) ledger.want('everything');
      else ledger.want('visit', path);
    }
    for (const article of corpus.articles.values()) if (isMadeOfData(article)) ledger.want('data');
  }

  function findRedirects(corpus: Corpus): OldAddresses {
    return openAddressBook({ config, corpus, versions });
  }
}

/** The file of an article in each language, and those of the index pages above it. */
function listTwins(
  { articles }: SiteNames,
  path: string,
  [source, ...translations]: readonly Language[],
): readonly string[] {
  const parts = path.split('/');
  const paths = ['', ...parts.map((_, at) => parts.slice(0, at + 1).join('/'))];
  const files = paths.flatMap((each) => articles.get(each) ?? []);
  const above = files.filter((file) => isIndex(file) || file === articles.get(path));
  const start = posix.join(source?.dir ?? '.', 'content').length;
  return above.flatMap((file) => [
    file,
    ...translations.map(({ dir }) => `${posix.join(dir, 'content')}${file.slice(start)}`),
  ]);
}
