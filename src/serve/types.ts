import type { Diagnostic } from '../diagnostics/index.ts';
import type { Page, PageHead } from '../links/index.ts';
import type { MadeArticle } from '../workspace/index.ts';
import type { PageState } from './describe-shown.ts';

/** What a site has at an address. */
export type SiteAnswer =
  /** A page, or the last sound state of one whose source has errors. */
  | {
      readonly kind: 'page';
      readonly html: string;
      readonly shown: ShownPage | undefined;
      readonly status: 200 | 404 | 500;
    }
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  /** A file of the site's own folder, relative to it. */
  | { readonly kind: 'asset'; readonly file: string }
  | { readonly kind: 'redirect'; readonly to: string }
  /** What is made of the whole site, if anything is. */
  | { readonly kind: 'elsewhere'; readonly name: string };

/** What is known of a page beside its HTML. */
export interface ShownPage {
  /** Its address, and the language that its reader reads. */
  readonly href: string;
  readonly language: string;
  /** Undefined where the source is so broken that nobody knows where it stands. */
  readonly head: PageHead | undefined;
  readonly made: MadeArticle | undefined;
  readonly page: Page | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether errors keep the page from being made: an older state of it is shown, or none. */
  readonly isBroken: boolean;
}

/** What is sent for an address while the sources stay as they are: nothing in it is bound to a process. */
export type Reply =
  | {
      readonly kind: 'page';
      readonly html: string;
      readonly state: PageState | undefined;
      readonly status: 200 | 404 | 500;
    }
  | Exclude<SiteAnswer, { readonly kind: 'page' }>;
