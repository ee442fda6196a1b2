import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadField, ReadPage } from '../changes/index.ts';
import { UsageError } from '../usage-error.ts';
import type { PageReference } from './difference/types.ts';

/** A page of a built site. */
export interface BuiltPageFile extends ReadPage {
  readonly reference: PageReference;
  /** The whole file. */
  readonly html: string;
}

/**
 * Reads the pages of a folder that Decant has built, as `pages.json` lists them.
 *
 * @throws UsageError for a folder that holds something else
 */
export async function readBuiltSite(folder: string): Promise<readonly BuiltPageFile[]> {
  const { baseUrl, pages } = await readList(folder);
  const { pathname } = new URL(baseUrl);
  const found: BuiltPageFile[] = [];
  for (const { href, title, language, version } of pages) {
    const path = new URL(href).pathname;
    const inner = decodePath(path.slice(pathname.length));
    // The list is a file of the folder like others: nothing in it leads out.
    if (!path.startsWith(pathname) || inner.split('/').includes('..')) continue;
    const html = await readFile(join(folder, inner, 'index.html'), 'utf8').catch(() => undefined);
    if (html === undefined) continue;
    const article = inner.replace(/^[^/]+\/(?:[^/]+@[^/]+(?:\/|$))?/, '').replace(/\/$/, '');
    const reference = {
      language,
      version,
      path: article,
      href: path,
      title,
      file: join(inner, 'index.html'),
    };
    found.push({ reference, href: path, language, html, fields: readFields(html) });
  }
  return found;
}

/** What stands at an address of a built site: a page, or a stub that leads to another address. */
export type BuiltFile =
  | { readonly kind: 'page'; readonly fields: ReadPage['fields'] }
  | { readonly kind: 'stub'; readonly to: string };

/**
 * Reads one file of a folder that Decant has built; undefined where there is none.
 *
 * @param address below that of the site: `/en/packages/x/`
 */
export async function readBuiltAddress(folder: string, address: string): Promise<BuiltFile | undefined> {
  const inner = decodePath(address);
  if (inner.split('/').includes('..')) return undefined;
  const html = await readFile(join(folder, inner, 'index.html'), 'utf8').catch(() => undefined);
  if (html === undefined) return undefined;
  const to = /<meta http-equiv="refresh" content="0; url=([^"]*)">/.exec(html)?.[1];
  return to === undefined ? { kind: 'page', fields: readFields(html) } : { kind: 'stub', to };
}

interface ListedPage {
  readonly href: string;
  readonly title: string;
  readonly language: string;
  readonly version: string;
}

async function readList(folder: string): Promise<{ baseUrl: string; pages: readonly ListedPage[] }> {
  const text = await readFile(join(folder, 'pages.json'), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new UsageError(
      `The folder '${folder}' is not a site built by decant: it has no pages.json. Name a folder that decant build --out FOLDER has written.`,
    );
  const list: unknown = parseJson(text);
  if (
    !isRecord(list) ||
    typeof list.baseUrl !== 'string' ||
    !URL.canParse(list.baseUrl) ||
    !Array.isArray(list.pages)
  )
    throw new UsageError(`The file pages.json in '${folder}' is not a list of pages from decant build.`);
  return { baseUrl: list.baseUrl, pages: list.pages.filter(isListed) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isListed(value: unknown): value is ListedPage {
  if (!isRecord(value)) return false;
  const { href, title, language, version } = value;
  return (
    [href, title, language, version].every((each) => typeof each === 'string') && URL.canParse(String(href))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What a reader reads of a page, by the anatomy of its layout. */
function readFields(html: string): ReadPage['fields'] {
  const start = html.indexOf('<h1');
  if (start === -1) return {};
  const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html.slice(start))?.[1];
  const boxes = BOXES.flatMap(([field, sign]): (readonly [ReadField, string])[] => {
    const text = cutElement(html, html.indexOf(sign, start));
    return text === undefined ? [] : [[field, field === 'body' ? unboxOperations(text) : text]];
  });
  return { ...(title === undefined ? {} : { title }), ...Object.fromEntries(boxes) };
}

const BOXES = [
  ['intro', '<div class="lead"'],
  ['product', '<div class="product"'],
  ['permissions', '<div class="permissions"'],
  ['body', '<div id="article-contents"'],
] as const;

/** The content of a `div`, which ends where as many are closed as were opened. */
function cutElement(html: string, at: number): string | undefined {
  if (at === -1) return undefined;
  const begin = html.indexOf('>', at) + 1;
  const tags = /<(\/?)div\b[^>]*>|<!--[\s\S]*?-->/g;
  tags.lastIndex = begin;
  let depth = 1;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    if (tag[1] === undefined) continue;
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return html.slice(begin, tag.index);
  }
  return html.slice(begin);
}

/** Operations of an API as the text has them: that their examples stand in a box is for the eye. */
function unboxOperations(html: string): string {
  if (!html.includes(OPERATION)) return html;
  const open: ('operation' | 'part' | 'text')[] = [];
  return html.replace(/<(\/?)div\b[^>]*>\n?/g, (tag, end: string) => {
    const kind =
      end !== ''
        ? open.pop()
        : tag.startsWith(OPERATION)
          ? 'operation'
          : open.at(-1) === 'operation'
            ? 'part'
            : 'text';
    if (end === '' && kind !== undefined) open.push(kind);
    return kind === 'operation' || kind === 'part' ? '' : tag;
  });
}

const OPERATION = '<div class="operation">';
