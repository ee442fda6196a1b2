import type { PageFurniture, PageView, RetiredRelease, SiteView } from '../../site/view.ts';
import { type ChangedPage, type Changes, type CompareWords, createPageComparer } from '../changes/index.ts';
import type { Page, PageHead } from '../links/index.ts';
import type { Navigation } from '../navigation/index.ts';
import { listStubs, type Redirect } from '../redirects/index.ts';
import type { Theme } from '../theme/index.ts';
import { createChangedPageView, createReleaseChangesView } from './create-changes-view.ts';
import { createCompareView, listVersionHomes, locateCompare } from './create-compare-view.ts';
import { createFurniture, createFurnitureTools, createPageView } from './create-page-view.ts';
import { createSiteView, listHomes } from './create-site-view.ts';
import { listFeedFiles } from './feeds/list-feed-files.ts';
import { createPageOpener, type OpenPage } from './open-page.ts';
import { stampView } from './stamp-view.ts';
import type { ComposedFile, ComposedSite, PartOfSite, Stamps } from './types.ts';

/** Every text file of the site, in a stable order: pages, what changed in them, redirects, root, 404, the theme's own files. */
export function listFiles(site: ComposedSite, theme: Theme): readonly ComposedFile[] {
  const siteView = createSiteView(site, theme);
  const homes = listHomes(site, siteView);
  const { redirect: renderRedirect, root: renderRoot, notFound: renderNotFound } = siteView.templates;
  const tools = createTools(site, siteView);
  const taken = listTaken(site);
  const compareFiles = listCompareFiles(site, siteView, tools);
  const stubs = listStubs(site.redirects, site);
  const unused = new Set([
    ...(site.hasSearch === true ? [] : SEARCH_FILES),
    ...(compareFiles.length > 0 ? [] : COMPARE_FILES),
    ...(stubs.length > 0 ? [] : REDIRECT_FILES),
    ...(site.config.banner?.some(({ until }) => until !== undefined) ? [] : BANNER_FILES),
    ...(site.pages.some(({ article }) => article.layout === 'home') ? [] : HOME_FILES),
    ...(site.config.math === true ? [] : MATH_FILES),
    ...(site.config.diagrams === undefined ? DIAGRAM_FILES : []),
    ...(site.config.favicon === undefined ? [] : ICON_FILES),
  ]);
  return [
    ...listOwnFiles(site, siteView, tools, taken),
    ...listReleaseFiles(site, siteView, tools).filter(({ output }) => !taken.has(output)),
    ...compareFiles,
    ...listFeedFiles(site, siteView, tools),
    ...stubs.map((redirect) => ({
      output: redirect.output,
      render: () => renderRedirect(redirect, siteView),
      isPage: false,
      stamp: () => stampRedirect(redirect),
    })),
    { output: 'index.html', render: () => renderRoot(homes, siteView), isPage: true },
    {
      output: '404.html',
      render: () => renderNotFound(homes, siteView, listRetiredReleases(site)),
      isPage: true,
    },
    ...theme.files
      .filter(({ name }) => !unused.has(name))
      .map(({ output, text }) => ({ output, render: () => text, isPage: false })),
  ];
}

/**
 * The files of some pages of a site that has others too: each page, and what changed in it. With home pages come the pages that
 * list what a release changed, and those where versions are compared, which are framed like them.
 *
 * @param taken files that belong to something else, as `listTaken` lists them for the whole site
 */
export function listPageFiles(
  site: PartOfSite,
  theme: Theme,
  taken: ReadonlySet<string>,
): readonly ComposedFile[] {
  const siteView = createSiteView(site, theme);
  const tools = createTools(site, siteView);
  const own = new Set(site.pages.map(({ href }) => href));
  const ownFiles = listOwnFiles(site, siteView, tools, taken);
  // To look for home pages, the trees of all versions are grown.
  const isOwn = (page: PageHead) => own.has(page.href);
  if (site.pages.every(({ article }) => article.path !== '' && article.layout !== 'release-notes'))
    return ownFiles;
  return [
    ...ownFiles,
    ...listReleaseFiles(site, siteView, tools, isOwn).filter(({ output }) => !taken.has(output)),
    ...listCompareFiles(site, siteView, tools, isOwn),
    ...listFeedFiles(site, siteView, tools, isOwn),
  ];
}

/** What layouts get of each page, for what is made of pages beside the site itself: from what others see of a page to its view. */
export function createViewer(site: PartOfSite, theme: Theme): (head: PageHead) => PageView {
  const { openPage, createView } = createTools(site, createSiteView(site, theme));
  return (head) => createView(openPage(head));
}

/** Files beside which no page about a change may stand: those of pages and redirects. */
export function listTaken({
  pages,
  redirects,
}: Pick<ComposedSite, 'pages' | 'redirects'>): ReadonlySet<string> {
  return new Set([...pages, ...redirects].map(({ output }) => output));
}

/** Its address is that of the file. Short, and there are many, so it stays readable. */
function stampRedirect({ from: _, output: __, ...rest }: Redirect): string {
  return JSON.stringify(rest);
}

/** As the home pages of one language have them. */
function listRetiredReleases({ config, languages, redirects }: ComposedSite): readonly RetiredRelease[] {
  const [language = ''] = languages;
  const { length } = `${config.basePath}${language}/`;
  return redirects.flatMap(({ from, to, retired, language: own }) =>
    retired === undefined || own !== language
      ? []
      : [{ from: from.slice(length, -1), to: to.slice(length, -1), title: retired }],
  );
}

