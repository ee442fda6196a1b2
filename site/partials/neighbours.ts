import type { PageHead } from '../../src/links/index.ts';
import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { renderLang, sourceLanguageOf } from './text.ts';

/** Links to the article before and the article after, in reading order. */
export function renderNeighbours({ site, words, previous, next }: PageView): Html | undefined {
  if (previous === undefined && next === undefined) return undefined;
  const renderLink = (page: PageHead, rel: 'prev' | 'next', label: string) => {
    const lang = renderLang(sourceLanguageOf(page, 'title', site), site);
    // The arrow stands where the lines of the page end, whichever way the title runs.
    const title = lang === undefined ? page.title : html`<bdi${lang}>${page.title}</bdi>`;
    return html`<a rel="${rel}" href="${page.href}"><small>${label}</small> <span>${title}</span></a>\n`;
  };
  return html`<nav class="neighbours" aria-label="${words.neighbours}">
${previous && renderLink(previous, 'prev', words.previous)}${next && renderLink(next, 'next', words.next)}</nav>
`;
}
