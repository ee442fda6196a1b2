import type { ChangeKind, DiffLine, ReadField } from '../../changes/index.ts';

/** A page, as plain data for reports. */
export interface PageReference {
  readonly language: string;
  /** `ghes-3.2`. */
  readonly version: string;
  /** Path of its article: `packages/quickstart`, empty for the home page. */
  readonly path: string;
  /** Address within the host. */
  readonly href: string;
  /** Plain text. */
  readonly title: string;
  /** The file that its words stand in, relative to the root of the site. */
  readonly file: string;
}

/** The same change of one block, on all pages that have it. */
export interface DistinctChange {
  readonly kind: ChangeKind;
  readonly field: ReadField;
  /** Plain text of the heading it stands under; empty where there is none. */
  readonly section: string;
  /** The words that went and came. */
  readonly lines: readonly DiffLine[];
  /** The block with its marks. */
  readonly html: string;
  readonly pages: readonly PageReference[];
}

/** A page that has another address. */
export interface PageMove {
  readonly from: PageReference;
  readonly to: PageReference;
}

/** A page that has another title. */
export interface TitleChange {
  readonly page: PageReference;
  /** The title it had. */
  readonly before: string;
  /** Other pages that differ and show the new title or short title. */
  readonly shownOn: number;
}

/** What differs between the pages of two sites. No page is in two of the lists, but for `titles`, and `moved`, which may have changed too. */
export interface SiteDifference {
  /** Distinct changes, in the order of the pages they are first met on. */
  readonly changes: readonly DistinctChange[];
  /** Pages on which readers read something else. */
  readonly changed: readonly PageReference[];
  readonly added: readonly PageReference[];
  /** Pages that are gone, and whose address leads to none of those that were added. */
  readonly removed: readonly PageReference[];
  readonly moved: readonly PageMove[];
  readonly titles: readonly TitleChange[];
  /** Pages whose texts are the same to a reader, but not their HTML: ids, classes, image sizes. */
  readonly unseen: readonly PageReference[];
  /** Pages of which only what stands around their texts differs: navigation, lists of pages, notes on releases. */
  readonly around: readonly PageReference[];
  /** How many pages were there to be compared, of the two sites the larger number. */
  readonly compared: number;
}
