import type { ChangedPage, PageComparison, ReleaseChanges, ReleaseStep } from '../src/changes/index.ts';
import type { Language, Presence } from '../src/config/index.ts';
import type { Page, PageHead } from '../src/links/index.ts';
import type { ImageSize } from '../src/load/index.ts';
import type { Alternate, NavigationNode, Track, TrackStep } from '../src/navigation/index.ts';
import type { Version } from '../src/versions/index.ts';
import type { Html } from './html.ts';
import type { Templates } from './templates.ts';
import type { Axis } from './variants.ts';
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
  /** Tools and platforms that the site file names. */
  readonly variants: Readonly<Record<Axis, readonly string[]>>;
  /** Whether there is an index of each version and language to search. */
  readonly hasSearch: boolean;
  /** Whether Markdown may hold formulas. */
  readonly hasMath: boolean;
  /** Whether diagrams are drawn. */
  readonly hasDiagrams: boolean;
  /** What the owner says of the site. */
  readonly presence: PresenceView;
  readonly words: (language: string) => Words;
  /** A name that the site sets in `data/ui.yml`, under a group and a key. */
  readonly findLabel: (language: string, group: string, key: string) => string | undefined;
  /** What is the same on many pages, made for the first of them: `key` is what it is made from, and makes nothing else. */
  readonly share: <Value>(key: object, make: () => Value) => Value;
}

/** What the owner of a site says of it. */
export interface PresenceView {
  /** What the site is about, in a language; undefined where the site file does not say. */
  readonly describe: (language: string) => string | undefined;
  readonly logo: LogoView | undefined;
  /** In the place of the theme's own. */
  readonly icon: PictureView | undefined;
  readonly touchIcon: PictureView | undefined;
  /** Who is answerable for the site, in a language. */
  readonly imprint: (language: string) => string | undefined;
  readonly social: NonNullable<Presence['social']>;
  /** The owner's tags for every head. */
  readonly head: string | undefined;
}

export interface LogoView {
  readonly light: PictureView;
  readonly dark: PictureView | undefined;
  /** Whether the name of the site is in the picture. */
  readonly replacesTitle: boolean;
}

/** A picture of the site by its published address. */
export interface PictureView {
  readonly href: string;
  /** Its media type: `image/png`. */
  readonly type: string;
  readonly size: ImageSize | undefined;
}

/** The line above the header. */
export interface BannerView {
  readonly text: string;
  readonly href: string | undefined;
  /** The last day it is shown, `2022-02-16`. */
  readonly until: string | undefined;
}

/** Links of the site file as they lead from a page. */
export interface SiteLinksView {
  readonly banner: BannerView | undefined;
  readonly header: readonly LinkView[];
  readonly footer: readonly LinkView[];
}

export interface ThemeLinks {
  readonly styles: string;
  /** Style sheet of pages with `layout: home`, beside the other one. */
  readonly home: string;
  /** Script that runs before anything is drawn. */
  readonly early: string;
  readonly script: string;
  /** Script of pages with variants for tools or platforms. */
  readonly variants: string;
  /** Script of pages with a list that readers can narrow. */
  readonly filters: string;
  /** Script of the root page that sends readers to their language. */
  readonly chooseLanguage: string;
  /** Script of the page for addresses that lead nowhere. */
  readonly notFound: string;
  /** Script of pages at old addresses. */
  readonly redirect: string;
  /** Script of pages that show changes, which moves from one to the next. */
  readonly changes: string;
  /** Script of the page that compares two versions, and the comparison that it loads. */
  readonly compare: string;
  readonly compareTexts: string;
  readonly icon: string;
  /** Script beside a banner that is shown for a time. */
  readonly banner: string;
  /** Of any file of the theme, also those that the site adds in `theme/assets/`: `findFile('logo.svg')`. */
  readonly findFile: (name: string) => string;
}

/** A page with its texts joined, and what stands around them. */
export interface PageView extends PageFurniture {
  readonly page: Page;
  readonly body: Html;
  readonly intro: Html | undefined;
  readonly product: Html | undefined;
  readonly permissions: Html | undefined;
}

