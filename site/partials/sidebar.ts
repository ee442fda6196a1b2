import type { Page } from '../../src/links/index.ts';
import type { NavigationNode } from '../../src/navigation/index.ts';
import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { renderLang, titleLanguage } from './text.ts';

/** Nodes of a branch that every page may carry whole; of a larger one, groups that the page is not in are plain links. */
const MAX_NODES = 80;

/** The branch of the page's product. Groups open without script; those on the way to the page are open. */
export function renderSidebar(view: PageView): Html {
  const { words, branch } = view;
  return html`<nav class="sidebar" id="decant-menu" aria-label="${words.menu}">
<a class="menu-close" href="#decant-main">${words.closeMenu}</a>
${branch && renderBranch(branch, view)}</nav>`;
}

function renderBranch(branch: NavigationNode, view: PageView): Html {
  const { home, words, trail, sidebarLink } = view;
  const isProduct = home !== undefined && branch.page !== home;
  const onTrail = new Set(trail);
  const showsAll = isProduct && countNodes(branch) <= MAX_NODES;
  return html`${isProduct && html`<a class="all-products" href="${home.href}">${words.allProducts}</a>\n`}<p class="branch">${renderNodeLink(branch.page, view)}</p>
${sidebarLink && html`<a class="sidebar-link" href="${sidebarLink.href}">${sidebarLink.label}</a>\n`}<ul>
${branch.children.map((node) => html`<li>${renderNode(node, { view, onTrail, showsAll })}</li>\n`)}</ul>
`;
}

/** What all nodes of one sidebar are drawn with. */
interface Branch {
  readonly view: PageView;
  readonly onTrail: ReadonlySet<Page>;
  readonly showsAll: boolean;
}

function renderNode(node: NavigationNode, branch: Branch): Html {
  const { view, onTrail, showsAll } = branch;
  const { page, children } = node;
  const isOnTrail = onTrail.has(page);
  if (children.length === 0 || !(isOnTrail || showsAll)) return renderNodeLink(page, view);
  return html`<details${isOnTrail && html` open`}><summary${renderLang(titleLanguage(page, view.site))}>${page.shortTitle}</summary>
<ul>
<li>${renderNodeLink(page, view, view.words.overview)}</li>
${children.map((child) => html`<li>${renderNode(child, branch)}</li>\n`)}</ul></details>`;
}

function renderNodeLink(page: Page, view: PageView, label?: string): Html {
  const lang = label === undefined ? renderLang(titleLanguage(page, view.site)) : undefined;
  return html`<a href="${page.href}"${page === view.page && html` aria-current="page"`}${lang}>${label ?? page.shortTitle}</a>`;
}

function countNodes(node: NavigationNode): number {
  return node.children.reduce((sum, child) => sum + countNodes(child), 1);
}
