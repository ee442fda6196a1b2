import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../build/run-decant.ts';
import type { Settings } from './host-servers.ts';

/** The files that docs/content/guides/publishing.md gives for hosts, by the name that the servers of the tests know. */
export function readSettings(): Settings {
  const text = readFileSync(join(repository, 'docs/content/guides/publishing.md'), 'utf8');
  const chapter = text.slice(text.indexOf('\n## Setting up a host'));
  const find = (language: string): string => {
    const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(chapter)?.[1];
    if (block === undefined)
      throw new Error(`docs/content/guides/publishing.md has no block of ${language}.`);
    return block;
  };
  return new Map([
    ['nginx', find('nginx')],
    ['wrangler.jsonc', find('jsonc')],
    ['_headers', find('text')],
    ['netlify.toml', find('toml')],
  ]);
}
