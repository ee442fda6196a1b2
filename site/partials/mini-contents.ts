import { type Html, html, trust } from '../html.ts';
import type { PageView } from '../view.ts';
import { renderLang, sourceLanguageOf } from './text.ts';

/** "In this article": the headings of an article, where there is more than one to choose from. */
export function renderMiniContents({ site, words, page }: PageView): Html | undefined {
  const { kind, showMiniToc, miniTocMaxHeadingLevel } = page.article;
  const headings = page.headings.filter(({ depth }) => depth >= 2 && depth <= miniTocMaxHeadingLevel);
  if (!(showMiniToc ?? kind === 'article') || headings.length < 2) return undefined;
  return html`<nav class="mini-contents" aria-label="${words.inThisArticle}">
<p class="mini-contents-title">${words.inThisArticle}</p>
<ul${renderLang(sourceLanguageOf(page, 'body', site))}>
${headings.map(
  ({ depth, id, html: content }) =>
    html`<li${depth > 2 && html` class="depth-${depth}"`}><a href="#${id}">${trust(content)}</a></li>\n`,
)}</ul>
</nav>
`;
}
