import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { openSearch, results } from './open-search.ts';

const SITE = `title: Tea
baseUrl: https://docs.example.com/docs/
languages:
  - { code: en, name: English, dir: . }
  - { code: ja, name: 日本語, dir: translations/ja-JP }
plans:
  - { id: cloud, short: fpt, name: Cloud, default: true }
  - { id: server, short: ghes, name: Server, releases: ['3.2', '3.1'] }
`;

const page = (title: string, text: string, children = '') =>
  `---\ntitle: ${title}\nversions: '*'\n${children}---\n\n${text}\n`;

const FILES = {
  'data/site.yml': SITE,
  'content/index.md': page('Tea', '', 'children: [pots, cups]\n'),
  'content/pots/index.md': page('Pots', '', 'children: [brewing]\n'),
  'content/pots/brewing.md': page('Brewing', 'Warm the kettle. Then see "[AUTOTITLE](/cups/pouring)".'),
  'content/cups/index.md': page('Cups', '', 'children: [pouring]\n'),
  'content/cups/pouring.md': page('Pouring', '[On the web](/fpt@latest/pots/brewing)'),
  'translations/ja-JP/content/pots/brewing.md': page('お茶を入れる', '急須を温めます。'),
};

let folder: string;

/** Builds a bundle of two releases with the compiled command line, and unpacks it. */
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'decant-offline-'));
  for (const [name, text] of Object.entries(FILES)) write(join(folder, 'root', name), text);
  const file = join(folder, 'tea.zip');
  const args = ['build', '--bundle=ghes-3.2,ghes-3.1', '--out', file, '--root', join(folder, 'root')];
  execFileSync(process.execPath, ['dist/src/cli.js', ...args, '--workers=0', '--quiet'], {
    stdio: 'inherit',
  });
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) write(join(folder, name), bytes);
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a bundle is read from a disk: links, pickers and the search work as on a host', async ({ page }) => {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('request', (request) => !/^(?:file|blob|data):/.test(request.url()) && wrong.push(request.url()));
  const heading = page.getByRole('heading', { level: 1 });

  await page.goto(pathToFileURL(join(folder, 'ghes-3.2-ghes-3.1/index.html')).href);
  await expect(page).toHaveURL(/\/en\/server@3\.2\/index\.html$/);
  await page.locator('main').getByRole('link', { name: 'Pots' }).first().click();
  await expect(heading).toHaveText('Pots');
  await page.locator('main').getByRole('link', { name: 'Brewing' }).first().click();
  await page.locator('#article-contents').getByRole('link', { name: 'Pouring' }).click();
  await expect(heading).toHaveText('Pouring');
  await expect(page.getByRole('link', { name: 'On the web' })).toHaveAttribute(
    'href',
    /^https:\/\/docs\.example\.com\/docs\/en\//,
  );

  const versions = page.locator('.picker-version');
  await versions.locator('summary').click();
  await expect(versions.getByRole('link')).toHaveText([/Server 3\.2/, /Server 3\.1/]);
  await versions.getByRole('link', { name: 'Server 3.1' }).click();
  await expect(page).toHaveURL(/\/en\/server@3\.1\/cups\/pouring\/index\.html$/);

  const search = async (query: string) => {
    await openSearch(page, query);
    await expect(results(page)).toHaveCount(1);
    await results(page).locator('a').first().click();
  };
  await search('kettle');
  await expect(heading).toHaveText('Brewing');
  await page.locator('.picker-language summary').click();
  await page.getByRole('link', { name: '日本語' }).click();
  await expect(heading).toHaveText('お茶を入れる');
  await page.goto(page.url().replace('pots/brewing/', ''));
  await search('急須');
  await expect(page).toHaveURL(/\/ja\/server@3\.1\/pots\/brewing\/index\.html/);
  expect(wrong).toEqual([]);
});

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
