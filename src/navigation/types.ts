import type { PageHead } from '../links/types.ts';
import type { Version } from '../versions/types.ts';

/** A page in the tree of its language and version. Hidden pages and what stands below them are left out. */
export interface NavigationNode {
  readonly page: PageHead;
  readonly children: readonly NavigationNode[];
}

/** An entry of the version picker or the language picker. */
export interface Alternate {
  readonly label: string;
  /** `lang` of the label and the page it leads to. */
  readonly language: string;
  readonly version: Version;
  /** Where it leads: the same article, or the nearest page above it that exists there. */
  readonly page: PageHead;
  readonly isCurrent: boolean;
  /** False where the article does not exist there and the reader lands on `page` instead. */
  readonly isSameArticle: boolean;
}

/** A learning track in one language and version: guides to be read one after the other. */
export interface Track {
  readonly id: string;
  /** The product whose data names it, or the path of the page whose journey it is. */
  readonly owner: string;
  readonly title: string;
  readonly description: string;
  /** How long it takes, in words; empty where nothing says so. */
  readonly timeCommitment: string;
  readonly isFeatured: boolean;
  /** Whether it stands in the frontmatter of a page instead of `data/learning-tracks`. */
  readonly isJourney: boolean;
  /** At least one; those that the version lacks are left out. */
  readonly guides: readonly Guide[];
  /** The page that presents the track. */
  readonly home: PageHead | undefined;
}

export interface Guide {
  readonly page: PageHead;
  readonly note: GuideNote | undefined;
}

/** What to say of the step after a guide. */
export interface GuideNote {
  readonly html: string;
  /** Whether it is in the source language although the page is in another. */
  readonly isFallback: boolean;
}

/** A page as a guide of a track; `position` counts from 1. */
export interface TrackStep {
  readonly track: Track;
  readonly position: number;
  readonly previous: Guide | undefined;
  readonly next: Guide | undefined;
  /** The track that follows in the journey, for those who are at the end of this one. */
  readonly nextTrack: Track | undefined;
}

/** Everything about a page's neighbours; looked up, never copied into pages. */
export interface Navigation {
  /** Tree of one language and version; undefined where its home page is not built. */
  findTree(language: string, version: Version): NavigationNode | undefined;
  /** From the home page down to the page itself; empty for pages that are not in the tree. */
  findTrail(page: PageHead): readonly PageHead[];
  /** The page's own node, for lists of children. */
  findNode(page: PageHead): NavigationNode | undefined;
  findPrevious(page: PageHead): PageHead | undefined;
  findNext(page: PageHead): PageHead | undefined;
  /** Picker entries in the order of the site file, built versions only. */
  listVersions(page: PageHead): readonly Alternate[];
  listLanguages(page: PageHead): readonly Alternate[];
  /**
   * The page that an address in frontmatter (`/packages/x`) means for a page; undefined where its version has none, and
   * where a condition leaves nothing of the address.
   */
  findLinked(address: string, from: PageHead): PageHead | undefined;
  /** The same of an address that goes from the folder of the page first, then from the root. */
  findNearby(address: string, from: PageHead): PageHead | undefined;
  /** Where an address in frontmatter leads from a page: within the site, with query and fragment, or out of it. */
  findHref(address: string, from: PageHead): string | undefined;
  /** A text of frontmatter as the page shows it: its Liquid resolved. */
  formatText(text: string, page: PageHead): string;
  /** Learning tracks that a page presents, and those it is a guide of. */
  listTracks(page: PageHead): readonly Track[];
  listSteps(page: PageHead): readonly TrackStep[];
}
