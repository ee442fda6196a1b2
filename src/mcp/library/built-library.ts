import { rememberAnswers } from '../text/remember-answers.ts';
import type { ArticleOutcome, DocsLibrary, LibraryVersion, PageName } from '../types.ts';
import { compareArticleTexts } from './compare-article-texts.ts';
import { type BuiltPages, indexPages } from './index-pages.ts';
import type { PageList } from './parse-page-list.ts';
import { createMarkdownFinder } from './read-markdown.ts';
import { refuseOtherHost } from './refuse-other-host.ts';
import { trimAddress } from './trim-address.ts';

/** Questions to the folder of a built site. Conditions are not known there, for pages do not say them. */
export function createBuiltLibrary(folder: string, stamp: string, list: PageList): DocsLibrary {
  const { pathname: basePath } = new URL(list.baseUrl);
  const readMarkdown = createMarkdownFinder(folder, basePath);
  const pages = indexPages(list, basePath);
  const { versions, articles } = pages;

  const readOutcome = async (page: PageName): Promise<readonly ArticleOutcome[]> => {
    const listed = pages.find(page);
    const markdown = listed && (await readMarkdown(listed.markdown));
    if (listed === undefined || markdown === undefined) return [];
    const { title, hidden = false } = listed;
    return [{ path: page.path, title, markdown, isHidden: hidden, versions: new Set([page.version]) }];
  };
  const readVersion = rememberAnswers(async (target) => {
    const [language = '', id] = JSON.parse(target) as readonly string[];
    const found: ArticleOutcome[] = [];
    // One after the other: a site has more files than a process may open.
    for (const [path, own] of articles)
      for (const version of own)
        if (version.id === id) found.push(...(await readOutcome({ path, version, language })));
    return found;
  });
  const listOutcomes: DocsLibrary['listOutcomes'] = async (language, { path, version } = {}) => {
    const wanted = version === undefined ? versions : [version];
    const found = wanted.map((each) =>
      path === undefined
        ? readVersion(JSON.stringify([language, each.id]))
        : readOutcome({ path, version: each, language }),
    );
    return (await Promise.all(found)).flat();
  };

  return {
    stamp,
    title: list.title,
    versions,
    defaultVersion: pages.defaultVersion,
    languages: list.languages,
    articles,
    listOutcomes,
    async readPage(page) {
      const [outcome] = await readOutcome(page);
      return outcome;
    },
    formatAddress: (page) =>
      pages.find(page)?.href ?? new URL(`${basePath}${pages.homeOf(page)}${page.path}`, list.baseUrl).href,
    parseAddress(address) {
      refuseOtherHost(address, list.baseUrl);
      return pages.parse(trimAddress(address, basePath));
    },
    formatRanges: (set) => describeSet(set, versions),
    async listChanges(from, { version, language }, path) {
      const outcomes = (
        await Promise.all([from, version].map((each) => listOutcomes(language, { path, version: each })))
      ).flat();
      const [before, after] = [from, version].map((each) =>
        pickTexts(
          outcomes,
          each,
          new URL(`${basePath}${pages.homeOf({ version: each, language })}`, list.baseUrl).href,
        ),
      );
      return compareArticleTexts(before ?? new Map(), after ?? new Map());
    },
  };
}

/** By path, what articles say in a version. Links within the version are written alike for all versions. */
function pickTexts(
  outcomes: readonly ArticleOutcome[],
  version: LibraryVersion,
  home: string,
): ReadonlyMap<string, string> {
  const own = outcomes.filter(({ versions, isHidden }) => versions.has(version) && !isHidden);
  return new Map(own.map(({ path, markdown }) => [path, markdown.replaceAll(home, '/')]));
}

function describeSet(set: ReadonlySet<LibraryVersion>, versions: BuiltPages['versions']): string {
  if (set.size === 0) return 'no version';
  if (set.size === versions.length) return 'every version';
  return versions
    .filter((version) => set.has(version))
    .map(({ name }) => name)
    .join(', ');
}
