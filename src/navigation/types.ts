import type { Page } from '../links/types.ts';
import type { Version } from '../versions/types.ts';

/** A page in the tree of its language and version. Hidden pages and what stands below them are left out. */
export interface NavigationNode {
  readonly page: Page;
  readonly children: readonly NavigationNode[];
}

/** An entry of the version picker or the language picker. */
export interface Alternate {
  readonly label: string;
  /** `lang` of the label and the page it leads to. */
  readonly language: string;
  readonly version: Version;
  /** Where it leads: the same article, or the nearest page above it that exists there. */
  readonly page: Page;
  readonly isCurrent: boolean;
  /** False where the article does not exist there and the reader lands on `page` instead. */
  readonly isSameArticle: boolean;
}

/** Everything about a page's neighbours; looked up, never copied into pages. */
export interface Navigation {
  /** Tree of one language and version; undefined where its home page is not built. */
  findTree(language: string, version: Version): NavigationNode | undefined;
  /** From the home page down to the page itself; empty for pages that are not in the tree. */
  findTrail(page: Page): readonly Page[];
  /** The page's own node, for lists of children. */
  findNode(page: Page): NavigationNode | undefined;
  findPrevious(page: Page): Page | undefined;
  findNext(page: Page): Page | undefined;
  /** Picker entries in the order of the site file, built versions only. */
  listVersions(page: Page): readonly Alternate[];
  listLanguages(page: Page): readonly Alternate[];
}
