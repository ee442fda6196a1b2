/**
 * Links: rendered articles come in, one Page for each article, language and version goes out. Here the slots are
 * filled with what depends on other pages (addresses, titles, heading ids), and links, fragments and files that do not
 * exist are reported. Trees and pickers are left to `navigation`, old addresses to `redirects`.
 */

export { type AddressUses, UNANSWERED } from './address-log.ts';
export { formatPromptUrl } from './answer-slots.ts';
export { EMPTY_RENDERING } from './empty-rendering.ts';
export { findShownFile } from './find-shown-file.ts';
export { createTargetFinder, type FindTarget, type Target } from './find-target.ts';
export type { FragmentUses } from './fragment-log.ts';
export { isPage } from './is-page.ts';
export { type LinkedPages, type LinkInput, linkPages, settleArticles } from './link-pages.ts';
export { outlineRendered } from './outline-rendered.ts';
export { listPageAnchors } from './page-anchors.ts';
export {
  type Address,
  createAddressParser,
  dropGuides,
  findLegacyVersion,
  type ParseAddress,
} from './parse-address.ts';
export { mayBeMeant } from './problems.ts';
export type { RenderedIndex } from './rendered-index.ts';
export { createLinkResolver, type Link, type LinkResolver } from './resolve-link.ts';
export type { FilledText, OldAddresses, Page, PageHead, RedirectTarget, RenderedArticle } from './types.ts';
export { decodeText, encodePath, formatAbsolute } from './url.ts';
