import type { Article, FieldMap, FieldName, NoteName } from '../load/types.ts';
import type { Heading, Rendering } from '../markdown/types.ts';
import type { Resolution } from '../resolve/types.ts';
import type { Version } from '../versions/types.ts';

/** A Resolution with what Markdown made of each of its fields. Made by `build`. */
export interface RenderedArticle {
  readonly resolution: Resolution;
  readonly renderings: Readonly<FieldMap<Rendering>>;
}

/** A shared rendering with the values of its slots for one page; `joinPieces` gives the HTML. */
export interface FilledText {
  readonly rendering: Rendering;
  /** One value for each slot, escaped for where it stands. */
  readonly fills: readonly string[];
}

/**
 * What other pages, lists and pickers see of a page. Plain data but for `article` and `version`, which are those of the
 * corpus and of the list of versions: so it can be kept where its page is not made again.
 */
export interface PageHead {
  readonly article: Article;
  readonly language: string;
  readonly version: Version;
  /** Address within the host, percent-encoded, with base path and trailing slash: `/ja/enterprise-server@3.2/packages/x/`. */
  readonly href: string;
  /** File written for it, relative to the output folder: `ja/enterprise-server@3.2/packages/x/index.html`. */
  readonly output: string;
  /** Plain text. */
  readonly title: string;
  /** Plain text: `shortTitle` if there is one, else the title. */
  readonly shortTitle: string;
  /** Plain text of the intro; empty if there is none. */
  readonly description: string;
  /** Short texts of landing pages and tracks, by where they stand in frontmatter. */
  readonly labels: Resolution['labels'];
  /** What its journeys say of the step after a guide, as HTML: the pages of the guides show it. Absent where they say nothing. */
  readonly notes?: Readonly<Record<NoteName, string>>;
  /** Headings of the body with the ids they have on this page. */
  readonly headings: readonly ListedHeading[];
  /** Fields shown in the source language although the page is in another. */
  readonly fallbacks: readonly FieldName[];
  /** Whether those are all that the page shows: its title, its boxes, and its body. */
  readonly isUntranslated: boolean;
}

/** What lists of a site say of a heading. */
type ListedHeading = Pick<Heading, 'depth' | 'id' | 'text'>;

/** One article in one version and language, at one address: its head, and the texts that only it shows itself. */
export interface Page extends PageHead {
  /** The outcome it is made of, shared with other versions: the Markdown of its texts. */
  readonly resolution: Resolution;
  readonly intro: FilledText | undefined;
  readonly product: FilledText | undefined;
  readonly permissions: FilledText | undefined;
  readonly body: FilledText;
  readonly headings: readonly Heading[];
  /** Ids that stand at headings as well, by their place in the body: the source has them in raw HTML. Absent where there are none. */
  readonly carried?: ReadonlyMap<number, readonly string[]>;
}

/** Where an old address leads: an article, in a version it has. */
export interface RedirectTarget {
  readonly article: Article;
  readonly version: Version;
}

/** What links must know of old addresses; `redirects` makes it from the corpus alone, so it is there before the pages. */
export interface OldAddresses {
  /**
   * The target of the old path in a version, where `undefined` means the address without a version. The path has
   * neither language nor version: `articles/about-packages`.
   */
  find(version: Version | undefined, path: string): RedirectTarget | undefined;
}
