import { listSidebarPages } from '../../site/partials/sidebar.ts';
import type { PageHead } from '../links/index.ts';
import type { Theme } from '../theme/index.ts';
import { createFurniture, createFurnitureTools } from './create-page-view.ts';
import { createSiteView } from './create-site-view.ts';
import type { PartOfSite } from './types.ts';

/**
 * Those of some pages that name certain others around their texts. Too many rather than too few: all that templates are given
 * counts as named. What the texts themselves say of other pages is left to who links them.
 *
 * @param isNamed whether a page is one of the others
 */
export function findShowing(
  site: Omit<PartOfSite, 'pages'>,
  theme: Theme,
  pages: readonly PageHead[],
  isNamed: (page: PageHead) => boolean,
): readonly PageHead[] {
  const siteView = createSiteView(site, theme);
  const tools = createFurnitureTools(site, siteView);
  const holdsNamed = createSearch(isNamed);
  return pages.filter((page) => {
    const { branch, site: _, words, ...rest } = createFurniture(page, site, siteView, tools);
    // Of a branch, most pages show a part only.
    return holdsNamed(rest) || (holdsNamed(branch) && listSidebarPages({ ...rest, branch }).some(isNamed));
  });
}

/** Whether a value, or one inside of it, is a page of some. Nodes of a tree are looked through once for all pages. */
function createSearch(isNamed: (page: PageHead) => boolean): (value: unknown) => boolean {
  const known = new Map<object, boolean>();
  return holdsNamed;

  function holdsNamed(value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return false;
    const found = known.get(value);
    if (found !== undefined) return found;
    // Until it is known, for those inside that lead back to it.
    known.set(value, false);
    const holds = search(value);
    known.set(value, holds);
    return holds;
  }

  function search(value: object): boolean {
    if (isPage(value)) return isNamed(value);
    if (value instanceof Map || value instanceof Set) return [...value].some(holdsNamed);
    return Object.values(value).some(holdsNamed);
  }
}

function isPage(value: object): value is PageHead {
  return 'href' in value && 'article' in value;
}
