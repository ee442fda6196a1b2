import { type Html, trust } from '../../site/html.ts';
import type { PageView, SiteView } from '../../site/view.ts';
import type { FilledText, Page } from '../links/index.ts';
import { joinPieces } from '../markdown/index.ts';
import type { NavigationNode } from '../navigation/index.ts';
import type { ComposedSite } from './types.ts';

/** Joins the texts of a page and looks up its neighbours: all that its layout needs. */
export function createPageView(page: Page, { navigation }: ComposedSite, site: SiteView): PageView {
  const tree = navigation.findTree(page.language, page.version);
  const trail = navigation.findTrail(page);
  return {
    site,
    words: site.words(page.language),
    page,
    body: joinText(page.body),
    intro: page.intro && joinText(page.intro),
    product: page.product && joinText(page.product),
    permissions: page.permissions && joinText(page.permissions),
    home: tree?.page,
    trail,
    branch: findBranch(tree, trail),
    children: navigation.findNode(page)?.children ?? [],
    previous: navigation.findPrevious(page),
    next: navigation.findNext(page),
    versions: navigation.listVersions(page),
    languages: navigation.listLanguages(page),
  };
}

/** The node of the page's product, which stands second in its trail; the whole tree for pages in none. */
function findBranch(
  tree: NavigationNode | undefined,
  [, product]: readonly Page[],
): NavigationNode | undefined {
  return tree?.children.find((node) => node.page === product) ?? tree;
}

function joinText({ rendering, fills }: FilledText): Html {
  return trust(joinPieces(rendering, fills));
}
