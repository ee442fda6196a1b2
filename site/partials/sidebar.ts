import type { PageHead } from '../../src/links/index.ts';
import type { NavigationNode } from '../../src/navigation/index.ts';
import { type Html, html, trust } from '../html.ts';
import type { PageFurniture, PageView } from '../view.ts';
import { renderSiteLinks } from './site-links.ts';
import { renderLang, titleLanguage } from './text.ts';

/**
 * Nodes of a branch that every page may carry whole; of a larger one, groups that the page is not in are links, which the script
 * unfolds with the list that their own page has.
 */
const MAX_NODES = 80;

/** Entries of one list; of a longer one, those around the page are shown, and the rest is a link to the index page. */
const MAX_ENTRIES = 48;

/**
 * The branch of the page's product. Groups open without script; those on the way to the page are open. It stays small
 * however large the site is. On narrow screens it is what the menu button opens.
 */
export function renderSidebar(view: PageView): Html {
  const { words, branch, links } = view;
  return html`<nav class="sidebar" id="decant-menu" popover aria-label="${words.menu}" data-overview="${words.overview}">
<button class="menu-close" type="button" popovertarget="decant-menu" popovertargetaction="hide">${words.closeMenu}</button>
${branch && renderBranch(branch, view)}${links.header.length > 0 && html`<ul class="menu-links">\n${renderSiteLinks(links.header)}</ul>\n`}</nav>`;
}

function renderBranch(branch: NavigationNode, view: PageView): Html {
  const { home, here, words, trail, sidebarLink } = view;
  const isProduct = home !== undefined && branch.page.href !== home.href;
  const showsAll = showsWhole(branch, view);
  return html`${isProduct && html`<a class="all-products" href="${home.href}">${words.allProducts}</a>\n`}<p class="branch">${renderNodeLink(branch.page, view)}</p>
${sidebarLink && html`<a class="sidebar-link" href="${sidebarLink.href}">${sidebarLink.label}</a>\n`}<ul>
${renderList(branch, { view, onTrail: new Set([...trail.map(({ href }) => href), here]), showsAll })}</ul>
`;
}

/** The pages that the sidebar may name: all entries of the lists that are open, also those that a long list leaves out. */
export function listSidebarPages({
  branch,
  trail,
  home,
}: Pick<PageFurniture, 'branch' | 'trail' | 'home'>): readonly PageHead[] {
  if (branch === undefined) return [];
  const onTrail = new Set(trail.map(({ href }) => href));
  const showsAll = countNodes(branch, MAX_NODES) <= MAX_NODES;
  const list = ({ page, children }: NavigationNode): readonly PageHead[] => [
    page,
    ...children.flatMap((child) => (showsAll || onTrail.has(child.page.href) ? list(child) : [child.page])),
  ];
  return [...(home === undefined ? [] : [home]), ...list(branch)];
}

/** All that the sidebar of a page is made of beside words: its entries, and below those that are open theirs. Plain data. */
export function outlineSidebar(view: PageFurniture): unknown {
  const { branch, trail, home, here } = view;
  if (branch === undefined) return undefined;
  if (showsWhole(branch, view)) return [home, branch];
  const onTrail = new Set([...trail.map(({ href }) => href), here]);
  const list = ({ page, children }: NavigationNode): unknown => [
    page,
    children.map((child) => (onTrail.has(child.page.href) ? list(child) : child.page)),
  ];
  return [home, list(branch)];
}

/** Of a product that is no larger, every page has all groups. */
function showsWhole(
  branch: NavigationNode,
  { home, isOneProduct }: Pick<PageFurniture, 'home' | 'isOneProduct'>,
): boolean {
  const isProduct = home !== undefined && branch.page.href !== home.href;
  return (isProduct || isOneProduct) && countNodes(branch, MAX_NODES) <= MAX_NODES;
}

type Trail = ReadonlySet<string | undefined>;

/** What all nodes of one sidebar are drawn with. */
interface Branch {
  readonly view: PageView;
  /** Addresses of the pages on the way to this one, and its own. */
  readonly onTrail: Trail;
  readonly showsAll: boolean;
}

