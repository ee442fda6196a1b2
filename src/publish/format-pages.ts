import { formatAbsolute, isPage, type PageHead } from '../links/index.ts';
import { listMembers, type Version } from '../versions/index.ts';
import { formatMarkdownAddress } from './addresses.ts';
import { groupChunks } from './group-chunks.ts';
import type { ListedSite } from './types.ts';

/** `pages.json`: the versions, the languages, and every page with its headings, one page a line. */
export function formatPages(site: ListedSite): Iterable<string> {
  return groupChunks(listStretches(site));
}

/**
 * `pages.json` with other lines for some of its pages.
 *
 * @param text the file as it is
 * @param site its pages are those that get other lines
 */
export function refreshPages(text: string, site: Omit<ListedSite, 'redirects'>): string {
  let from = 0;
  const lines = site.pages.flatMap((page) => {
    const line = JSON.stringify(describePage(page, site));
    const head = `\n${findHead(line)}`;
    // Mostly in the order of the file.
    const after = text.indexOf(head, from);
    const start = (after === -1 ? text.indexOf(head) : after) + 1;
    if (start === 0) return [];
    from = text.indexOf('\n', start);
    return { line, start, end: text[from - 1] === ',' ? from - 1 : from };
  });
  let result = '';
  let done = 0;
  for (const { line, start, end } of lines.sort((one, other) => one.start - other.start)) {
    result += text.slice(done, start) + line;
    done = end;
  }
  return result + text.slice(done);
}

/** The lines of `pages.json`, by the address that each of them begins with. */
export function readLines(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').filter((line) => line.startsWith(START));
  return new Map(
    lines.map((line) => [findHead(line), line.endsWith(',') ? line.slice(0, -1) : line] as const),
  );
}

const START = '{"href":';

/** The address that a line begins with: of each page there is one. */
function findHead(line: string): string {
  return line.slice(0, line.indexOf('","') + 1);
}

function* listStretches(site: ListedSite): Generator<string> {
  const { config, versions, languages } = site;
  const head = {
    title: config.title,
    baseUrl: config.baseUrl,
    versions: versions.map(({ id, title, isPreview }) => ({ id, title, ...(isPreview && { isPreview }) })),
    languages: config.languages
      .filter(({ code }) => languages.includes(code))
      .map(({ code, name }) => ({ code, name })),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"pages":[`;
  let separator = '\n';
  for (const page of site.pages) {
    yield `${separator}${formatLine(page, site)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** Of a page whose texts are not there the headings are not known, but the line is as it was. */
function formatLine(page: PageHead, site: ListedSite): string {
  const href = formatAbsolute(site.config.baseUrl, page.href);
  const known = isPage(page) ? undefined : site.lines?.get(`${START}${JSON.stringify(href)}`);
  return known ?? JSON.stringify(describePage(page, site));
}

function describePage(page: PageHead, { config, versions, navigation }: Omit<ListedSite, 'redirects'>) {
  const { article, version, language, title, headings } = page;
  return {
    href: formatAbsolute(config.baseUrl, page.href),
    markdown: formatMarkdownAddress(config, page),
    title,
    language,
    version: version.id,
    versions: listIds(listMembers(article.versions, versions)),
    languages: navigation
      .listLanguages(page)
      .filter(({ isSameArticle }) => isSameArticle)
      .map((alternate) => alternate.language),
    ...(article.hidden && { hidden: true }),
    headings: headings.map(({ depth, id, text }) => ({ depth, id, text })),
  };
}

function listIds(versions: readonly Version[]): readonly string[] {
  return versions.map(({ id }) => id);
}
