import type { Language } from '../src/config/index.ts';
import type { Page } from '../src/links/index.ts';
import type { Alternate, NavigationNode, Track, TrackStep } from '../src/navigation/index.ts';
import type { Html } from './html.ts';
import type { Templates } from './templates.ts';
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
  /** Those of the theme, with the site's own in their place. */
  readonly templates: Templates;
  readonly words: (language: string) => Words;
  /** A name that the site sets in `data/ui.yml`, under a group and a key. */
  readonly findLabel: (language: string, group: string, key: string) => string | undefined;
}

export interface ThemeLinks {
  readonly styles: string;
  /** Script that runs before anything is drawn. */
  readonly early: string;
  readonly script: string;
  /** Script of pages with variants for tools or platforms. */
  readonly variants: string;
  /** Script of the root page that sends readers to their language. */
  readonly chooseLanguage: string;
  readonly icon: string;
  /** Of any file of the theme, also those that the site adds in `theme/assets/`: `findFile('logo.svg')`. */
  readonly findFile: (name: string) => string;
}

/** A page with its texts joined, and what navigation knows about its neighbours. */
export interface PageView {
  readonly site: SiteView;
  readonly words: Words;
  readonly page: Page;
  /** Address of the article under which it should be found, within the host. */
  readonly canonical: string;
  /** What frontmatter names beside `children`. */
  readonly landing: LandingView;
  /** Learning tracks that the page is a guide of. */
  readonly steps: readonly TrackStep[];
  /** An extra link on top of the sidebar. */
  readonly sidebarLink: LinkView | undefined;
  /** What the reader should know of the release. */
  readonly release: ReleaseView | undefined;
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

/** The furniture of a landing page; a page that has none of it has empty lists. */
export interface LandingView {
  readonly buttons: readonly LinkView[];
  readonly columns: readonly ColumnView[];
  readonly cards: readonly Page[];
  readonly changes: readonly ChangeView[];
  /** An address outside of the site. */
  readonly video: string | undefined;
  /** Products of the home page in groups, by path. */
  readonly groups: readonly { readonly name: string; readonly paths: readonly string[] }[];
  readonly guides: readonly GuideView[];
  readonly tracks: readonly Track[];
}

export interface LinkView {
  readonly label: string;
  readonly href: string;
}

export interface ColumnView {
  readonly heading: string;
  readonly pages: readonly Page[];
}

export interface ChangeView {
  readonly title: string;
  /** `2021-10-01`, or as it is written. */
  readonly date: string;
  readonly href: string | undefined;
}

/** A guide of a guides page, with what it can be chosen by. */
export interface GuideView {
  readonly page: Page;
  readonly type: string;
  readonly topics: readonly string[];
}

/** A release that is not out yet, or not the newest one of its plan, with the end of its support where that is known. */
export type ReleaseView = {
  /** The same page in the newest release of the plan, or the nearest one above it. */
  readonly newest: Alternate | undefined;
} & (
  | { readonly kind: 'preview' | 'old' }
  | {
      readonly kind: 'ending';
      /** `2022-02-16`. */
      readonly date: string;
    }
);
