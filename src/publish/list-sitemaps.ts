import { findShownFile, formatAbsolute, type PageHead } from '../links/index.ts';
import { createSearchAddresses, type SearchAddresses } from '../navigation/index.ts';
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

/** `sitemap.xml` with every page that should be found under its own address; beyond the limits an index of that name, and `sitemap-1.xml` and so on. */
export function listSitemaps(site: ListedSite, limits: SitemapLimits = LIMITS): readonly SiteFile[] {
  const addresses = createSearchAddresses(site.config, site.navigation);
  const formatPage = (page: PageHead) => formatEntry(page, site, addresses);
  const parts = splitPages(site.pages.filter(addresses.isFindable), formatPage, limits);
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return [createSitemap('sitemap.xml', first, formatPage)];
  const files = parts.map((pages, at) => createSitemap(`sitemap-${at + 1}.xml`, pages, formatPage));
  return [{ output: 'sitemap.xml', render: () => formatIndex(files, site) }, ...files];
}

/** Pages of each file. At least one, which may be empty. */
function splitPages(
  pages: readonly PageHead[],
  formatPage: FormatPage,
  limits: SitemapLimits,
): readonly (readonly PageHead[])[] {
  const room = limits.bytes - URLSET.length - URLSET_END.length;
  const parts: PageHead[][] = [[]];
  let bytes = 0;
  for (const page of pages) {
    const size = Buffer.byteLength(formatPage(page));
    const part = parts.at(-1);
    if (part !== undefined && part.length < limits.entries && bytes + size <= room) part.push(page);
    else parts.push([page]);
    bytes = parts.at(-1) === part ? bytes + size : size;
  }
  return parts;
}

/** The entry of a page. */
type FormatPage = (page: PageHead) => string;

function createSitemap(output: string, pages: readonly PageHead[], formatPage: FormatPage): SiteFile {
  return { output, render: () => groupChunks(listStretches()) };

  function* listStretches(): Generator<string> {
    yield URLSET;
    for (const page of pages) yield formatPage(page);
    yield URLSET_END;
  }
}

function formatIndex(files: readonly SiteFile[], { config }: ListedSite): string {
  const entries = files.map(
    ({ output }) => `<sitemap><loc>${escapeXml(formatFileAddress(config, output))}</loc></sitemap>\n`,
  );
  return `${OPENING}<sitemapindex ${NAMESPACE}>\n${entries.join('')}</sitemapindex>\n`;
}

/** A page with the day of its last change, and with the same article in every language, itself among them. */
function formatEntry(page: PageHead, { config, corpus }: ListedSite, addresses: SearchAddresses): string {
  const sourceLanguage = config.languages[0]?.code ?? '';
  const day = corpus.days?.get(findShownFile(page, sourceLanguage));
  const alternates = addresses.listAlternates(page);
  const source = alternates.find(({ language }) => language === sourceLanguage);
  const links = [
    ...alternates.map((alternate) => formatLink(alternate.language, alternate.page)),
    ...(source === undefined ? [] : [formatLink('x-default', source.page)]),
  ];
  // The schema wants these in this order.
  const lastModified = day === undefined ? '' : `<lastmod>${day}</lastmod>`;
  return `<url><loc>${format(page)}</loc>${lastModified}${alternates.length > 1 ? links.join('') : ''}</url>\n`;

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