/** A list of the sidebar: what the page is in is drawn for it, everything else as on all other pages. */
function renderList(parent: NavigationNode, branch: Branch): Html {
  const { children } = parent;
  const { view, onTrail, showsAll } = branch;
  const closed = view.site.share(showsAll ? parent : children, () => closeList(children, branch));
  const opened = listOpened(closed, onTrail);
  const [start, end] = children.length <= MAX_ENTRIES ? [0, children.length] : pickNear(children, onTrail);
  let markup = '';
  let next = start;
  for (const at of opened) {
    const node = children[at];
    if (node === undefined || at < start || at >= end) continue;
    markup += cutEntries(closed, next, at) + renderItem(node, branch).markup;
    next = at + 1;
  }
  return html`${trust(markup + cutEntries(closed, next, end))}${
    end - start < children.length &&
    html`<li><a class="more" href="${parent.page.href}">${view.words.all} (${children.length})</a></li>\n`
  }`;
}

/** The entries of a list as pages that are in none of them show them: with what is below them, or as plain links. */
interface ClosedList {
  readonly markup: string;
  /** Where each entry begins in it, and the last one ends. */
  readonly starts: readonly number[];
  /** Entries that a page is in, by its address. An article that is listed in several places is in all of them. */
  readonly holders: ReadonlyMap<string, readonly number[]>;
}

function closeList(children: readonly NavigationNode[], branch: Branch): ClosedList {
  const elsewhere = { ...branch, view: { ...branch.view, here: undefined }, onTrail: new Set<string>() };
  let markup = '';
  const starts = [0];
  const holders = new Map<string, number[]>();
  for (const [at, node] of children.entries()) {
    markup += renderItem(node, elsewhere).markup;
    starts.push(markup.length);
    for (const href of branch.showsAll ? listAddresses(node) : [node.page.href]) {
      const known = holders.get(href);
      if (known === undefined) holders.set(href, [at]);
      else if (known.at(-1) !== at) known.push(at);
    }
  }
  return { markup, starts, holders };
}

function listAddresses({ page, children }: NavigationNode): readonly string[] {
  return [page.href, ...children.flatMap(listAddresses)];
}

/** Entries that the page is in, in order. */
function listOpened({ holders }: ClosedList, trail: Trail): readonly number[] {
  const found = [...trail].flatMap((href) => (href === undefined ? [] : (holders.get(href) ?? [])));
  return found.length < 2 ? found : [...new Set(found)].sort((one, other) => one - other);
}

function cutEntries({ markup, starts }: ClosedList, from: number, to: number): string {
  return markup.slice(starts[from], starts[to]);
}

function renderItem(node: NavigationNode, branch: Branch): Html {
  return html`<li>${renderNode(node, branch)}</li>\n`;
}

/** Some entries before and after the one on the way to the page; the first ones where none is. */
function pickNear(nodes: readonly NavigationNode[], onTrail: Trail): readonly [start: number, end: number] {
  const at = nodes.findIndex(({ page }) => onTrail.has(page.href));
  const start = Math.max(0, Math.min(at - MAX_ENTRIES / 2, nodes.length - MAX_ENTRIES));
  return [start, start + MAX_ENTRIES];
}

function renderNode(node: NavigationNode, branch: Branch): Html {
  const { view, onTrail, showsAll } = branch;
  const { page, children } = node;
  const isOnTrail = onTrail.has(page.href);
  if (children.length === 0) return renderNodeLink(page, view);
  if (!(isOnTrail || showsAll)) return renderClosedLink(page, view);
  return html`<details${isOnTrail && html` open`}><summary>${renderWords(page, view)}</summary>
<ul>
<li>${renderNodeLink(page, view, view.words.overview)}</li>
${renderList(node, branch)}</ul></details>`;
}

function renderNodeLink(page: PageHead, view: PageView, label?: string): Html {
  const lang = label === undefined ? renderLang(titleLanguage(page, view.site), view.site) : undefined;
  return html`<a href="${page.href}"${page.href === view.here && html` aria-current="page"`}${lang}>${label ?? page.shortTitle}</a>`;
}

/** Looks like a group that unfolds. */
function renderClosedLink(page: PageHead, view: PageView): Html {
  return html`<a class="closed" href="${page.href}">${renderWords(page, view)}</a>`;
}

/** The sign beside the words stays where it is, whichever way they run. */
function renderWords(page: PageHead, { site }: PageView): Html {
  const lang = renderLang(titleLanguage(page, site), site);
  return lang === undefined ? html`${page.shortTitle}` : html`<bdi${lang}>${page.shortTitle}</bdi>`;
}

/** Counts no further than it matters. */
function countNodes(node: NavigationNode, limit: number): number {
  let count = 1;
  for (const child of node.children) {
    if (count > limit) break;
    count += countNodes(child, limit - count);
  }
  return count;
}
