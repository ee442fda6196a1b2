import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { formatPolicy } from '../../src/publish/format-headers.ts';
import { results } from './open-search.ts';
import { serve } from './serve.ts';
import { setTrap, type Trap } from './set-trap.ts';
import { createTrapSite } from './trap-site.ts';

const site = createTrapSite();
// Builds of its own, and some fifty pages: by `npm run test:traps`.
test.skip(process.env.DECANT_TRAPS === undefined);
// One process builds it for all.
test.describe.configure({ mode: 'default' });
let folder: string;
let server: Awaited<ReturnType<typeof serve>>;

// Without a policy, for the cleaning has to hold alone.
test.beforeAll(async () => {
  if (process.env.DECANT_TRAPS === undefined) return;
  folder = mkdtempSync(join(tmpdir(), 'decant-traps-'));
  for (const [name, text] of Object.entries(site.files)) write(join(folder, 'root', name), text);
  build('--out', join(folder, 'site'));
  server = await serve(join(folder, 'site'));
});

test.afterAll(async () => {
  await server?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

test('hundreds of attempts to run code in Markdown run none', async ({ page }) => {
  expect(site.count).toBeGreaterThanOrEqual(300);
  const trap = await setTrap(page, server.url);
  const seen: string[] = [];
  for (const path of site.vectorPages) {
    await page.goto(`${server.url}/en/${path}`);
    await trap.spring();
    seen.push(...(await page.locator('h2', { hasText: /^Behind/ }).allTextContents()));
  }
  expect(trap.caught).toEqual([]);
  // All are there: none but the last of a page may hide what is behind it.
  expect(seen.length).toBeGreaterThanOrEqual(site.count - site.vectorPages.length);
});

test('texts of every other place run none, whatever page they are on', async ({ page }) => {
  const trap = await setTrap(page, server.url);
  const paths = [
    '',
    'places/',
    'places/values/',
    'places/marks/',
    'places/guides/',
    'places/terms/',
    'server@3.1/places/values/',
  ];
  const others = ['server@3.1/places/release-notes/', 'server@3.0-to-3.1/', 'server@3.0/', 'vectors/'];
  for (const path of [
    '/',
    '/ja/',
    '/ja/places/values/',
    ...[...paths, ...others].map((path) => `/en/${path}`),
  ]) {
    const response = await page.goto(`${server.url}${path}`);
    expect([path, response?.status()]).toEqual([path, 200]);
    await trap.spring();
  }
  // A file whose name can be no part of an address has no page, and nothing repeats the name as HTML.
  const named = await page.goto(`${server.url}/en/${site.named}`);
  expect(named?.status()).toBe(404);
  await trap.spring();
  expect(name(trap)).toEqual([]);
});

test('the search shows what it finds, and what was asked, as text', async ({ page }) => {
  const trap = await setTrap(page, server.url);
  const attempt = '"><img src=x onerror=trap()> zebra';
  await page.goto(
    `${server.url}/en/places/marks/?q=${encodeURIComponent(attempt)}#${encodeURIComponent(attempt)}`,
  );
  await trap.spring();
  await page.keyboard.press('/');
  for (const query of ['zebra', attempt, 'onerror trap', '<svg onload=trap()>']) {
    await page.getByRole('searchbox').fill(query);
    if (query === 'zebra') await expect(results(page).first()).toBeVisible();
    await trap.spring();
  }
  await page.getByRole('searchbox').fill('zebra');
  await results(page).first().locator('a').first().click();
  await trap.spring();
  await page.keyboard.press('/');
  await trap.spring();
  expect(name(trap)).toEqual([]);
});

test('addresses run nothing on pages that read them', async ({ page }) => {
  const trap = await setTrap(page, server.url);
  const attempts = ['"><img src=x onerror=trap()>', 'javascript:trap()', '\\\\elsewhere.example'];
  for (const attempt of attempts) {
    const escaped = encodeURIComponent(attempt);
    for (const path of [
      `en/@compare/?older=${escaped}&newer=${escaped}`,
      `en/no/${escaped}/`,
      `${escaped}?from=${escaped}#${escaped}`,
    ]) {
      await page.goto(`${server.url}/${path}`);
      await trap.spring();
    }
  }
  const [older, newer] = ['3.0', '3.1'].map((release) => `/en/server@${release}/places/values/`);
  await page.goto(`${server.url}/en/@compare/?older=${older}&newer=${newer}`);
  await trap.spring();
  expect(name(trap)).toEqual([]);
});

test('a bundle that is read from a disk runs none', async ({ page }) => {
  const file = join(folder, 'traps.zip');
  build('--bundle=server-3.1', '--out', file);
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file))))
    write(join(folder, 'disk', name), bytes);
  const trap = await setTrap(page, 'file://');
  const base = pathToFileURL(join(folder, 'disk/server-3.1/en/server@3.1')).href;
  for (const path of ['places/values', 'places/marks', 'places', 'vectors/page-0']) {
    await page.goto(`${base}/${path}/index.html`);
    await trap.spring();
  }
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('zebra');
  await expect(results(page).first()).toBeVisible();
  await trap.spring();
  expect(name(trap)).toEqual([]);
});

