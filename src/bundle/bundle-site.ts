import { readPackageText } from './read-script.ts';
import { rewritePage, rewriteStyle } from './rewrite-page.ts';
import { rewriteScript, wrapFile } from './rewrite-script.ts';
import { type Addresses, openTargets } from './targets.ts';
import { zipFiles } from './zip.ts';

/** A built site, and what its bundle is called. */
export interface BundleOptions extends Addresses {
  /** Files of the site, relative to its folder, with `/`. */
  readonly names: readonly string[];
  /** The folder that the zip unpacks into. */
  readonly folder: string;
  readFile(name: string): Promise<Uint8Array>;
}

/** What became of a site. */
export interface SiteBundle {
  readonly bytes: Uint8Array;
  /** Number of its HTML files. */
  readonly pages: number;
}

/** Stands at the top of a bundle. */
const SCRIPT = 'offline.js';

/** Packs what readers see of a site: pages, their Markdown, the theme, assets, the index. */
export async function bundleSite({ readFile, ...options }: BundleOptions): Promise<SiteBundle> {
  const site = new Map<string, Uint8Array>();
  for (const name of options.names) {
    if (!isForReaders(name)) continue;
    const bytes = await readFile(name);
    if (!(isPage(name) && isLeftOut(name, decode(bytes)))) site.set(name, bytes);
  }
  const lead = openTargets(new Set([...site.keys(), SCRIPT]), options);
  const files = new Map<string, Uint8Array>();
  const put = (name: string, text: string) => files.set(`${options.folder}/${name}`, encode(text));
  put(SCRIPT, await readPackageText(SCRIPT));
  for (const [name, bytes] of site) {
    if (isPage(name))
      put(name, rewritePage(decode(bytes), name, lead, { script: SCRIPT, basePath: options.basePath }));
    else if (/^theme\/.*\.js$/.test(name)) put(name, rewriteScript(decode(bytes)));
    else if (name.endsWith('.css')) put(name, rewriteStyle(decode(bytes), name, lead));
    else if (!name.startsWith('search/')) files.set(`${options.folder}/${name}`, bytes);
    if (isFetched(name)) put(`${name}.js`, wrapFile(bytes));
  }
  return { bytes: zipFiles(files), pages: [...site.keys()].filter(isPage).length };
}

/** At the top of a site lies what hosts and robots read, beside the first page and the Markdown of home pages. */
function isForReaders(name: string): boolean {
  if (name.includes('/')) return !/^(?:feeds|cards)\//.test(name);
  return name === 'index.html' || name.endsWith('.md');
}

function isPage(name: string): boolean {
  return name.endsWith('.html') && !name.startsWith('assets/');
}

/** Stubs at old addresses, and pages whose script reads others: nothing in the bundle leads there. */
function isLeftOut(name: string, text: string): boolean {
  if (name === 'index.html') return false;
  return /<meta http-equiv="refresh"/.test(text) || /<form\b[^<>]* data-comparer=/.test(text);
}

/** What scripts ask for: the index, and the Markdown of a page to be copied. Pages are read in frames. */
function isFetched(name: string): boolean {
  return name.startsWith('search/') || (name.endsWith('.md') && !name.startsWith('assets/'));
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
