import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { renderFilledText, renderLang, sourceLanguageOf } from './text.ts';
import { nameVariants } from './variant-pickers.ts';

/**
 * What a page with `layout: home` shows in the place of an article: what the site is, a large search, ways on, the products with
 * their signs, and columns of chosen pages.
 */
export function renderHome(view: PageView): Html {
  const { site, page } = view;
  const { templates } = site;
  // With some of what it leads to, the note stands below.
  const isListed = view.change !== undefined && view.change.entries.length > 0;
  const lang = (field: 'title' | 'body') => renderLang(sourceLanguageOf(page, field, site), site);
  return html`<article class="${page.article.kind} home-page">
<div class="hero">
<h1${lang('title')}>${page.title}</h1>
${renderFilledText(view, 'intro', 'lead')}${renderHeroSearch(view)}${templates.introLinks(view)}${!isListed && templates.changeNote(view)}</div>
<div id="article-contents"${lang('body')}>${nameVariants(view.body, view)}</div>
${templates.children(view)}${templates.featured(view)}</article>
`;
}

/** Its address opens the search by the script of the page, so without script it is not shown. */
function renderHeroSearch({ site, words, page }: PageView): Html | undefined {
  if (!site.hasSearch) return undefined;
  return html`<form class="hero-search" action="${page.href}"><input type="search" name="q" required placeholder="${words.search}" aria-label="${words.search}"><button type="submit">${words.search}</button></form>
`;
}
