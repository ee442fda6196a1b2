import type { PageHead } from '../../src/links/index.ts';
import type { NavigationNode } from '../../src/navigation/index.ts';
import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { renderLang, titleLanguage } from './text.ts';

/** Nodes of a branch that every page may carry whole; of a larger one, groups that the page is not in are plain links. */
const MAX_NODES = 80;

/** Entries of one list; of a longer one, those around the page are shown, and the rest is a link to the index page. */
const MAX_ENTRIES = 48;

/**
 * The branch of the page's product. Groups open without script; those on the way to the page are open. It stays small
 * however large the site is. On narrow screens it is what the menu button opens.
 */
export function renderSidebar(view: PageView): Html {
  const { words, branch } = view;
  return html`<nav class="sidebar" id="decant-menu" popover aria-label="${words.menu}">
<button class="menu-close" type="button" popovertarget="decant-menu" popovertargetaction="hide">${words.closeMenu}</button>
${branch && renderBranch(branch, view)}</nav>`;
}

function renderBranch(branch: NavigationNode, view: PageView): Html {
  const { home, here, words, trail, sidebarLink } = view;
  const isProduct = home !== undefined && branch.page.href !== home.href;
  const showsAll = isProduct && countNodes(branch, MAX_NODES) <= MAX_NODES;
  return html`${isProduct && html`<a class="all-products" href="${home.href}">${words.allProducts}</a>\n`}<p class="branch">${renderNodeLink(branch.page, view)}</p>
${sidebarLink && html`<a class="sidebar-link" href="${sidebarLink.href}">${sidebarLink.label}</a>\n`}<ul>
${renderList(branch, { view, onTrail: new Set([...trail.map(({ href }) => href), here]), showsAll })}</ul>
`;
}

type Trail = ReadonlySet<string | undefined>;

/** What all nodes of one sidebar are drawn with. */
interface Branch {
  readonly view: PageView;
  /** Addresses of the pages on the way to this one, and its own. */
  readonly onTrail: Trail;
  readonly showsAll: boolean;
}

function renderList(parent: NavigationNode, branch: Branch): Html {
  const { children } = parent;
  const shown = children.length <= MAX_ENTRIES ? children : pickNear(children, branch.onTrail);
  return html`${shown.map((node) => renderItem(node, branch))}${
    shown !== children &&
    html`<li><a class="more" href="${parent.page.href}">${branch.view.words.all} (${children.length})</a></li>\n`
  }`;
}

/** An entry that the page is not in looks the same on all pages of its product: with what is below it, or as a plain link. */
function renderItem(node: NavigationNode, branch: Branch): Html {
  const { view, onTrail, showsAll } = branch;
  const render = () => html`<li>${renderNode(node, branch)}</li>\n`;
  const isWhole = showsAll && node.children.length > 0;
  if (isWhole ? holdsAny(node, onTrail) : onTrail.has(node.page.href)) return render();
  return view.site.share(isWhole ? node : node.page, render);
}

/** An article may be listed in several places: then a page is in entries that are not on the way to it, too. */
function holdsAny({ page, children }: NavigationNode, trail: Trail): boolean {
  return trail.has(page.href) || children.some((child) => holdsAny(child, trail));
}

/** Some entries before and after the one on the way to the page; the first ones where none is. */
function pickNear(nodes: readonly NavigationNode[], onTrail: Trail): readonly NavigationNode[] {
  const at = nodes.findIndex(({ page }) => onTrail.has(page.href));
  const start = Math.max(0, Math.min(at - MAX_ENTRIES / 2, nodes.length - MAX_ENTRIES));
  return nodes.slice(start, start + MAX_ENTRIES);
}

function renderNode(node: NavigationNode, branch: Branch): Html {
  const { view, onTrail, showsAll } = branch;
  const { page, children } = node;
  const isOnTrail = onTrail.has(page.href);
  if (children.length === 0 || !(isOnTrail || showsAll)) return renderNodeLink(page, view);
  return html`<details${isOnTrail && html` open`}><summary${renderLang(titleLanguage(page, view.site), view.site)}>${page.shortTitle}</summary>
<ul>
<li>${renderNodeLink(page, view, view.words.overview)}</li>
${renderList(node, branch)}</ul></details>`;
}

function renderNodeLink(page: PageHead, view: PageView, label?: string): Html {
  const lang = label === undefined ? renderLang(titleLanguage(page, view.site), view.site) : undefined;
  return html`<a href="${page.href}"${page.href === view.here && html` aria-current="page"`}${lang}>${label ?? page.shortTitle}</a>`;
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
