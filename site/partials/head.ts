import { formatAbsolute } from '../../src/links/index.ts';
import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import type { SharedPage } from './sharing.ts';

/** `TITLE - VERSION - SITE`, without the version where it is the default one; the home page has no `TITLE`. */
export function formatDocumentTitle({ site, page }: PageView): string {
  const isHome = page.article.path === '';
  return [isHome ? '' : page.title, page.version.segment === '' ? '' : page.version.title, site.title]
    .filter((part) => part !== '')
    .join(' - ');
}

/** As it is shared: by its title, with the version where it is not the default one. */
export function describeShared(view: PageView): SharedPage {
  const { site, page, canonical, card } = view;
  const isHome = page.article.path === '';
  const parts = [isHome ? site.title : page.title, page.version.segment === '' ? '' : page.version.title];
  return {
    title: parts.filter((part) => part !== '').join(' - '),
    description: page.description || (site.presence.describe(page.language) ?? ''),
    language: page.language,
    href: canonical,
    isArticle: page.article.kind === 'article',
    card,
  };
}

/** What robots and other tools read: description, topics, the address to be found under, the page as Markdown, the same article in other languages. */
export function renderPageHead({ site, page, canonical, alternates, feeds = [] }: PageView): Html {
  const source = alternates.find((alternate) => alternate.language === site.sourceLanguage.code);
  const isHome = page.article.path === '';
  const description = page.description || (isHome && site.presence.describe(page.language)) || '';
  return html`${description !== '' && html`<meta name="description" content="${description}">\n`}${
    page.article.topics.length > 0 &&
    html`<meta name="keywords" content="${page.article.topics.join(',')}">\n`
  }${
    (page.article.hidden || page.version.isPreview) && html`<meta name="robots" content="noindex">\n`
  }<link rel="canonical" href="${formatAbsolute(site.baseUrl, canonical)}">
<link rel="alternate" type="text/markdown" href="${page.href.slice(0, -1)}.md">
${feeds.map(({ title, href }) => html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${href}">\n`)}${
  alternates.length > 1 && [
    ...alternates.map((alternate) =>
      renderAlternate(alternate.language, formatAbsolute(site.baseUrl, alternate.page.href)),
    ),
    source !== undefined && renderAlternate('x-default', formatAbsolute(site.baseUrl, source.page.href)),
  ]
}`;
}

function renderAlternate(language: string, href: string): Html {
  return html`<link rel="alternate" hreflang="${language}" href="${href}">\n`;
}
