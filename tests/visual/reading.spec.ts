import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { serve } from './serve.ts';

/** The small site `tests/sites/reading`, as its readers meet it. */
const root = join(import.meta.dirname, '../sites/reading');
let folder: string;
let server: Awaited<ReturnType<typeof serve>>;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'decant-reading-'));
  const cli = join(import.meta.dirname, '../../dist/src/cli.js');
  const out = join(folder, 'site');
  execFileSync(process.execPath, [cli, 'build', '--quiet', '--no-cache', '--root', root, '--out', out]);
  server = await serve(out);
});

test.afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test.describe('of what a terminal shows', () => {
  test.beforeEach(async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${server.url}/en/tea/terminal/`);
  });

  test('the copy button takes commands alone, with the lines they go on in', async ({ page }) => {
    await page.locator('.js-copy').first().click();
    expect(await readClipboard(page)).toBe(
      [
        'brew --leaves "green',
        'and jasmine" \\',
        '    --cups NUMBER',
        'cat <<END > label',
        '$ is a character of the label',
        'END',
        'pour',
      ].join('\n'),
    );
  });

  test('so does the button that the script adds', async ({ page }) => {
    const block = page.locator('.code-block.is-bare').first();
    await block.hover();
    await block.locator('.js-copy').click();
    expect(await readClipboard(page)).toBe('pour --all');
  });

  test('code without a prompt is copied whole', async ({ page }) => {
    const block = page.locator('.code-block.is-bare').nth(1);
    await block.hover();
    await block.locator('.js-copy').click();
    expect(await readClipboard(page)).toBe('brew\npour\n');
  });

  test('a selection leaves prompts out, and output in', async ({ page }) => {
    await page.locator('pre').nth(1).click({ clickCount: 3 });
    await page.evaluate(() => {
      const code = document.querySelectorAll('pre')[1];
      if (code !== undefined) getSelection()?.selectAllChildren(code);
    });
    await page.keyboard.press('Control+c');
    expect((await readClipboard(page)).trim()).toBe('pour --all\nPoured 3 cups.');
  });

  test('the Markdown of the page has it as it was written', async ({ page }) => {
    const response = await page.request.get(`${server.url}/en/tea/terminal.md`);
    expect(await response.text()).toContain('ana@kitchen:~/tea$ pour --all\nPoured 3 cups.');
  });
});

function readClipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
