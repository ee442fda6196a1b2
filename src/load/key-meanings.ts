import type { FrontmatterKey } from './frontmatter-keys.ts';

const CARDS = 'Shown on the cards of some landing pages, which readers can filter by it.';

/** What readers see of a frontmatter key; those of the format that they see nothing of are left out. */
export const KEY_MEANINGS: Readonly<Partial<Record<FrontmatterKey, string>>> = {
  title: 'Heading of the page. Liquid and Markdown are allowed.',
  shortTitle: 'Shorter form of the title, for the sidebar and the trail.',
  intro: 'Lead paragraph, and the description that search engines show.',
  product: 'The products in which readers have what the article describes.',
  permissions: 'Who can use what the article describes.',
  versions:
    'The versions that have the page, by plans with ranges of releases or by features. One entry that names a version is enough.',
  children: 'Pages of an index page, in the order of the sidebar.',
  childGroups: 'Groups of the pages of a landing page.',
  redirect_from: 'Old addresses of the page: one, or a list.',
  hidden: 'Published, but in no list.',
  layout: 'The layout of the page.',
  showMiniToc: 'Whether "In this article" is shown.',
  miniTocMaxHeadingLevel: 'The deepest heading in "In this article".',
  topics: 'Keywords.',
  type: 'The kind of the article, shown on the card of a guide.',
  defaultPlatform: 'The platform whose variant is shown first.',
  defaultTool: 'The tool whose variant is shown first.',
  introLinks: 'Buttons under the intro of a landing page.',
  featuredLinks: 'Lists of links of a landing page.',
  changelog: 'News of a landing page.',
  learningTracks: 'Learning tracks of a page of guides.',
  journeyTracks: 'Tracks of a journey.',
  journeyArticlesHeading: 'Heading over the articles of a journey.',
  includeGuides: 'Articles that a page of guides lists.',
  sidebarLink: 'An extra link on top of the sidebar, here and below: text and href.',
  carousels: 'Rows of articles of a landing page.',
  spotlight: 'An older form of carousels.',
  recommended: 'An older form of carousels.',
  includedCategories: 'Categories that the cards of a landing page can be filtered by.',
  filters: 'What the cards of a landing page can be filtered by.',
  category: CARDS,
  complexity: CARDS,
  surface: CARDS,
  industry: CARDS,
  effectiveDate: 'The day from which a text holds, shown under the title.',
  product_video: 'Address of a video of a landing page.',
};