/** What stands around the texts of a page: what navigation knows about its neighbours, and what the site says of it. */
export interface PageFurniture {
  readonly site: SiteView;
  readonly words: Words;
  /** The address that is marked as where the reader is; undefined on pages about changes, which stand beside the tree. */
  readonly here: string | undefined;
  /** Address of the article under which it should be found, within the host. */
  readonly canonical: string;
  /** The same article in every language in which it should be found; empty where the page should not be found itself. */
  readonly alternates: readonly Alternate[];
  /** Those of the site file, in the header and in the footer. */
  readonly links: SiteLinksView;
  /** What frontmatter names beside `children`. */
  readonly landing: LandingView;
  /** Learning tracks that the page is a guide of. */
  readonly steps: readonly TrackStep[];
  /** An extra link on top of the sidebar. */
  readonly sidebarLink: LinkView | undefined;
  /** What the reader should know of the release. */
  readonly release: ReleaseView | undefined;
  /** Numbers of the releases, no longer documented, that the one of the page stands in for; newest first. */
  readonly retired: readonly string[];
  /** The page that shows what its release changed: in the article itself, or on the whole. */
  readonly change: ChangeLinkView | undefined;
  /** Feeds that tell of what the page is about; absent where the site has none. */
  readonly feeds?: readonly FeedLinkView[] | undefined;
  /** A picture for services that show the page somebody shares; absent where the site has none. */
  readonly card?: CardView | undefined;
  /** A chat that is asked about the page, where the site file says which. */
  readonly chatHref: string | undefined;
  /** Where the file behind the text can be changed. */
  readonly editUrl: string | undefined;
  /** Day of its last change, `2021-10-01`. */
  readonly lastUpdated: string | undefined;
  /** Where a reader compares the article between two versions; undefined where it is in one only. */
  readonly compareHref: string | undefined;
  readonly home: PageHead | undefined;
  /** From the home page down to the page itself; empty for pages outside the tree. */
  readonly trail: readonly PageHead[];
  /** What the sidebar shows: the branch of the page's product, or the products where the page is in none. */
  readonly branch: NavigationNode | undefined;
  /** Whether articles stand right below the home page: then there are no products, and the sidebar shows the whole tree. */
  readonly isOneProduct: boolean;
  readonly children: readonly NavigationNode[];
  readonly previous: PageHead | undefined;
  readonly next: PageHead | undefined;
  readonly versions: readonly Alternate[];
  readonly languages: readonly Alternate[];
}

/** The picture of a page. */
export interface CardView {
  /** Within the host. */
  readonly href: string;
  readonly width: number;
  readonly height: number;
  /** What stands on it. */
  readonly words: string;
}

/** Where the site begins in one language. */
export interface LanguageHome {
  readonly language: Language;
  readonly href: string;
  /** Home pages of its versions, each by the name of the version and with its id, in the order of the version picker. */
  readonly versions: readonly (LinkView & { readonly id: string })[];
}

/** A release that is no longer documented, and the one that stands in for it, each by what stands for it in addresses. */
export interface RetiredRelease {
  readonly from: string;
  readonly to: string;
  readonly title: string;
}

/** The furniture of a landing page; a page that has none of it has empty lists. */
export interface LandingView {
  readonly buttons: readonly LinkView[];
  readonly columns: readonly ColumnView[];
  readonly cards: readonly PageHead[];
  /** Lists of cards, each with a heading of its own. */
  readonly carousels: readonly ColumnView[];
  readonly changes: readonly ChangeView[];
  /** Further videos, as a column; undefined where there is none. */
  readonly videos: { readonly heading: string; readonly links: readonly LinkView[] } | undefined;
  /** An address outside of the site. */
  readonly video: string | undefined;
  /** Products of the home page in groups, by path. */
  readonly groups: readonly { readonly name: string; readonly paths: readonly string[] }[];
  readonly guides: readonly GuideView[];
  /** All articles below the page, where it shows them in one grid in place of its children. */
  readonly articles: ArticleGridView | undefined;
  readonly tracks: readonly Track[];
  /** On a home page: signs of the pages below it as SVG, by the path of the article. */
  readonly signs: Readonly<Record<string, string>>;
}

export interface LinkView {
  readonly label: string;
  readonly href: string;
}

export interface ColumnView {
  readonly heading: string;
  readonly pages: readonly PageHead[];
}

export interface ChangeView {
  readonly title: string;
  /** `2021-10-01`, or as it is written. */
  readonly date: string;
  readonly href: string | undefined;
}

