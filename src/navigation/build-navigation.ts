import type { SiteConfig } from '../config/types.ts';
import type { OldAddresses, PageHead } from '../links/index.ts';
import type { Article, Corpus } from '../load/index.ts';
import type { Resolver } from '../resolve/index.ts';
import { listMembers, type Version, type VersionSet } from '../versions/index.ts';
import { createAddressFinder, findFolder, isOutside } from './address-finder.ts';
import { buildTree, type Tree } from './build-tree.ts';
import { listAlternates } from './list-alternates.ts';
import { createPageLookup, type FindPage } from './page-lookup.ts';
import { remember } from './remember.ts';
import { createTrackBook } from './track-book.ts';
import type { Navigation, NavigationNode } from './types.ts';

export interface NavigationInput {
  readonly config: Pick<SiteConfig, 'languages' | 'plans'>;
  readonly corpus: Pick<Corpus, 'articles' | 'features' | 'data'>;
  readonly versions: readonly Version[];
  readonly built: VersionSet;
  readonly languages: readonly string[];
  /** All of them, or what finds one. */
  readonly pages: readonly PageHead[] | FindPage;
  readonly redirects: OldAddresses;
  /** Liquid of short texts in frontmatter and data. */
  readonly resolveText: ResolveText;
  readonly resolveWording: ResolveWording;
}

export type ResolveText = (text: string, article: Article, language: string, version: Version) => string;
export type ResolveWording = Resolver['resolveWording'];

/** A tree is built when it is first asked for, then kept. */
export function buildNavigation({
  config,
  corpus,
  versions,
  built,
  languages,
  pages,
  redirects,
  resolveText,
  resolveWording,
}: NavigationInput): Navigation {
  const { articles } = corpus;
  const findPage = typeof pages === 'function' ? pages : createPageLookup(pages);
  const builtVersions = listMembers(built, versions);
  const builtLanguages = config.languages.filter(({ code }) => languages.includes(code));
  const listVersionChoices = remember((language: string) =>
    builtVersions.map((version) => ({ label: version.title, language, version })),
  );
  const listLanguageChoices = remember((version: Version) =>
    builtLanguages.map(({ code, name }) => ({ label: name, language: code, version })),
  );
  const listTrees = remember((version: Version) =>
    remember((language: string): Tree | undefined => buildTree((path) => findPage(language, version, path))),
  );
  const findAddress = createAddressFinder({ config, corpus, versions, redirects });
  const { listTracks, listSteps } = createTrackBook(
    { config, corpus, versions },
    findPage,
    findLinked,
    formatText,
    resolveWording,
  );
  return {
    findTree: (language, version) => findTree(language, version)?.root,
    findNode,
    findTrail,
    findPrevious: (page) => findNeighbours(page)?.previous,
    findNext: (page) => findNeighbours(page)?.next,
    listVersions: (page) => listAlternates(page, listVersionChoices(page.language), articles, findPage),
    listLanguages: (page) => listAlternates(page, listLanguageChoices(page.version), articles, findPage),
    findLinked: (address, page) => findLinked(formatText(address, page), page.language, page.version),
    findNearby: (address, page) =>
      findLinked(formatText(address, page), page.language, page.version, findFolder(page.article)),
    findHref,
    formatText,
    listTracks,
    listSteps,
  };

  /** Few of these texts hold Liquid. */
  function formatText(text: string, { article, language, version }: PageHead): string {
    return /\{[{%]/.test(text) ? resolveText(text, article, language, version) : text;
  }

  /** The Liquid goes first: what looks like a fragment may be the end of a tag. */
  function findHref(address: string, page: PageHead): string | undefined {
    const written = formatText(address, page).trim();
    if (isOutside(written)) return written;
    const isHere = /^[?#]./.test(written);
    const found = isHere ? page : findLinked(written, page.language, page.version);
    return found && `${found.href}${/[?#].*$/s.exec(written)?.[0] ?? ''}`;
  }

  function findLinked(
    address: string,
    language: string,
    version: Version,
    folder?: string,
  ): PageHead | undefined {
    const target = findAddress(address, version, folder);
    return target === undefined || target.isElsewhere
      ? undefined
      : findPage(language, target.version, target.article.path);
  }

  function findTree(language: string, version: Version): Tree | undefined {
    return listTrees(version)(language);
  }

  function findNode({ language, version, article }: PageHead): NavigationNode | undefined {
    return findTree(language, version)?.nodes.get(article.path);
  }

  function findNeighbours({ language, version, article }: PageHead) {
    return findTree(language, version)?.neighbours.get(article.path);
  }

  function findTrail(page: PageHead): readonly PageHead[] {
    const node = findNode(page);
    if (node === undefined) return [];
    const { parent } = page.article;
    const above = parent === undefined ? undefined : findPage(page.language, page.version, parent);
    return above === undefined ? [node.page] : [...findTrail(above), node.page];
  }
}
