import type { NavigationNode } from '../../src/navigation/index.ts';
import { type Html, html } from '../html.ts';
import type { PageView, SiteView } from '../view.ts';
import { renderDescription, renderTitleLink } from './cards.ts';
import { renderPageLink } from './text.ts';

/** What an index page leads to, in order. The home page lists products as cards, others group what stands below. */
export function renderChildren(view: PageView): Html | undefined {
  const { site, words, page, children, isOneProduct } = view;
  if (children.length === 0) return undefined;
  const hasProducts = page.article.path === '' && !isOneProduct;
  const label = hasProducts ? words.products : words.inThisSection;
  return html`<section class="${hasProducts ? 'products' : 'section'}" aria-label="${label}">
${hasProducts ? renderProducts(view) : renderInOrder(children, site)}</section>
`;
}

/** Products in the groups of `childGroups`; those in none come last. */
function renderProducts({ site, words, landing, children }: PageView): readonly Html[] {
  const pages = children.map(({ page }) => page);
  const groups = landing.groups.map(({ name, paths }) => ({
    name,
    members: paths.flatMap((path) => pages.find(({ article }) => article.path === path) ?? []),
  }));
  const grouped = new Set(groups.flatMap(({ members }) => members));
  const others = { name: words.moreProducts, members: pages.filter((page) => !grouped.has(page)) };
  if (grouped.size === 0) return [site.templates.cards(pages, site)];
  return [...groups, others]
    .filter(({ members }) => members.length > 0)
    .map(({ name, members }) => html`<h2>${name}</h2>\n${site.templates.cards(members, site)}`);
}

/** Children that are indexes become groups; neighbours that are not share a list. */
function renderInOrder(children: readonly NavigationNode[], site: SiteView): readonly Html[] {
  const parts: Html[] = [];
  let cards: NavigationNode[] = [];
  const endCards = () => {
    const pages = cards.map(({ page }) => page);
    if (pages.length > 0) parts.push(site.templates.cards(pages, site));
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

function renderGroup({ page, children }: NavigationNode, site: SiteView): Html {
  return html`<section class="group">
<h2>${renderTitleLink(page, site)}</h2>
${renderDescription(page, site)}<ul class="links">
${children.map((child) => html`<li>${renderPageLink(child.page, site)}</li>\n`)}</ul>
</section>
`;
}
