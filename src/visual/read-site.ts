import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dropHashes } from './drop-hashes.ts';
import type { BuiltSite, SitePage } from './types.ts';

/** An address that a page takes a file from. */
const ADDRESS = /\s(?:src|href)="([^"?#]+\.[a-z]\w{0,5})(?=["?#])/g;

/** Reads a built site. Pages that only lead elsewhere have no look and are left out. */
export async function readSite(folder: string): Promise<BuiltSite> {
  const files = (await listFiles(folder, '')).sort();
  const known = new Set(files);
  const assets = new Map<string, string>();
  const pages = new Map<string, SitePage>();
  let basePath = '/';
  for (const file of files) {
    const content = await readFile(join(folder, file));
    if (!file.endsWith('.html')) {
      assets.set(dropHashes(file), hash(content));
      continue;
    }
    const html = content.toString('utf8');
    if (isRedirect(html)) continue;
    const addresses = [...html.matchAll(ADDRESS)].map(([, address = '']) => address);
    if (pages.size === 0) basePath = findBasePath(addresses, known);
    pages.set(file, { hash: hash(dropHashes(html)), assets: listAssets(addresses, basePath, known) });
  }
  return { folder, basePath, pages, assets };
}

/** Symbolic links are not followed. */
async function listFiles(folder: string, inner: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(folder, inner), { withFileTypes: true })) {
    const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await listFiles(folder, path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

function isRedirect(html: string): boolean {
  return /(?<!<noscript>)<meta http-equiv="refresh"/i.test(html.slice(0, 4096));
}

/** The shortest beginning of an address that leaves the path of a file: `/docs/` of `/docs/theme/styles.css`. */
function findBasePath(addresses: readonly string[], known: ReadonlySet<string>): string {
  for (const address of addresses.filter((each) => /^\/[^/]/.test(each))) {
    for (let slash = 0; slash !== -1; slash = address.indexOf('/', slash + 1)) {
      if (known.has(address.slice(slash + 1))) return address.slice(0, slash + 1);
    }
  }
  return '/';
}

function listAssets(addresses: readonly string[], basePath: string, known: ReadonlySet<string>) {
  const files = addresses
    .filter((address) => address.startsWith(basePath))
    .map((address) => decode(address.slice(basePath.length)))
    .filter((file) => known.has(file) && !file.endsWith('.html') && !file.endsWith('.md'));
  return [...new Set(files.map(dropHashes))].sort();
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function hash(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('base64');
}
