import type { PageView, SiteView } from '../../site/view.ts';
import { type CompareWords, createPageComparer } from '../changes/index.ts';
import type { Page, PageHead } from '../links/index.ts';
import type { Theme } from '../theme/index.ts';
import { createChangedPageView, createReleaseChangesView } from './create-changes-view.ts';
import { createCompareView, listVersionHomes, locateCompare } from './create-compare-view.ts';
import { createPageView } from './create-page-view.ts';
import { createSiteView, listHomes } from './create-site-view.ts';
import { createCanonicalFinder } from './find-canonical.ts';
import { createPageOpener, type OpenPage } from './open-page.ts';
import type { ComposedFile, ComposedSite } from './types.ts';

/** Every text file of the site, in a stable order: pages, what changed in them, redirects, root, 404, the theme's own files. */
export function listFiles(site: ComposedSite, theme: Theme): readonly ComposedFile[] {
  const siteView = createSiteView(site, theme);
  const homes = listHomes(site, siteView);
  const findCanonical = createCanonicalFinder(site.config);
  const {
    page: renderPage,
    redirect: renderRedirect,
    root: renderRoot,
    notFound: renderNotFound,
  } = siteView.templates;
  const openPage = createPageOpener(site.pages);
  const createView = (page: Page) => createPageView(page, site, siteView, findCanonical);
  const compareFiles = listCompareFiles(site, siteView, (head) => createView(openPage(head)));
  const unused = new Set([
    ...(site.hasSearch === true ? [] : SEARCH_FILES),
    ...(compareFiles.length > 0 ? [] : COMPARE_FILES),
  ]);
  return [
    ...site.pages.map((page) => ({
      output: page.output,
      render: () => renderPage(createView(page)),
      isPage: true,
    })),
    ...listChangeFiles(site, siteView, openPage, createView),
    ...compareFiles,
    ...site.redirects.map((redirect) => ({
      output: redirect.output,
      render: () => renderRedirect(redirect, siteView),
      isPage: false,
    })),
    { output: 'index.html', render: () => renderRoot(homes, siteView), isPage: true },
    { output: '404.html', render: () => renderNotFound(homes, siteView), isPage: true },
    ...theme.files
      .filter(({ name }) => !unused.has(name))
      .map(({ output, text }) => ({ output, render: () => text, isPage: false })),
  ];
}

/** A page for each article that a release changed, and one for each release. What already stands at their address stays. */
function listChangeFiles(
  { config, versions, pages, redirects, changes, navigation }: ComposedSite,
  { templates }: SiteView,
  openPage: OpenPage,
  createView: (page: Page) => PageView,
): readonly ComposedFile[] {
  const comparePages = createPageComparer(config, versions);
  const taken = new Set([...pages, ...redirects].map(({ output }) => output));
  const changed = changes.pages.map((change) => ({
    output: change.output,
    render: () => {
      const [older, newer] = [openPage(change.older), openPage(change.newer)];
      const compare = (words: CompareWords) => comparePages(older, newer, words);
      return templates.changedPage(createChangedPageView(change, createView(newer), changes, compare));
    },
    isPage: true,
  }));
  const releases = changes.releases.flatMap((release): readonly ComposedFile[] => {
    const home = navigation.findTree(release.language, release.step.newer)?.page;
    if (home === undefined) return [];
    const render = () =>
      templates.releaseChanges(
        createReleaseChangesView(release, createView(openPage(home)), changes, navigation),
      );
    return [{ output: release.output, render, isPage: true }];
  });
  return [...changed, ...releases].filter(({ output }) => !taken.has(output));
}

/** A page for each language where a reader compares any two versions of an article, if there are two. */
function listCompareFiles(
  { config, languages, navigation, versions }: Omit<ComposedSite, 'pages'>,
  { templates }: SiteView,
  createView: (head: PageHead) => PageView,
): readonly ComposedFile[] {
  if (!config.changes) return [];
  return languages.flatMap((language): readonly ComposedFile[] => {
    const homes = listVersionHomes(navigation, versions, language);
    const [first] = homes;
    if (first === undefined || homes.length < 2) return [];
    const render = () => templates.compare(createCompareView(createView(first), homes));
    return [{ output: locateCompare(config, language).output, render, isPage: true }];
  });
}

/** Of use only beside a search index, or a page that compares versions. */
const SEARCH_FILES = ['search-dialog.js', 'search-engine.js'];
const COMPARE_FILES = ['compare.js', 'compare-texts.js'];
