import { type Html, html } from '../html.ts';
import type { PageView, SiteView } from '../view.ts';
import type { Words } from '../words.ts';

/**
 * The button that opens the search, where the site has one. It needs the page's script, which loads the rest when the
 * button is first used; without script it is not shown.
 */
export function renderSearch({ site, words, page }: PageView): Html | undefined {
  return renderSearchButton(site, words, page.language, page.version.id);
}

/** The button of a version in a language. */
export function renderSearchButton(
  site: SiteView,
  words: Words,
  language: string,
  version: string,
): Html | undefined {
  if (!site.hasSearch) return undefined;
  return html`<button class="search-button" type="button" aria-label="${words.search}" aria-haspopup="dialog" aria-keyshortcuts="/ Control+K Meta+K" data-search="${findIndex(site, language, version)}" data-dialog="${site.theme.findFile('search-dialog.js')}" data-styles="${site.theme.findFile('search.css')}" data-engine="${site.theme.findFile('search-engine.js')}"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="m11 11 4 4M12 6.5a5 5 0 1 1-10 0 5 5 0 0 1 10 0"/></svg><span>${words.search}</span><kbd aria-hidden="true">/</kbd></button>
`;
}

/** Address of the index of a version in a language. */
export function findIndex({ basePath }: SiteView, language: string, version: string): string {
  return `${basePath}search/${language}/${version}/index.json`;
}
