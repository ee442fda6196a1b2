import type { Language } from '../src/config/index.ts';
import type { Page } from '../src/links/index.ts';
import type { Alternate, NavigationNode } from '../src/navigation/index.ts';
import type { Html } from './html.ts';
import type { Words } from './words.ts';

/** What every file of the site shares. */
export interface SiteView {
  readonly title: string;
  /** Absolute address of the published site, with a trailing slash. */
  readonly baseUrl: string;
  /** `/` or `/docs/`. */
  readonly basePath: string;
  /** Built languages, the source language first. */
  readonly languages: readonly Language[];
  /** The language that structure comes from and that missing translations fall back to. */
  readonly sourceLanguage: Language;
  /** Addresses of the theme's own files, with base path and content hash. */
  readonly theme: ThemeLinks;
  readonly words: (language: string) => Words;
}

export interface ThemeLinks {
  readonly styles: string;
  readonly script: string;
  /** Script of the root page that sends readers to their language. */
  readonly chooseLanguage: string;
  readonly icon: string;
}

/** A page with its texts joined, and what navigation knows about its neighbours. */
export interface PageView {
  readonly site: SiteView;
  readonly words: Words;
  readonly page: Page;
  readonly body: Html;
  readonly intro: Html | undefined;
  readonly product: Html | undefined;
  readonly permissions: Html | undefined;
  readonly home: Page | undefined;
  /** From the home page down to the page itself; empty for pages outside the tree. */
  readonly trail: readonly Page[];
  /** What the sidebar shows: the branch of the page's product, or the products where the page is in none. */
  readonly branch: NavigationNode | undefined;
  readonly children: readonly NavigationNode[];
  readonly previous: Page | undefined;
  readonly next: Page | undefined;
  readonly versions: readonly Alternate[];
  readonly languages: readonly Alternate[];
}

/** Where the site begins in one language. */
export interface LanguageHome {
  readonly language: Language;
  readonly href: string;
}
