import type { PageHead } from '../links/index.ts';
import type { NavigationNode } from '../navigation/index.ts';

/** A page of the site as a part of a book. */
export interface Section {
  readonly page: PageHead;
  /** The same for the same book: `p1`, `p2`. */
  readonly id: string;
  /** Of its title among the bookmarks: 1 for products. */
  readonly level: number;
  /** The product or page of level 1 that it belongs to. */
  readonly part: Section | undefined;
}

/** Deeper ones stand at this level, so that the headings of their texts stay below them: bookmarks have six. */
const DEEPEST = 5;

/**
 * The pages at a node and below it, in reading order. A page that is listed twice stands where it comes first.
 *
 * @param isShown whether a page with pages below it has something to say itself
 */
export function listBookSections(
  root: NavigationNode,
  isShown: (page: PageHead) => boolean,
): readonly Section[] {
  const sections: Section[] = [];
  const seen = new Set<string>();
  visit(root, 1, undefined);
  return sections;

  function visit({ page, children }: NavigationNode, level: number, part: Section | undefined): void {
    if (seen.has(page.href)) return;
    seen.add(page.href);
    const isCover = page.article.path === '' && !isShown(page);
    const section = isCover ? undefined : addSection(page, level, part);
    // The home page stands beside the products.
    const isHome = page.article.path === '';
    for (const child of children)
      visit(child, isHome ? level : level + 1, isHome ? undefined : (part ?? section));
  }

  function addSection(page: PageHead, level: number, part: Section | undefined): Section {
    const section = { page, id: `p${sections.length + 1}`, level: Math.min(level, DEEPEST), part };
    sections.push(section);
    return section;
  }
}
