import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';

/** What there is to do with a page once it is read. */
export function renderPageFoot({ words, page }: PageView): Html {
  return html`<footer class="page-foot"><a href="${page.href.slice(0, -1)}.md">${words.viewMarkdown}</a></footer>
`;
}
