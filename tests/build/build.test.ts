import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Diagnostic, formatDiagnostic } from '../../src/diagnostics/index.ts';
import { listFiles } from './read-tree.ts';
import { buildForReport, repository } from './run-decant.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/**
 * Each folder of tests/sites/ is a whole small site with what is expected of it in `expected/`:
 * `files.txt` names every published file, `diagnostics.txt` holds what the build says, and any other file there is
 * compared with the published one of the same path. To watch one more file, create it empty and update.
 */
const sites = join(repository, 'tests/sites');

test.each(readdirSync(sites))('the site %s is built as expected', async (name) => {
  const root = join(sites, name);
  const expected = join(root, 'expected');
  const out = join(createTemporaryFolder(), 'site');
  const { status, diagnostics } = await buildForReport(['--root', root, '--out', out, '--keep-going']);

  const isExpected = (file: string) => expect.soft(read(out, file)).toMatchFileSnapshot(join(expected, file));
  await expect.soft(formatDiagnostics(diagnostics)).toMatchFileSnapshot(join(expected, 'diagnostics.txt'));
  await expect
    .soft(`${[...new Set(listFiles(out).map(dropHash))].sort().join('\n')}\n`)
    .toMatchFileSnapshot(join(expected, 'files.txt'));
  for (const file of listFiles(expected).filter((file) => !file.endsWith('.txt'))) await isExpected(file);
  expect(status).toBe(diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0);
});

function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((each) => `${formatDiagnostic(each)}\n`).join('\n');
}

/** Of a page only its article: the frame around it has tests of its own, and would change every file here. */
function read(out: string, file: string): string {
  const text = readFileSync(join(out, file), 'utf8');
  return /<article[\s\S]*<\/article>\n?/.exec(text)?.[0] ?? text.replace(THEME_HASH, '$1HASH');
}

/** Names of theme files hold a hash of their content; so do those of the search index, which are many. */
function dropHash(path: string): string {
  if (path.startsWith('search/')) return path.replace(/(?<=[-.])[0-9a-f]{10}(?=[./])/, 'HASH');
  return path.replace(THEME_HASH, '$1HASH');
}

const THEME_HASH = /(?<=^|\/)(theme\/[\w-]+\.)[0-9a-f]{10}(?=\.)/g;
