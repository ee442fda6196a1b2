import { formatAbsolute, type PageHead } from '../links/index.ts';
import { formatFileAddress } from './addresses.ts';
import { groupChunks } from './group-chunks.ts';
import type { ListedSite, SiteFile } from './types.ts';

/** What one file may hold: entries, and bytes when it is unpacked. */
export interface SitemapLimits {
  readonly entries: number;
  readonly bytes: number;
}

/** https://www.sitemaps.org/protocol.html#index */
const LIMITS: SitemapLimits = { entries: 50_000, bytes: 50 * 1024 * 1024 };

const OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const URLSET = `${OPENING}<urlset ${NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
const URLSET_END = '</urlset>\n';

/** `sitemap.xml` with every page that is to be found; beyond the limits an index of that name, and `sitemap-1.xml` and so on. */
export function listSitemaps(site: ListedSite, limits: SitemapLimits = LIMITS): readonly SiteFile[] {
  const parts = splitPages(site, limits);
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return [createSitemap('sitemap.xml', first, site)];
  const files = parts.map((pages, at) => createSitemap(`sitemap-${at + 1}.xml`, pages, site));
  return [{ output: 'sitemap.xml', render: () => formatIndex(files, site) }, ...files];
}

/** Pages of each file. At least one, which may be empty. */
function splitPages(site: ListedSite, limits: SitemapLimits): readonly (readonly PageHead[])[] {
  const room = limits.bytes - URLSET.length - URLSET_END.length;
  const parts: PageHead[][] = [[]];
  let bytes = 0;
  for (const page of site.pages.filter(isFindable)) {
    const size = Buffer.byteLength(formatEntry(page, site));
    const part = parts.at(-1);
    if (part !== undefined && part.length < limits.entries && bytes + size <= room) part.push(page);
    else parts.push([page]);
    bytes = parts.at(-1) === part ? bytes + size : size;
  }
  return parts;
}

/** Hidden pages and previews are there for those who have the address. */
function isFindable({ article, version }: PageHead): boolean {
  return !article.hidden && !version.isPreview;
}

function createSitemap(output: string, pages: readonly PageHead[], site: ListedSite): SiteFile {
  return { output, render: () => groupChunks(listStretches()) };

  function* listStretches(): Generator<string> {
    yield URLSET;
    for (const page of pages) yield formatEntry(page, site);
    yield URLSET_END;
  }
}

function formatIndex(files: readonly SiteFile[], { config }: ListedSite): string {
  const entries = files.map(
    ({ output }) => `<sitemap><loc>${escapeXml(formatFileAddress(config, output))}</loc></sitemap>\n`,
  );
  return `${OPENING}<sitemapindex ${NAMESPACE}>\n${entries.join('')}</sitemapindex>\n`;
}

/** A page with the same article in every language, itself among them. */
function formatEntry(page: PageHead, { config, navigation }: ListedSite): string {
  const alternates = navigation.listLanguages(page).filter(({ isSameArticle }) => isSameArticle);
  const source = alternates.find(({ language }) => language === config.languages[0]?.code);
  const links = [
    ...alternates.map((alternate) => formatLink(alternate.language, alternate.page)),
    ...(source === undefined ? [] : [formatLink('x-default', source.page)]),
  ];
  return `<url><loc>${format(page)}</loc>${alternates.length > 1 ? links.join('') : ''}</url>\n`;

  function format({ href }: PageHead): string {
    return escapeXml(formatAbsolute(config.baseUrl, href));
  }

  function formatLink(language: string, alternate: PageHead): string {
    return `<xhtml:link rel="alternate" hreflang="${escapeXml(language)}" href="${format(alternate)}"/>`;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
