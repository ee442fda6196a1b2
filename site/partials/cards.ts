import type { PageHead } from '../../src/links/index.ts';
import { type Html, html, trust } from '../html.ts';
import type { SiteView } from '../view.ts';
import { renderLang, sourceLanguageOf } from './text.ts';

/** Pages as cards: title and intro, with the signs that some have by their path. */
export function renderCards(
  pages: readonly PageHead[],
  site: SiteView,
  signs: Readonly<Record<string, string>> = {},
): Html {
  const renderSign = ({ article }: PageHead) => {
    const sign = signs[article.path];
    return sign && html`<span class="card-sign">${trust(sign)}</span>`;
  };
  return html`<ul class="cards">
${pages.map((page) => html`<li>${renderSign(page)}${renderTitleLink(page, site)}${renderDescription(page, site)}</li>\n`)}</ul>
`;
}

export function renderTitleLink(page: PageHead, site: SiteView): Html {
  return html`<a href="${page.href}"${renderLang(sourceLanguageOf(page, 'title', site), site)}>${page.title}</a>`;
}

export function renderDescription(page: PageHead, site: SiteView): Html | undefined {
  if (page.description === '') return undefined;
  return html`<p${renderLang(sourceLanguageOf(page, 'intro', site), site)}>${page.description}</p>\n`;
}
