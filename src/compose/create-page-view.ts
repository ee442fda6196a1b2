import { type Html, html, trust } from '../../site/html.ts';
import type { LinkView, PageFurniture, PageView, SiteView } from '../../site/view.ts';
import { formatWords } from '../../site/words.ts';
import type { SiteConfig } from '../config/index.ts';
import {
  type FilledText,
  findShownFile,
  formatAbsolute,
  formatPromptUrl,
  type Page,
  type PageHead,
} from '../links/index.ts';
import { joinPieces } from '../markdown/index.ts';
import {
  createSearchAddresses,
  isOneProduct,
  type Navigation,
  type NavigationNode,
  readMap,
  readText,
  type SearchAddresses,
} from '../navigation/index.ts';
import { findChangeLink } from './create-changes-view.ts';
import { findCompareHref } from './create-compare-view.ts';
import { createLandingView } from './create-landing-view.ts';
import { createLinkLister, type ListSiteLinks } from './create-link-lister.ts';
import { createFeedFinder } from './feeds/find-feed-links.ts';
import { findRelease, listRetired } from './find-release.ts';
import { createCardFinder } from './list-cards.ts';
import { markDirections } from './mark-directions.ts';
import { joinWithMarks, listHeadingRanges } from './mark-headings.ts';
import type { PartOfSite } from './types.ts';

/** Joins the texts of a page with what stands around them: all that its layout needs. */
export function createPageView(page: Page, furniture: PageFurniture, config: SiteConfig): PageView {
  const body = joinBody(page, furniture.site, config);
  return {
    ...furniture,
    page,
    body: page.fallbacks.includes('body') ? body : markForeign(body, page, furniture.site),
    intro: page.intro && joinText(page.intro),
    product: page.product && joinText(page.product),
    permissions: page.permissions && joinText(page.permissions),
  };
}

/** What is made once for all pages. */
export interface FurnitureTools {
  readonly addresses: SearchAddresses;
  readonly listSiteLinks: ListSiteLinks;
  readonly findFeeds: ReturnType<typeof createFeedFinder>;
  readonly findCard: ReturnType<typeof createCardFinder>;
}

export function createFurnitureTools(site: Omit<PartOfSite, 'pages'>, { words }: SiteView): FurnitureTools {
  const { config, navigation } = site;
  return {
    addresses: createSearchAddresses(config, navigation),
    listSiteLinks: createLinkLister(config, navigation),
    findFeeds: createFeedFinder(site, words),
    findCard: createCardFinder(site),
  };
}

/** Looks up what stands around the texts of a page. */
export function createFurniture(
  page: PageHead,
  { navigation, changes, config, corpus }: Omit<PartOfSite, 'pages'>,
  site: SiteView,
  { addresses, listSiteLinks, findFeeds, findCard }: FurnitureTools,
): PageFurniture {
  const tree = navigation.findTree(page.language, page.version);
  const trail = navigation.findTrail(page);
  const file = findShownFile(page, site.sourceLanguage.code);
  const versions = navigation.listVersions(page);
  return {
    site,
    words: site.words(page.language),
    here: page.href,
    canonical: addresses.findCanonical(page),
    alternates: addresses.listAlternates(page),
    links: listSiteLinks(page),
    landing: createLandingView(page, site, navigation),
    steps: navigation.listSteps(page),
    sidebarLink: findSidebarLink(trail, navigation),
    release: findRelease(page, versions, changes),
    retired: site.share(page.version, () => listRetired(page)),
    change: findChangeLink(page, changes),
    feeds: findFeeds(page),
    card: findCard(page, trail),
    chatHref: findChatHref(page, config, site),
    editUrl: config.editUrl?.replace('{file}', () => file.split('/').map(encodeURIComponent).join('/')),
    lastUpdated: corpus.days?.get(file),
    compareHref: findCompareHref(page, versions, config),
    home: tree?.page,
    trail,
    branch: findBranch(tree, trail),
    isOneProduct: tree !== undefined && isOneProduct(tree),
    children: navigation.findNode(page)?.children ?? [],
    previous: navigation.findPrevious(page),
    next: navigation.findNext(page),
    versions,
    languages: navigation.listLanguages(page),
  };
}

/** The chat gets the address of the page as Markdown, and reads it there. */
function findChatHref(
  { language, href }: PageHead,
  { promptUrl, baseUrl }: PartOfSite['config'],
  { words }: SiteView,
): string | undefined {
  if (promptUrl === undefined) return undefined;
  const address = formatAbsolute(baseUrl, `${href.slice(0, -1)}.md`);
  return formatPromptUrl(promptUrl, formatWords(words(language).pagePrompt, { address }));
}

/**
 * The node of the page's product, which stands second in its trail; the whole tree for pages in none, and where the site is
 * one product.
 */
function findBranch(
  tree: NavigationNode | undefined,
  [, product]: readonly PageHead[],
): NavigationNode | undefined {
  if (tree === undefined || isOneProduct(tree)) return tree;
  return tree.children.find(({ page }) => page.href === product?.href) ?? tree;
}

/** The body, with ids that its headings had, and the versions of its sections where the site file asks for them. */
function joinBody(page: Page, site: SiteView, config: SiteConfig): Html {
  if (config.availability === undefined && page.carried === undefined) return joinText(page.body);
  const words = site.words(page.language);
  const behind = [...listHeadingRanges(page, config)].map(([at, found]) => {
    return [at, site.templates.availabilityMark(found, words, page.language).markup] as const;
  });
  const before = [...(page.carried ?? [])].map(([at, ids]) => {
    return [at, ids.map((id) => html`<a id="${id}"></a>\n`.markup).join('')] as const;
  });
  return trust(joinWithMarks(page.body, { before: new Map(before), behind: new Map(behind) }));
}

/** On pages that run from right to left, what of the text runs the other way. */
function markForeign(body: Html, { language }: Page, { languages, sourceLanguage }: SiteView): Html {
  const isFromRight = languages.some(({ code, direction }) => code === language && direction === 'rtl');
  if (!isFromRight || sourceLanguage.direction === 'rtl') return body;
  return trust(markDirections(body.markup, html` lang="${sourceLanguage.code}" dir="ltr"`.markup));
}

function joinText({ rendering, fills }: FilledText): Html {
  return trust(joinPieces(rendering, fills));
}

/** That of the page, or of the nearest page above it that has one. */
function findSidebarLink(trail: readonly PageHead[], navigation: Navigation): LinkView | undefined {
  const above = trail.findLast(({ labels }) => labels['sidebarLink.text']);
  if (above === undefined) return undefined;
  const address = readText(readMap(above.article.frontmatter.sidebarLink).href);
  const href = navigation.findHref(address, above);
  return href === undefined ? undefined : { label: above.labels['sidebarLink.text'] ?? '', href };
}
