import type { html, trust } from './html.ts';
import { renderChangedPage } from './layouts/changed-page.ts';
import { renderCompare } from './layouts/compare.ts';
import { renderDocument } from './layouts/document.ts';
import { renderNotFound } from './layouts/not-found.ts';
import { renderPage } from './layouts/page.ts';
import { renderRedirect } from './layouts/redirect.ts';
import { renderReleaseChanges } from './layouts/release-changes.ts';
import { renderRoot } from './layouts/root.ts';
import { renderArticleList } from './partials/articles.ts';
import { renderAvailability } from './partials/availability.ts';
import { renderAvailabilityMark } from './partials/availability-mark.ts';
import { renderBanner } from './partials/banner.ts';
import { renderBreadcrumbs } from './partials/breadcrumbs.ts';
import { renderCards } from './partials/cards.ts';
import { renderChangeNote } from './partials/change-note.ts';
import { renderChildren } from './partials/children.ts';
import { renderEffectiveDate } from './partials/effective-date.ts';
import { renderFeatured } from './partials/featured.ts';
import { renderGuides } from './partials/guides.ts';
import { renderPageHead } from './partials/head.ts';
import { renderHeader } from './partials/header.ts';
import { renderHome } from './partials/home.ts';
import { renderIntroLinks } from './partials/intro-links.ts';
import { renderMiniContents } from './partials/mini-contents.ts';
import { renderNeighbours } from './partials/neighbours.ts';
import { renderPageFoot } from './partials/page-foot.ts';
import { renderPicker } from './partials/picker.ts';
import { renderReleaseNote } from './partials/release-note.ts';
import { renderSearch } from './partials/search.ts';
import { renderSidebar } from './partials/sidebar.ts';
import { renderSiteFooter } from './partials/site-footer.ts';
import { renderSteps } from './partials/steps.ts';
import { renderTracks } from './partials/tracks.ts';
import { renderTranslationNote } from './partials/translation-note.ts';
import { renderVariantPickers } from './partials/variant-pickers.ts';
import type { formatWords } from './words.ts';

/**
 * Every template that a site can put its own in place of, by name: `miniContents` stands in
 * `theme/templates/mini-contents.js` of a site. Templates call each other through `site.templates`, so that the site's
 * own are found from everywhere.
 */
export const builtInTemplates = {
  changedPage: renderChangedPage,
  compare: renderCompare,
  document: renderDocument,
  notFound: renderNotFound,
  page: renderPage,
  redirect: renderRedirect,
  releaseChanges: renderReleaseChanges,
  root: renderRoot,
  articles: renderArticleList,
  availability: renderAvailability,
  availabilityMark: renderAvailabilityMark,
  banner: renderBanner,
  breadcrumbs: renderBreadcrumbs,
  cards: renderCards,
  changeNote: renderChangeNote,
  children: renderChildren,
  effectiveDate: renderEffectiveDate,
  featured: renderFeatured,
  guides: renderGuides,
  head: renderPageHead,
  header: renderHeader,
  home: renderHome,
  introLinks: renderIntroLinks,
  miniContents: renderMiniContents,
  neighbours: renderNeighbours,
  pageFoot: renderPageFoot,
  picker: renderPicker,
  releaseNote: renderReleaseNote,
  search: renderSearch,
  sidebar: renderSidebar,
  siteFooter: renderSiteFooter,
  steps: renderSteps,
  tracks: renderTracks,
  translationNote: renderTranslationNote,
  variantPickers: renderVariantPickers,
};

export type Templates = Readonly<typeof builtInTemplates>;

/** What a template of a site is made with. */
export interface TemplateTools<Name extends keyof Templates = keyof Templates> {
  /** Template tag that escapes what is put in, unless it is HTML already. */
  readonly html: typeof html;
  /** Declares a text to be HTML. */
  readonly trust: typeof trust;
  /** Puts names into a sentence of `words`. */
  readonly formatWords: typeof formatWords;
  /** The template of the theme that this one stands in for. */
  readonly original: Templates[Name];
}

/** What a module in `theme/templates/` exports as `override`. */
export type Override<Name extends keyof Templates = keyof Templates> = (
  tools: TemplateTools<Name>,
) => Templates[Name];
