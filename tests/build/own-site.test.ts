import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/index.ts';
import { listFiles } from './read-tree.ts';
import { buildForReport, repository, runDecant, runProgram } from './run-decant.ts';
import { createFolder, removeFolder } from './temporary-folder.ts';

/** The documentation in this repository's own content/ and data/, in all versions and the preview of the coming one. */
const versions = ['fpt', 'ghes', 'ghae', 'ghae-next'];
const folder = createFolder();
const out = join(folder, 'site');

beforeAll(async () => {
  const asked = versions.map((name) => `--version=${name}`);
  const { diagnostics } = await buildForReport(['--root', repository, '--out', out, ...asked]);
  expect(diagnostics.map((each) => formatDiagnostic(each))).toEqual([]);
  return () => removeFolder(folder);
});

test.each([repository, join(repository, 'docs')])('the site in %s is in order', async (root) => {
  expect(await runDecant(['check', '--quiet', '--strict', '--root', root])).toMatchObject({
    status: 0,
    stderr: '',
  });
});

test('Eleventy by itself writes it too, with the configuration of this repository', async () => {
  const eleventy = join(repository, 'node_modules/@11ty/eleventy/cmd.cjs');
  const written = join(folder, 'eleventy');
  expect(
    await runProgram(process.execPath, [eleventy, '--quiet', `--output=${written}`], repository),
  ).toMatchObject({ status: 0 });
  const files = listFiles(written);
  expect(files).toContain('404.html');
  expect(listFiles(out)).toEqual(expect.arrayContaining([...files]));
});

test('every address in every page of the site is that of a published file', () => {
  const files = new Set(listFiles(out));
  const pages = [...files].filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(100);
  const missing = pages.flatMap((page) =>
    listAddresses(readFileSync(join(out, page), 'utf8'))
      .filter((address) => !files.has(fileOf(address)))
      .map((address) => `${page}: ${address}`),
  );
  expect(missing).toEqual([]);
});

test('no page shows markup that was not understood', () => {
  const articles = listFiles(out).filter((file) => /\/.*index\.html$/.test(file));
  const strange = articles.filter((file) =>
    /\{%|%\}|\{:copy\}|AUTOTITLE/.test(readFileSync(join(out, file), 'utf8')),
  );
  expect(strange).toEqual([]);
});

/** Addresses within the site, without query and fragment. */
function listAddresses(html: string): readonly string[] {
  const found = [...html.matchAll(/\s(?:href|src)="(\/[^"?#]*)/g)].map(([, address = '']) => address);
  return [...new Set(found)];
}

function fileOf(address: string): string {
  const path = decodeURIComponent(address).slice(1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
