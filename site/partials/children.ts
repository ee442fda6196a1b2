import type { NavigationNode } from '../../src/navigation/index.ts';
import { type Html, html } from '../html.ts';
import type { PageView, SiteView } from '../view.ts';
import { renderLang, renderPageLink, sourceLanguageOf } from './text.ts';

/** What an index page leads to, in order. The home page lists products as cards, others group what stands below. */
export function renderChildren({ site, words, page, children }: PageView): Html | undefined {
  if (children.length === 0) return undefined;
  const isHome = page.article.path === '';
  const label = isHome ? words.products : words.inThisSection;
  return html`<section class="${isHome ? 'products' : 'section'}" aria-label="${label}">
${isHome ? renderCards(children, site) : renderInOrder(children, site)}</section>
`;
}

/** Children that are indexes become groups; neighbours that are not share a list. */
function renderInOrder(children: readonly NavigationNode[], site: SiteView): readonly Html[] {
  const parts: Html[] = [];
  let cards: NavigationNode[] = [];
  const endCards = () => {
    if (cards.length > 0) parts.push(renderCards(cards, site));
    cards = [];
  };
  for (const child of children) {
    if (child.children.length === 0) {
      cards.push(child);
      continue;
    }
    endCards();
    parts.push(renderGroup(child, site));
  }
  endCards();
  return parts;
}

function renderCards(children: readonly NavigationNode[], site: SiteView): Html {
  return html`<ul class="cards">
${children.map((child) => renderCard(child, site))}</ul>
`;
}

function renderCard({ page }: NavigationNode, site: SiteView): Html {
  return html`<li>${renderTitleLink({ page, site })}${renderDescription({ page, site })}</li>\n`;
}

function renderGroup({ page, children }: NavigationNode, site: SiteView): Html {
  return html`<section class="group">
<h2>${renderTitleLink({ page, site })}</h2>
${renderDescription({ page, site })}<ul class="links">
${children.map((child) => html`<li>${renderPageLink(child.page, site)}</li>\n`)}</ul>
</section>
`;
}

type Card = Pick<NavigationNode, 'page'> & { readonly site: SiteView };

function renderTitleLink({ page, site }: Card): Html {
  return html`<a href="${page.href}"${renderLang(sourceLanguageOf(page, 'title', site))}>${page.title}</a>`;
}

function renderDescription({ page, site }: Card): Html | undefined {
  if (page.description === '') return undefined;
  return html`<p${renderLang(sourceLanguageOf(page, 'intro', site))}>${page.description}</p>\n`;
}
