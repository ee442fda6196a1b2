import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openSite } from './open-site.ts';

/** What a reader loads who searches for the first time, and how many articles are found. */
export interface FirstQuery {
  readonly bytes: number;
  readonly total: number;
}

/** Bytes over the wire of a server that packs texts with gzip: the program, the index and the first results. */
export async function weighFirstQuery(out: string, group: string, query: string): Promise<FirstQuery> {
  const theme = join(out, 'theme');
  const program = readdirSync(theme).filter((name) => name.startsWith('search-'));
  const loaded = [...program.map((name) => join(theme, name)), join(out, 'search', group, 'index.json')];
  const site = await openSite(out, group, (name) => loaded.push(resolve(out, 'search', group, name)));
  const { total } = await site.search(query);
  return { bytes: loaded.reduce((sum, file) => sum + weigh(file), 0), total };
}

/** Files of the index are packed already. */
function weigh(file: string): number {
  const content = readFileSync(file);
  return content.readUInt16BE() === 0x1f8b ? content.length : gzipSync(content).length;
}
