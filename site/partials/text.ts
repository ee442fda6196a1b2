import type { PageHead } from '../../src/links/index.ts';
import { type Html, html } from '../html.ts';
import type { PageView, SiteView } from '../view.ts';

/** A rendered field of the page in a box of its own; nothing where the page has none. */
export function renderText(
  view: PageView,
  field: 'intro' | 'product' | 'permissions',
  className: string,
): Html | undefined {
  const text = view[field];
  if (text === undefined) return undefined;
  return html`<div class="${className}"${renderLang(sourceLanguageOf(view.page, field, view.site))}>${text}</div>
`;
}

/** A link to a page with its short title. */
export function renderPageLink(page: PageHead, site: SiteView): Html {
  return html`<a href="${page.href}"${renderLang(titleLanguage(page, site))}>${page.shortTitle}</a>`;
}

/** The language a field fell back to; undefined where it is in the page's own language. */
export function sourceLanguageOf(
  page: PageHead,
  field: PageHead['fallbacks'][number],
  site: SiteView,
): string | undefined {
  return page.fallbacks.includes(field) ? site.sourceLanguage.code : undefined;
}

export function renderLang(language: string | undefined): Html | undefined {
  return language === undefined ? undefined : html` lang="${language}"`;
}

/** `shortTitle` is the title of an article that has none, so either of them may have fallen back. */
export function titleLanguage(page: PageHead, site: SiteView): string | undefined {
  const field = page.shortTitle === page.title ? 'title' : 'shortTitle';
  return sourceLanguageOf(page, field, site);
}
