import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { formatWords } from '../words.ts';
import { spellDay } from './dates.ts';

/** What there is to do with a page once it is read, and how old it is. */
export function renderPageFoot({ words, page, chatHref, editUrl, lastUpdated }: PageView): Html {
  // Lists of pages are nothing to read elsewhere.
  const isArticle = page.article.kind === 'article';
  return html`<footer class="page-foot"><a href="${page.href.slice(0, -1)}.md">${words.viewMarkdown}</a>${
    isArticle && html` <button class="copy-page" type="button">${words.copyPage}</button>`
  }${
    isArticle && chatHref !== undefined && html` <a href="${chatHref}">${words.openInChat}</a>`
  }${editUrl !== undefined && html` <a href="${editUrl}">${words.editPage}</a>`}${
    lastUpdated !== undefined &&
    html` <time datetime="${lastUpdated}">${formatWords(words.lastUpdated, { date: spellDay(lastUpdated, page.language) })}</time>`
  }</footer>
`;
}
