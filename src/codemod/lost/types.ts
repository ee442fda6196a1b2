import type { SourceEdit } from '../types.ts';
import type { PageText } from './read-text.ts';

/** What stood at an address when it was published last: a page, or a stub that led to another address. */
export type OldPage =
  | { readonly kind: 'page'; readonly text: PageText }
  | { readonly kind: 'stub'; readonly to: string };

/** Reads what stood at an address of a ledger; undefined where nobody knows. */
export type ReadOldPage = (address: string) => Promise<OldPage | undefined>;

/** What answers something that was lost. */
export interface LostProposal {
  /** Addresses of the ledger. */
  readonly records: readonly string[];
  readonly file: string;
  /** What is written: `redirect_from: /packages/x`, `<a id="install"></a>`. */
  readonly written: string;
  /** Why there, in a few words: `96 % of the text of /en/packages/y/`. */
  readonly reason: string;
}

/** What stays lost, and why. */
export interface LeftAddress {
  readonly records: readonly string[];
  /** A sentence. */
  readonly reason: string;
}

/** What is proposed for the lost addresses of a ledger. Offsets count in the files as they are. */
export interface LostAnswers {
  readonly edits: ReadonlyMap<string, readonly SourceEdit[]>;
  readonly proposals: readonly LostProposal[];
  readonly left: readonly LeftAddress[];
}

/** Lost addresses of one path. */
export interface LostPages {
  /** Below the address of the site. */
  readonly addresses: readonly string[];
  /** The file of the page that takes its place; undefined where none does for sure. */
  readonly file: string | undefined;
  /** What to write into frontmatter: `redirect_from: /packages/x`. */
  readonly written: string;
  /** In a few words, why there, or why nowhere. */
  readonly reason: string;
}
