import type { Place } from '../../diagnostics/index.ts';
import type { PlacedText } from '../duplicates.ts';

/** A text of the site file in the words of each language of the site, by its code. */
export type LocalTexts = Readonly<Record<string, string>>;

/** What the owner of a site says of it: how it looks, what it is called, and where its readers can go. */
export interface Presence {
  /** What the site is about, for search engines and for who shares a page that says nothing of itself. */
  readonly description?: LocalTexts;
  readonly logo?: SiteLogo;
  readonly favicon?: SiteIcon;
  /** Links in the bar on top of every page. */
  readonly header?: readonly SiteLink[];
  readonly footer?: SiteFooter;
  /** Where the makers of the site can be found, in the order of the site file. */
  readonly social?: readonly SocialLink[];
  /** A page shows the first one that is meant for it. */
  readonly banner?: readonly Banner[];
  /** Tags for the head of every page, as they are written. */
  readonly head?: string;
  readonly accent?: { readonly light: SchemeColours; readonly dark: SchemeColours };
  /** Where the site file asks for a card picture of each page; absent where it does not. */
  readonly cards?: Place;
  readonly fonts?: { readonly text?: SiteFont; readonly code?: SiteFont };
}

/** A line above the header. */
export interface Banner {
  readonly text: LocalTexts;
  /** As that of a `SiteLink`; the whole line is the link. */
  readonly href?: PlacedText;
  /** Names of versions, `ghes-3.2`; all where it is absent. */
  readonly versions?: readonly string[];
  /** Codes of languages; all where it is absent. */
  readonly languages?: readonly string[];
  /** The last day it is shown, `2022-02-16`. */
  readonly until?: string;
}

/** Colours of one scheme, in hexadecimal digits: of links, and of what lies below a chosen entry. */
export interface SchemeColours {
  readonly accent: string;
  readonly low: string;
}

/** A family of fonts; without files, readers have it or see the next one. */
export interface SiteFont {
  readonly family: string;
  readonly files: readonly {
    /** Below `assets/`. */
    readonly file: PlacedText;
    /** `400`, or `100 900` of a variable font. */
    readonly weight?: string;
    readonly style?: string;
  }[];
}

/** Pictures below `assets/`. */
export interface SiteLogo {
  readonly light: PlacedText;
  /** In the dark scheme; the same as in the light one where it is absent. */
  readonly dark?: PlacedText;
  /** Whether the name of the site is in the picture. */
  readonly replacesTitle?: true;
}

/** Pictures below `assets/`. */
export interface SiteIcon {
  readonly icon: PlacedText;
  /** What telephones show of a page on the home screen. */
  readonly touch?: PlacedText;
}

export interface SiteLink {
  readonly label: LocalTexts;
  /** An address out of the site, or that of a page, `/packages/quickstart`, which each version has its own of. */
  readonly href: PlacedText;
}

export interface SiteFooter {
  readonly links: readonly SiteLink[];
  /** Who is answerable for the site. */
  readonly imprint?: LocalTexts;
}

export interface SocialLink {
  readonly name: SocialName;
  readonly href: string;
}

export type SocialName =
  | 'bluesky'
  | 'discord'
  | 'email'
  | 'facebook'
  | 'forum'
  | 'github'
  | 'gitlab'
  | 'instagram'
  | 'linkedin'
  | 'mastodon'
  | 'matrix'
  | 'reddit'
  | 'rss'
  | 'slack'
  | 'stackoverflow'
  | 'telegram'
  | 'twitch'
  | 'x'
  | 'youtube';
