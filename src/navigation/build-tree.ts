import type { PageHead } from '../links/index.ts';
import type { NavigationNode } from './types.ts';

/** The tree of one language and version, with what is asked of it by the path of an article. */
export interface Tree {
  readonly root: NavigationNode;
  /** The node where an article is at home: below the index page that it belongs to. */
  readonly nodes: ReadonlyMap<string, NavigationNode>;
  /** Pages of each product in reading order; the home page belongs to none, unless it is the one product. */
  readonly neighbours: ReadonlyMap<string, Neighbours>;
}

export interface Neighbours {
  readonly previous: PageHead | undefined;
  readonly next: PageHead | undefined;
}

/** Undefined where there is no home page. Hidden pages are left out, and so is what stands below them. */
export function buildTree(findPage: (path: string) => PageHead | undefined): Tree | undefined {
  const nodes = new Map<string, NavigationNode>();
  const root = growNode('', undefined, []);
  return root && { root, nodes, neighbours: new Map(listProducts(root).flatMap(listNeighbours)) };

  /** `trail` ends a circle of index pages that list each other. */
  function growNode(
    path: string,
    parent: string | undefined,
    trail: readonly string[],
  ): NavigationNode | undefined {
    const page = findPage(path);
    if (page === undefined || page.article.hidden || trail.includes(path)) return undefined;
    const below = [...trail, path];
    const children = page.article.children.flatMap(({ value }) => growNode(value, path, below) ?? []);
    const node = { page, children };
    if (page.article.parent === parent) nodes.set(path, node);
    return node;
  }

  function listNeighbours(product: NavigationNode): readonly (readonly [string, Neighbours])[] {
    const pages = listReading(product);
    return pages.map((page, at) => [page.article.path, { previous: pages[at - 1], next: pages[at + 1] }]);
  }

  /** A page listed in several places is read where it is at home. */
  function listReading(node: NavigationNode): readonly PageHead[] {
    const isHome = nodes.get(node.page.article.path) === node;
    return [...(isHome ? [node.page] : []), ...node.children.flatMap(listReading)];
  }
}

/** What the sidebar is drawn for: whatever stands below the home page, or all of the site. */
export function listProducts(root: NavigationNode): readonly NavigationNode[] {
  return isOneProduct(root) ? [root] : root.children;
}

/** Whether the site is one product: articles stand right below its home page, which no reader takes for products. */
export function isOneProduct({ children }: NavigationNode): boolean {
  return children.some(({ page }) => page.article.kind === 'article');
}
