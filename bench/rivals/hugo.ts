import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.ts';
import type { Rival } from './types.ts';
import { writePages } from './write-pages.ts';

/**
 * Hugo with what a site of documentation has at the least: neighbours of a page, breadcrumbs, mini contents, highlighted
 * code. No more, for a heavy layout would flatter Decant.
 */
export const hugo: Rival = {
  name: 'Hugo, docs layout',
  readVersion() {
    const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
    return status === 0 ? /v[\d.]+\S*/.exec(stdout)?.[0] : undefined;
  },
  prepare(site, folder) {
    cpSync(join(repository, 'bench/rivals/hugo'), folder, { recursive: true });
    return writePages(site, join(folder, 'content'), '_index.md');
  },
  createCommand: (folder, out) => ({
    line: ['hugo', '--quiet', '--source', folder, '--destination', out],
    env: { HUGO_CACHEDIR: join(folder, 'cache') },
  }),
};
