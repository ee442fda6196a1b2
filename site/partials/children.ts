import type { PageHead } from '../../src/links/index.ts';
import type { NavigationNode } from '../../src/navigation/index.ts';
import { type Html, html } from '../html.ts';
import type { PageView, SiteView } from '../view.ts';
import { formatWords, type Words } from '../words.ts';
import { renderDescription, renderTitleLink } from './cards.ts';
import { renderFilterScript } from './filters.ts';
import { renderPageLink } from './text.ts';

/** What an index page leads to, in order. The home page lists products as cards, others group what stands below. */
export function renderChildren(view: PageView): Html | undefined {
  const { words, page, children, isOneProduct } = view;
  if (children.length === 0) return undefined;
  const hasProducts = page.article.path === '' && !isOneProduct;
  const label = hasProducts ? words.products : words.inThisSection;
  return html`<section class="${hasProducts ? 'products' : 'section'}" aria-label="${label}">
${hasProducts ? renderProducts(view) : renderInOrder(view)}</section>
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
  if (grouped.size === 0) return [site.templates.cards(pages, site, landing.signs)];
  return [...groups, others]
    .filter(({ members }) => members.length > 0)
    .map(
      ({ name, members }) => html`<h2>${name}</h2>\n${site.templates.cards(members, site, landing.signs)}`,
    );
}

/** Children that are indexes become groups in a grid; neighbours that are not share a list. */
function renderInOrder({ site, words, children }: PageView): readonly Html[] {
  const listed = listOnce(children);
  const parts: Html[] = [];
  let cards: PageHead[] = [];
  let groups: Html[] = [];
  const end = () => {
    if (cards.length > 0) parts.push(site.templates.cards(cards, site));
    if (groups.length > 0) parts.push(html`<div class="groups">\n${groups}</div>\n`);
    [cards, groups] = [[], []];
  };
  for (const child of children) {
    const isGroup = child.children.length > 0;
    if (isGroup ? cards.length > 0 : groups.length > 0) end();
    if (isGroup) groups.push(renderGroup(child.page, listed.get(child) ?? [], site, words));
    else cards.push(child.page);
  }
  end();
  const count = children.reduce((sum, child) => sum + (listed.get(child)?.length || 1), 0);
  return [...(count > MANY ? [renderPageFilter(site, words)] : []), ...parts];
}

/** Pages from which on a reader is helped to find one. */
const MANY = 24;

/** What each group lists: a page that several of them have stands in the one where it is at home, or else in the first. */
function listOnce(groups: readonly NavigationNode[]): ReadonlyMap<NavigationNode, readonly PageHead[]> {
  const isAtHome = (page: PageHead, group: NavigationNode) => page.article.parent === group.page.article.path;
  const seen = new Set(
    groups.flatMap((group) =>
      group.children.flatMap(({ page }) => (isAtHome(page, group) ? [page.href] : [])),
    ),
  );
  return new Map(
    groups.map((group) => {
      const pages = group.children.map(({ page }) => page);
      const own = pages.filter((page) => isAtHome(page, group) || !seen.has(page.href));
      for (const { href } of own) seen.add(href);
      return [group, [...new Set(own)]];
    }),
  );
}

/** There only with script. */
function renderPageFilter(site: SiteView, words: Words): Html {
  return html`${renderFilterScript(site)}<div class="page-filter"><label>${words.filterPages} <input type="search"></label><output></output></div>\n`;
}

/** Of a long list the first pages, and the others folded away. */
function renderGroup(page: PageHead, pages: readonly PageHead[], site: SiteView, words: Words): Html {
  const shown = pages.length > FIRST + 1 ? FIRST : pages.length;
  const renderLinks = (links: readonly PageHead[]) => html`<ul class="links">
${links.map((each) => html`<li>${renderPageLink(each, site)}</li>\n`)}</ul>
`;
  return html`<section class="group">
<h2>${renderTitleLink(page, site)}</h2>
${renderDescription(page, site)}${shown > 0 && renderLinks(pages.slice(0, shown))}${
  shown < pages.length &&
  html`<details><summary>${formatWords(words.showAll, { count: String(pages.length) })}</summary>
${renderLinks(pages.slice(shown))}</details>
`
}</section>
`;
}

const FIRST = 5;