interface Tools {
  readonly openPage: OpenPage;
  readonly createView: (page: Page) => PageView;
  /** Of all that a page is made of. */
  readonly stampPage: (page: PageHead, stamps: Stamps) => string;
}

function createTools(site: PartOfSite, siteView: SiteView): Tools {
  const { config, pages } = site;
  const furnitureTools = createFurnitureTools(site, siteView);
  const known = new Map<PageHead, string>();
  let last: { readonly page: PageHead; readonly furniture: PageFurniture } | undefined;
  return {
    openPage: createPageOpener(pages),
    createView: (page) => createPageView(page, furnish(page), config),
    stampPage(page, stamps) {
      const stamped = known.get(page) ?? stampView(page, furnish(page), stamps);
      known.set(page, stamped);
      return stamped;
    },
  };

  /** A page that has just been stamped is often made next. */
  function furnish(page: PageHead): PageFurniture {
    if (last?.page !== page)
      last = { page, furniture: createFurniture(page, site, siteView, furnitureTools) };
    return last.furniture;
  }
}

/** A page for each article, and one for each that a release changed. What already stands at its address stays. */
function listOwnFiles(
  { config, versions, pages, changes, navigation }: PartOfSite,
  { templates }: SiteView,
  { openPage, createView, stampPage }: Tools,
  taken: ReadonlySet<string>,
): readonly ComposedFile[] {
  const comparePages = createPageComparer(config, versions);
  const own = new Set(pages.map(({ href }) => href));
  const changed = changes.pages.filter(({ newer, output }) => own.has(newer.href) && !taken.has(output));
  return [
    ...pages.map((page) => ({
      output: page.output,
      render: () => templates.page(createView(openPage(page))),
      isPage: true,
      stamp: (stamps: Stamps) => stampPage(page, stamps),
      shows: [page],
    })),
    ...changed.map((change) => ({
      output: change.output,
      render: () => {
        const [older, newer] = [openPage(change.older), openPage(change.newer)];
        const compare = (words: CompareWords) => comparePages(older, newer, words);
        return templates.changedPage(createChangedPageView(change, createView(newer), changes, compare));
      },
      isPage: true,
      stamp: (stamps: Stamps) =>
        stamps.stamp(
          stampPage(change.newer, stamps),
          stamps.stampTexts(change.older),
          nameChange(change, changes, navigation),
        ),
      shows: [change.older, change.newer],
    })),
  ];
}

/** What a page about a change names beside the two that it compares; in the other languages there may be such a page, too. */
function nameChange(change: ChangedPage, changes: Changes, navigation: Navigation): unknown {
  const { newer } = change;
  const release = changes.findRelease(newer.language, newer.version);
  const others = navigation.listLanguages(newer).map(({ page }) => changes.findChange(page)?.href);
  return [change, release?.href, changes.listSteps(change), others];
}

/** A page for each release that lists all it changed. */
function listReleaseFiles(
  { changes, navigation }: Pick<ComposedSite, 'changes' | 'navigation'>,
  { templates }: SiteView,
  { openPage, createView }: Tools,
  isWanted: (home: PageHead) => boolean = () => true,
): readonly ComposedFile[] {
  return changes.releases.flatMap((release): readonly ComposedFile[] => {
    const home = navigation.findTree(release.language, release.step.newer)?.page;
    if (home === undefined || !isWanted(home)) return [];
    const render = () =>
      templates.releaseChanges(
        createReleaseChangesView(release, createView(openPage(home)), changes, navigation),
      );
    return [{ output: release.output, render, isPage: true }];
  });
}

/** A page for each language where a reader compares any two versions of an article, if there are two. */
function listCompareFiles(
  { config, languages, navigation, versions }: Omit<PartOfSite, 'pages'>,
  { templates }: SiteView,
  { openPage, createView }: Tools,
  isWanted: (home: PageHead) => boolean = () => true,
): readonly ComposedFile[] {
  if (!config.changes) return [];
  return languages.flatMap((language): readonly ComposedFile[] => {
    const homes = listVersionHomes(navigation, versions, language);
    const [first] = homes;
    if (first === undefined || homes.length < 2 || !isWanted(first)) return [];
    const render = () => templates.compare(createCompareView(createView(openPage(first)), homes));
    return [{ output: locateCompare(config, language).output, render, isPage: true }];
  });
}

/** Of use only beside a banner that is shown for a time. */
const BANNER_FILES = ['banner.js'];
/** Of use only on a home page of that layout. */
const HOME_FILES = ['home.css'];
/** Of use only on pages with formulas. */
const MATH_FILES = ['math.css'];
/** Of use only on pages with diagrams. */
const DIAGRAM_FILES = ['diagrams.css'];
/** Stands in for an icon that the site does not have. */
const ICON_FILES = ['icon.svg'];
/** Of use only beside a search index, a page that compares versions, or an old address. */
const SEARCH_FILES = ['search-dialog.js', 'search-engine.js', 'search.css'];
const COMPARE_FILES = ['compare.js', 'compare-texts.js', 'changes.js', 'changes.css', 'compare.css'];
const REDIRECT_FILES = ['redirect.js'];
