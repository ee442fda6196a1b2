import type { SiteConfig } from '../config/types.ts';
import type { Page } from '../links/index.ts';
import type { Corpus } from '../load/index.ts';
import { listMembers, type Version, type VersionSet } from '../versions/index.ts';
import { buildTree, type Tree } from './build-tree.ts';
import { listAlternates } from './list-alternates.ts';
import { createPageLookup } from './page-lookup.ts';
import type { Navigation, NavigationNode } from './types.ts';

export interface NavigationInput {
  readonly config: Pick<SiteConfig, 'languages'>;
  readonly corpus: Pick<Corpus, 'articles'>;
  readonly versions: readonly Version[];
  readonly built: VersionSet;
  readonly languages: readonly string[];
  readonly pages: readonly Page[];
}

/** A tree is built when it is first asked for, then kept. */
export function buildNavigation({
  config,
  corpus,
  versions,
  built,
  languages,
  pages,
}: NavigationInput): Navigation {
  const { articles } = corpus;
  const findPage = createPageLookup(pages);
  const builtVersions = listMembers(built, versions);
  const builtLanguages = config.languages.filter(({ code }) => languages.includes(code));
  const trees = new Map<string, Tree | undefined>();
  return {
    findTree: (language, version) => findTree(language, version)?.root,
    findNode,
    findTrail,
    findPrevious: (page) => findNeighbours(page)?.previous,
    findNext: (page) => findNeighbours(page)?.next,
    listVersions(page) {
      const { language } = page;
      const choices = builtVersions.map((version) => ({ label: version.title, language, version }));
      return listAlternates(page, choices, articles, findPage);
    },
    listLanguages(page) {
      const { version } = page;
      const choices = builtLanguages.map(({ code, name }) => ({ label: name, language: code, version }));
      return listAlternates(page, choices, articles, findPage);
    },
  };

  function findTree(language: string, version: Version): Tree | undefined {
    const key = `${language} ${version.index}`;
    if (!trees.has(key))
      trees.set(
        key,
        buildTree((path) => findPage(language, version, path)),
      );
    return trees.get(key);
  }

  function findNode({ language, version, article }: Page): NavigationNode | undefined {
    return findTree(language, version)?.nodes.get(article.path);
  }

  function findNeighbours({ language, version, article }: Page) {
    return findTree(language, version)?.neighbours.get(article.path);
  }

  function findTrail(page: Page): readonly Page[] {
    const node = findNode(page);
    if (node === undefined) return [];
    const { parent } = page.article;
    const above = parent === undefined ? undefined : findPage(page.language, page.version, parent);
    return above === undefined ? [node.page] : [...findTrail(above), node.page];
  }
}
