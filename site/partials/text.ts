import type { PageHead } from '../../src/links/index.ts';
import { type Html, html } from '../html.ts';
import type { PageView, SiteView } from '../view.ts';

/** A rendered field of the page in a box of its own; nothing where the page has none. */
export function renderFilledText(
  view: PageView,
  field: 'intro' | 'product' | 'permissions',
  className: string,
): Html | undefined {
  const text = view[field];
  if (text === undefined) return undefined;
  return html`<div class="${className}"${renderLang(sourceLanguageOf(view.page, field, view.site), view.site)}>${text}</div>
`;
}

/** A link to a page with its short title. */
export function renderPageLink(page: PageHead, site: SiteView): Html {
  return html`<a href="${page.href}"${renderLang(titleLanguage(page, site), site)}>${page.shortTitle}</a>`;
}

/** The language a field fell back to; undefined where it is in the page's own language. */
export function sourceLanguageOf(
  page: PageHead,
  field: PageHead['fallbacks'][number],
  site: SiteView,
): string | undefined {
  return page.fallbacks.includes(field) ? site.sourceLanguage.code : undefined;
}

/** The `lang` of a part of a page, with its `dir` where the site has languages of either direction. */
export function renderLang(language: string | undefined, site: Directions): Html | undefined {
  if (language === undefined) return undefined;
  const dir = isRightToLeft(language, site) ? 'rtl' : 'ltr';
  return html` lang="${language}"${site.languages.some(({ direction }) => direction === 'rtl') && html` dir="${dir}"`}`;
}

/** The `lang` of a whole page, with its `dir` where lines run from right to left. */
export function renderPageLang(language: string, site: Directions): Html {
  return html` lang="${language}"${isRightToLeft(language, site) && html` dir="rtl"`}`;
}

function isRightToLeft(language: string, { languages, sourceLanguage }: Directions): boolean {
  return [...languages, sourceLanguage].some(
    ({ code, direction }) => code === language && direction === 'rtl',
  );
}

type Directions = Pick<SiteView, 'languages' | 'sourceLanguage'>;

/** `shortTitle` is the title of an article that has none, so either of them may have fallen back. */
export function titleLanguage(page: PageHead, site: SiteView): string | undefined {
  const field = page.shortTitle === page.title ? 'title' : 'shortTitle';
  return sourceLanguageOf(page, field, site);
}
