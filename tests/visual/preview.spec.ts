import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { writeLantern } from '../serve/lantern-site.ts';

const program = join(import.meta.dirname, '../../dist/src/cli.js');

/** Steps with a picture, which scripts of the page hold on to. */
const STEPS = '1. Hang the lamp.\n\n   ![The mark](/assets/images/mark.svg)\n2. Light it.';

/** Taller than any window. */
const LONG = Array.from({ length: 60 }, (_, at) => `Lamp ${at + 1} hangs in the hall.`).join('\n\n');

test.describe.configure({ mode: 'serial' });

let folder: string;
let root: string;
let child: ChildProcess;
let url: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'decant-visual-'));
  root = join(folder, 'site');
  writeLantern(root);
  write('content/wick.md', (text) => `${text}\n${STEPS}\n\n${LONG}\n`);
  const args = ['dev', '--root', root, '--port=0', '--out', join(folder, 'out'), '--editor=zed'];
  child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  url = await new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => resolve(/Serving (\S+)/.exec(String(chunk))?.[1] ?? ''));
    child.once('exit', () => reject(new Error('The server has ended.')));
  });
});

test.afterAll(async () => {
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, change: (text: string) => string): void {
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')));
}

/** Buttons and panels stand in a frame of their own. */
const tool = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('an open page shows what is saved, and stays where its reader is', async ({ page }) => {
  await page.goto(`${url}en/wick/`);
  await expect(tool(page, 'No problems on this page')).toBeVisible();
  await page.evaluate(() => {
    Object.assign(window, { isFirst: true });
    scrollTo({ top: 900, behavior: 'instant' });
  });
  const top = () => page.evaluate(() => scrollY);
  const before = await top();
  const isFirst = () => page.evaluate(() => 'isFirst' in window);

  await test.step('a text, by a file of another name that is moved over it', async () => {
    const text = readFileSync(join(root, 'content/wick.md'), 'utf8');
    writeFileSync(join(root, 'content/wick.md.new'), text.replace('Lamp 30 hangs', 'Lamp thirty stands'));
    renameSync(join(root, 'content/wick.md.new'), join(root, 'content/wick.md'));
    await expect(page.getByText('Lamp thirty stands in the hall.')).toBeVisible();
    expect([await top(), await isFirst()]).toEqual([before, true]);
  });

  await test.step('a reusable', async () => {
    write('data/reusables/safety.md', () => 'Wear gloves.\n');
    await expect(page.getByText('Wear gloves.')).toBeAttached();
    expect([await top(), await isFirst()]).toEqual([before, true]);
  });

  await test.step('a step beside a picture, which stays the same element', async () => {
    const picture = await page.getByAltText('The mark').elementHandle();
    write('content/wick.md', (text) =>
      text.replace('Hang the lamp', 'Hang the lamp high').replace('Light it', 'Light it then'),
    );
    await expect(page.getByText('Light it then.')).toBeAttached();
    await expect(page.getByText('Hang the lamp high.')).toBeAttached();
    expect(await picture?.evaluate((each) => each.isConnected)).toBe(true);
    expect([await top(), await isFirst()]).toEqual([before, true]);
  });

  await test.step('a mistake, which leaves the last good page under what is wrong', async () => {
    write('content/wick.md', (text) => text.replace('{% endif %}', ''));
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('{% ifversion server > 1.0 %}The new burner');
    await expect(alert).toContainText('Hint');
    await expect(alert.getByRole('link', { name: 'content/wick.md:10:1' })).toHaveAttribute(
      'href',
      `zed://file${root}/content/wick.md:10:1`,
    );
    await expect(page.getByText('Lamp thirty stands in the hall.')).toBeAttached();
    await page.reload();
    await expect(alert).toBeVisible();
    await expect(page.getByText('Lamp thirty stands in the hall.')).toBeAttached();
    write('content/wick.md', (text) => text.replace('less oil.', 'less oil.{% endif %}'));
    await expect(alert).toHaveCount(0);
  });

  await test.step('a problem that is no error, at its place', async () => {
    write('content/wick.md', (text) => text.replace('Lamp 2 hangs', '[Lamp 2](/nowhere) hangs'));
    const mark = page.locator('.decant-mark');
    await expect(mark).toContainText('/nowhere');
    await expect(page.locator('p:has(+ .decant-mark)')).toHaveText('Lamp 2 hangs in the hall.');
    await expect(tool(page, 'Problems: 1')).toBeVisible();
    write('content/wick.md', (text) => text.replace('[Lamp 2](/nowhere)', 'Lamp 2'));
    await expect(mark).toHaveCount(0);
    write('content/wick.md', (text) => text.replace('images/mark', 'images/gone'));
    await expect(page.locator('ol:has(+ .decant-mark)')).toContainText('Light it then.');
  });

  await test.step('a text beside a picture that is not there, which is not asked for again', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().slice(url.length)));
    write('content/wick.md', (text) => text.replace('Lamp 3 hangs', 'Lamp three hangs'));
    await expect(page.getByText('Lamp three hangs in the hall.')).toBeAttached();
    await expect(page.locator('ol:has(+ .decant-mark)')).toContainText('Light it then.');
    expect(asked).toContain('en/wick/');
    expect(asked.filter((each) => each.includes('gone'))).toEqual([]);
  });
});

test('a page tells where it comes from, and what it is in every version', async ({ page }) => {
  await page.goto(`${url}en/server@2.0/wick/`);
  await expect(tool(page, 'Sources')).toBeVisible();
  await page.keyboard.press('Alt+s');
  await expect(tool(page, 'Sources')).toHaveAttribute('aria-pressed', 'true');
  await page.getByText('Wear gloves.').click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('link', { name: 'data/reusables/safety.md:1', exact: true })).toHaveAttribute(
    'href',
    /^zed:\/\/file\/.*safety\.md:1:1$/,
  );
  await expect(panel).toContainText('used at content/wick.md:13:3');
  await page.getByText('The new burner').click();
  await expect(panel).toContainText('ifversion server > 1.0');
  await expect(panel).toContainText('server 2.0');
  await page.keyboard.press('ArrowUp');
  await expect(panel).toContainText('in every version of this page');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('Alt+v');
  await expect(panel).toContainText('One block differs from this page');
  await expect(panel.getByRole('link')).toHaveText(['Cloud', 'Server 1.0']);
});

test('the search works while a site is written', async ({ page }) => {
  await page.goto(`${url}en/wick/`);
  const field = page.getByRole('searchbox');
  // The script that listens may come late.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(field).toBeVisible({ timeout: 1000 });
  }).toPass();
  await field.fill('pint');
  await expect(page.locator('.search-results > li').first()).toContainText('The oil', { timeout: 60_000 });
});