test('a strict policy has nothing to forbid there', async ({ page }) => {
  const strict = await serve(join(folder, 'site'), {
    'content-security-policy': formatPolicy({ search: true }),
  });
  const violations: string[] = [];
  await page.exposeFunction('noteViolation', (text: string) => violations.push(text));
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      (window as unknown as { noteViolation(text: string): void }).noteViolation(
        `${violatedDirective} ${blockedURI}`,
      ),
    ),
  );
  for (const path of ['places/values/', 'places/marks/', ...site.vectorPages.slice(0, 4)])
    await page.goto(`${strict.url}/en/${path}`);
  await strict.close();
  expect(violations).toEqual([]);
});

test('the trap catches what is active', async ({ page }) => {
  const active: Readonly<Record<string, RegExp>> = {
    '<img src=x onerror=trap(1)>': /trap\(1\)/,
    '<script>alert(2)</script>': /trap\(2\)/,
    '<script src="https://elsewhere.example/x.js"></script>': /request of a script/,
    '<link rel=stylesheet href="//elsewhere.example/x.css">': /request of a stylesheet/,
    '<iframe srcdoc="<script>trap(3)</script>"></iframe>': /trap\(3\)/,
    '<main><a href="java&#10;script:trap(4)">x</a></main>': /trap\(4\)/,
    '<main><p onmouseover=trap(5)>x</p></main>': /trap\(5\)/,
    '<meta http-equiv=refresh content="0;url=https://elsewhere.example/">': /request of a document/,
    '<p style="position:fixed">x</p>': /style=/,
    '<form action=javascript:trap()></form>': /action=/,
  };
  for (const [html, expected] of Object.entries(active)) {
    const fresh = await page.context().newPage();
    const trap = await setTrap(fresh, server.url);
    await fresh.route(`${server.url}/active`, (route) =>
      route.fulfill({ contentType: 'text/html', body: html }),
    );
    await fresh.goto(`${server.url}/active`);
    await fresh.waitForTimeout(50);
    await trap.spring().catch(() => {});
    expect(trap.caught.join('\n'), html).toMatch(expected);
    await fresh.close();
  }
});

/** What was caught, with the place where the text of each is written. */
function name({ caught }: Trap): readonly string[] {
  return caught.map(
    (what) => `${what} (${site.places[Number(/trap\((\d+)\)/.exec(what)?.[1])] ?? 'unknown place'})`,
  );
}

function build(...options: readonly string[]): void {
  const args = [
    'dist/src/cli.js',
    'build',
    '--root',
    join(folder, 'root'),
    '--keep-going',
    '--no-cache',
    '--workers=0',
  ];
  try {
    execFileSync(process.execPath, [...args, ...options], { stdio: 'pipe' });
  } catch (error) {
    // With errors in the content, which are some of the attempts.
    if ((error as { readonly status?: number }).status !== 1) throw error;
  }
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
