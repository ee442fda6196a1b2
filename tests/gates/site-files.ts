import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A page of the built site as it goes over the wire. */
export interface PageFile {
  /** Relative to the site: `en/packages/index.html`. */
  readonly path: string;
  readonly text: string;
}

/** The folder that the set-up built. Paths of pages are addresses in it, as the site has no base path. */
const site = process.env.DECANT_VISUAL_SITE ?? '.';

/** Every HTML file of the site, without the stubs of old addresses. */
export function listPages(): readonly PageFile[] {
  return listHtml().filter(({ text }) => !text.includes('http-equiv="refresh"'));
}

export function listHtml(): readonly PageFile[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .sort()
    .map((path) => ({ path, text: read(path) }));
}

export function isArticle({ text }: PageFile): boolean {
  return /<article class="article[ "]/.test(text);
}

/** Files of the theme that a page loads. */
export function listLoaded(text: string, kind: 'script' | 'styles'): readonly string[] {
  const pattern =
    kind === 'script' ? /<script [^>]*?src="([^"]+)"/g : /<link rel="stylesheet" href="([^"]+)"/g;
  return [...text.matchAll(pattern)].map(([, href = '']) => href);
}

/** Bytes over the wire of texts, or of files that begin with `/`. */
export function measure(text: string): number {
  const known = measured.get(text);
  if (known !== undefined) return known;
  const bytes = gzipSync(text.startsWith('/') ? read(text) : text, { level: 9 }).length;
  measured.set(text, bytes);
  return bytes;
}

/** Every page loads the same few files. */
const measured = new Map<string, number>();

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function read(path: string): string {
  return readFileSync(join(site, path), 'utf8');
}
