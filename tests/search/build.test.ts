import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { listFiles } from '../build/read-tree.ts';
import { buildForReport, repository } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

afterEach(() => vi.unstubAllEnvs());

test('a site has an index, a button on every page, and its figures apart from those of the build', async () => {
  const { report, files, page } = await build();
  expect(files.filter((file) => file.startsWith('search/')).length).toBeGreaterThan(3);
  expect(page).toContain('class="search-button"');
  expect(report.figures.search).toMatchObject({ pages: 3 });
});

test('where npm has no program of Pagefind, the site is whole without search, and a warning says so', async () => {
  vi.stubEnv('npm_config_arch', 'abacus');
  const { report, files, page } = await build();
  expect(report.status).toBe(0);
  expect(report.diagnostics).toMatchObject([
    { code: 'search/no-indexer', severity: 'warning', hint: expect.stringContaining('--no-search') },
  ]);
  expect(isWithoutSearch(files, page)).toBe(true);
});

test('--no-search makes no index, and says nothing of a program that is missing', async () => {
  vi.stubEnv('npm_config_arch', 'abacus');
  const { report, files, page } = await build('--no-search');
  expect(report.diagnostics).toEqual([]);
  expect(report.figures).not.toHaveProperty('search');
  expect(isWithoutSearch(files, page)).toBe(true);
});

/** Builds the smallest site. */
async function build(...args: readonly string[]) {
  const root = createTemporaryFolder();
  cpSync(join(repository, 'tests/sites/smallest'), root, { recursive: true });
  const out = join(root, '_site');
  const report = await buildForReport(['--root', root, '--out', out, ...args]);
  return { report, files: listFiles(out), page: readFileSync(join(out, 'en/tea/green/index.html'), 'utf8') };
}

function isWithoutSearch(files: readonly string[], page: string): boolean {
  return !files.some((file) => /search/.test(file)) && !page.includes('search-button');
}
