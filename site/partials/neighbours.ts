import type { PageHead } from '../../src/links/index.ts';
import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { renderLang, sourceLanguageOf } from './text.ts';

/** Links to the article before and the article after, in reading order. */
export function renderNeighbours({ site, words, previous, next }: PageView): Html | undefined {
  if (previous === undefined && next === undefined) return undefined;
  const renderLink = (page: PageHead, rel: 'prev' | 'next', label: string) =>
    html`<a rel="${rel}" href="${page.href}"><small>${label}</small> <span${renderLang(sourceLanguageOf(page, 'title', site), site)}>${page.title}</span></a>\n`;
  return html`<nav class="neighbours" aria-label="${words.neighbours}">
${previous && renderLink(previous, 'prev', words.previous)}${next && renderLink(next, 'next', words.next)}</nav>
`;
}
