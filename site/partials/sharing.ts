import { formatAbsolute } from '../../src/links/index.ts';
import { type Html, html } from '../html.ts';
import type { CardView, SiteView } from '../view.ts';

/** What services say of a page that somebody shares. */
export interface SharedPage {
  /** Without the name of the site, which they say themselves. */
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Within the host. */
  readonly href: string;
  readonly isArticle: boolean;
  readonly card?: CardView | undefined;
}

/** Open Graph, which X reads, too; X asks for the kind of its card beside it. */
export function renderSharing(
  { title, description, language, href, isArticle, card }: SharedPage,
  site: Pick<SiteView, 'title' | 'baseUrl' | 'languages' | 'share'>,
): Html {
  // Made once for each language: to look it up takes as long as the rest of the head.
  const locales = site.share(site.languages, () => new Map<string, string>());
  const locale = locales.get(language) ?? formatLocale(language);
  locales.set(language, locale);
  return html`<meta property="og:type" content="${isArticle ? 'article' : 'website'}">
<meta property="og:site_name" content="${site.title}">
<meta property="og:title" content="${title}">
${description !== '' && html`<meta property="og:description" content="${description}">\n`}<meta property="og:url" content="${formatAbsolute(site.baseUrl, href)}">
<meta property="og:locale" content="${locale}">
${card && renderCard(card, site)}<meta name="twitter:card" content="${card ? 'summary_large_image' : 'summary'}">
`;
}

/** X takes picture and words from Open Graph. */
function renderCard({ href, width, height, words }: CardView, { baseUrl }: Pick<SiteView, 'baseUrl'>): Html {
  return html`<meta property="og:image" content="${formatAbsolute(baseUrl, href)}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${width}">
<meta property="og:image:height" content="${height}">
<meta property="og:image:alt" content="${words}">
`;
}

/** Open Graph wants a language with a territory: `en_US`, `ja_JP`, `zh_CN`. */
function formatLocale(language: string): string {
  try {
    const { language: code, region } = new Intl.Locale(language).maximize();
    return region === undefined ? language : `${code}_${region}`;
  } catch {
    return language;
  }
}
