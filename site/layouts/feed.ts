import { formatAbsolute } from '../../src/links/index.ts';
import { html, trust } from '../html.ts';
import type { FeedEntryView, FeedView, SiteView } from '../view.ts';

/**
 * A feed as Atom (RFC 4287), in which every address is absolute: not every reader heeds `xml:base`. The page comes before the
 * feed itself, for some readers take the first link.
 */
export function renderFeed(feed: FeedView, site: Pick<SiteView, 'title' | 'baseUrl'>): string {
  const absolute = (href: string) => formatAbsolute(site.baseUrl, href);
  const { markup } = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
<title>${feed.title} - ${site.title}</title>
<id>${absolute(feed.href)}</id>
<updated>${formatInstant(feed.updated)}</updated>
<author><name>${site.title}</name></author>
<link rel="alternate" type="text/html" href="${absolute(feed.pageHref)}"/>
<link rel="self" type="application/atom+xml" href="${absolute(feed.href)}"/>
${feed.entries.map((entry) => trust(renderEntry(entry, feed, site)))}</feed>
`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${dropControls(markup)}`;
}

function renderEntry(
  { name, title, day, href, content }: FeedEntryView,
  feed: FeedView,
  { baseUrl }: Pick<SiteView, 'baseUrl'>,
): string {
  const page = formatAbsolute(baseUrl, href);
  return html`<entry>
<title>${title}</title>
<id>${formatAbsolute(baseUrl, feed.href)}#${encodeURIComponent(name)}</id>
<updated>${formatInstant(day)}</updated>
<link rel="alternate" type="text/html" href="${page}"/>
<content type="html">${makeAbsolute(content.markup, page)}</content>
</entry>
`.markup;
}

/** A day has no hour. */
function formatInstant(day: string): string {
  return `${day}T00:00:00Z`;
}

const TAG = /<[a-z][a-z0-9-]*(?:\s+[^\s=<>"]+(?:="[^"]*")?)*\s*\/?>/gi;
const ADDRESS = /(\s(?:href|src|poster|cite)=")([/#][^"]*)"/g;

/** Fragments lead into the page of the entry. */
function makeAbsolute(markup: string, page: string): string {
  return markup.replace(TAG, (tag) =>
    tag.replace(
      ADDRESS,
      (_, start: string, address: string) =>
        `${start}${address.startsWith('#') ? `${page.replace(/#.*/, '')}${address}` : formatAbsolute(page, address)}"`,
    ),
  );
}

/** Characters that no XML may hold, however they are written. */
function dropControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '');
}
