/** What stands on the card of a page. */
export interface Card {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly site: string;
  readonly title: string;
  /** The product that the page belongs to. */
  readonly product?: string | undefined;
  /** Absent where the site has one version only. */
  readonly version?: string | undefined;
}

/** How the cards of a site look. */
export interface CardLook {
  /** In hexadecimal digits; that of the theme where it is absent. */
  readonly accent?: string | undefined;
  readonly logo?: CardLogo | undefined;
  readonly font?: CardFont | undefined;
}

export interface CardLogo {
  /** Address of its bytes, `data:image/png;base64,…`. */
  readonly source: string;
  /** Whether the name of the site is in it. */
  readonly replacesTitle: boolean;
}

/** A family, with the files that it is loaded from where the machine may not have it. */
export interface CardFont {
  readonly family: string;
  readonly files: readonly {
    readonly source: string;
    readonly weight?: string | undefined;
    readonly style?: string | undefined;
  }[];
}