/** A guide of a guides page, with what it can be chosen by. */
export interface GuideView {
  readonly page: PageHead;
  readonly type: string;
  readonly topics: readonly string[];
}

/** Articles that can be chosen by what their frontmatter says they belong to. */
export interface ArticleGridView {
  /** Keys of frontmatter to choose by: `category`. */
  readonly filters: readonly string[];
  readonly articles: readonly ArticleView[];
}

export interface ArticleView {
  readonly page: PageHead;
  /** Its values for each filter. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** What is shown on its card. */
  readonly labels: readonly string[];
}

/**
 * A release that is not out yet, or not the newest one of its plan, with the end of its support where that is known; `frozen` in the archive of one
 * that is supported no longer.
 */
export type ReleaseView = {
  /** The same page in the newest release of the plan, or the nearest one above it. */
  readonly newest: Alternate | undefined;
  /** The page that lists what the release changed, where no other link of the page leads there. */
  readonly changesHref: string | undefined;
} & (
  | { readonly kind: 'preview' | 'old' | 'frozen' }
  | {
      readonly kind: 'ending';
      /** `2022-02-16`. */
      readonly date: string;
    }
);

/** A way to what changed since the release before. */
export interface ChangeLinkView {
  readonly step: ReleaseStep;
  readonly href: string;
  /** Whether all that the release changed stands there, not just what it changed in the article. */
  readonly isWhole: boolean;
  /** Some of what the release changed, for a page with `layout: home` to list. */
  readonly entries: readonly ChangeEntryView[];
}

/** An article in two releases as one, and the ways from there. */
export interface ChangedPageView {
  /** Of the article in the newer release. */
  readonly view: PageView;
  readonly change: ChangedPage;
  readonly comparison: PageComparison;
  /** Where the reader compares the two releases with others; undefined for an article that has moved between them. */
  readonly compareHref: string | undefined;
  /** All that the step changes; undefined where nothing of it may be named. */
  readonly release: ReleaseChanges | undefined;
  /** The same article between other releases of the plan. */
  readonly others: readonly ChangedPage[];
}

/** Where a reader compares an article between any two versions, in one language. */
export interface CompareView {
  /** Of the home page in the first version. */
  readonly view: PageView;
  /** Its own address. */
  readonly href: string;
  /** Home pages of all versions that have one. */
  readonly homes: readonly PageHead[];
}

/** What a release changed, by product. */
export interface ReleaseChangesView {
  /** Of the home page in the newer release. */
  readonly view: PageView;
  readonly release: ReleaseChanges;
  readonly products: readonly ProductChangesView[];
  /** What other releases of the plan changed. */
  readonly others: readonly ReleaseChanges[];
}

export interface ProductChangesView {
  /** Undefined for pages in no product. */
  readonly product: PageHead | undefined;
  readonly entries: readonly ChangeEntryView[];
}

export interface ChangeEntryView {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly page: PageHead;
  /** Its title in the older release, where it had another one. */
  readonly formerTitle?: string | undefined;
  /** The page that shows how it differs, or the page itself in the release that has it. */
  readonly href: string;
}

/** What an Atom feed tells. */
export interface FeedView {
  readonly language: string;
  /** Without the name of the site. */
  readonly title: string;
  /** Its own address within the host. */
  readonly href: string;
  /** The page that says the same. */
  readonly pageHref: string;
  /** Day of what it told last, `2021-10-01`. */
  readonly updated: string;
  /** The newest first. */
  readonly entries: readonly FeedEntryView[];
}

export interface FeedEntryView {
  /** Of the entry within its feed, for good: `3.2`. */
  readonly name: string;
  readonly title: string;
  /** `2021-10-01`. */
  readonly day: string;
  readonly href: string;
  /** Addresses in it may be those within the host. */
  readonly content: Html;
}

/** A feed that a page names for programs that read feeds. */
export interface FeedLinkView {
  readonly title: string;
  readonly href: string;
}

/** Neighbouring releases of a plan: all that an article has of it, up to the newest, from the oldest, or in between. */
export interface VersionRange {
  readonly kind: 'plan' | 'later' | 'earlier' | 'some';
  readonly oldest: Version;
  readonly newest: Version;
}
