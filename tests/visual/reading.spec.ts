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

test.afterEach(({ context }) => context.clearPermissions());

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

  test('that button lies over no code where nothing hovers', async ({ browser }) => {
    const context = await browser.newContext({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 740 },
    });
    const page = await context.newPage();
    await page.goto(`${server.url}/en/tea/terminal/`);
    for (const block of await page.locator('.code-block.is-bare').all()) {
      const button = await block.locator('.js-copy').boundingBox();
      const code = await block.locator('code').boundingBox();
      expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(code?.y ?? 0);
    }
    await context.close();
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

test.describe('in a language that is written from right to left', () => {
  const direction = (element: Element) => getComputedStyle(element).direction;

  test('lines, columns, and lists begin at the right', async ({ page }) => {
    await page.goto(`${server.url}/he/tea/pot/`);
    expect(await page.locator('html').evaluate(direction)).toBe('rtl');
    const [main, sidebar] = [
      await page.locator('main').boundingBox(),
      await page.locator('.sidebar').boundingBox(),
    ];
    expect(sidebar?.x).toBeGreaterThan(main?.x ?? 0);
    expect(await page.locator('.callout').evaluate((box) => getComputedStyle(box).borderRightWidth)).toBe(
      '4px',
    );
  });

  test('code runs from left to right, in a line as well', async ({ page }) => {
    await page.goto(`${server.url}/he/tea/pot/`);
    for (const code of await page.locator('#article-contents :is(pre, code)').all()) {
      expect(await code.evaluate(direction)).toBe('ltr');
    }
  });

  test('what is not translated says its language, and runs the way of that', async ({ page }) => {
    await page.goto(`${server.url}/he/tea/terminal/`);
    for (const part of ['h1', '.lead', '#article-contents', '.sidebar a[aria-current]']) {
      await expect(page.locator(part)).toHaveAttribute('lang', 'en');
      expect(await page.locator(part).evaluate(direction)).toBe('ltr');
    }
    expect(await page.locator('.translation-note').evaluate(direction)).toBe('rtl');
  });

  test('what is not translated begins where the rest does', async ({ page }) => {
    await page.goto(`${server.url}/he/tea/terminal/`);
    for (const link of await page.locator('.sidebar li a').all())
      expect(await link.evaluate((a) => getComputedStyle(a).textAlign)).toMatch(/right|match-parent/);
  });

  test('signs beside words that are not translated stand where those of other words do', async ({ page }) => {
    await page.goto(`${server.url}/he/tea/pot/`);
    const title = page.locator('.neighbours bdi[lang=en]').first();
    expect(await title.evaluate(direction)).toBe('ltr');
    expect(await title.locator('..').evaluate(direction)).toBe('rtl');
  });

  test('words of the theme that it lacks keep their marks behind them', async ({ page }) => {
    await page.goto(`${server.url}/no/such/page/`);
    const words = page.locator('section[lang=he] > p').nth(1);
    expect(await words.textContent()).toMatch(/^[A-Z].*\.$/);
    const [last, point] = await words.evaluate((p) => {
      const text = p.firstChild as Text;
      const find = (at: number) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const { x, y } = range.getBoundingClientRect();
        return { x, y };
      };
      return [find(text.length - 2), find(text.length - 1)] as const;
    });
    expect(point.y).toBe(last.y);
    expect(point.x).toBeGreaterThan(last.x);
  });

  test('the picker shows each language in its own direction', async ({ page }) => {
    await page.goto(`${server.url}/en/tea/pot/`);
    await expect(page.locator('.picker-language span[lang=he]')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('.picker-language span[lang=en]')).toHaveAttribute('dir', 'ltr');
  });

  test('a small phone needs no scrolling sideways', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of ['', 'tea/', 'tea/pot/', 'tea/terminal/']) {
      await page.goto(`${server.url}/he/${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
  });
});

test.describe('with names of things that scripts look for', () => {
  let errors: string[];

  test.beforeEach(async ({ page, context }) => {
    errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.goto(`${server.url}/en/tea/names/`);
  });

  test.afterEach(() => {
    expect(errors).toEqual([]);
  });

  test('`document` keeps its properties', async ({ page }) => {
    const kinds = await page.evaluate(() => [
      typeof document.querySelector,
      typeof document.getElementById,
      Array.isArray(document.adoptedStyleSheets),
      document.documentElement.tagName,
      document.body.tagName,
    ]);
    expect(kinds).toEqual(['function', 'function', true, 'HTML', 'BODY']);
  });

  test('colours, copying, tabs, and the search work', async ({ page }) => {
    await page.locator('.scheme-button').click();
    await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
    await page.locator('.js-copy').click();
    expect(await readClipboard(page)).toBe('brew');
    await page.getByText('CLI', { exact: true }).first().click();
    await expect(page.getByText('A command.')).toBeVisible();
    await expect(page.getByText('A button.')).toBeHidden();
    await page.locator('.search-button').click();
    await expect(page.locator('.search-dialog')).toBeVisible();
    const scope = await page.evaluate(() => document.getElementById('decant-search-scope')?.textContent);
    expect(scope).toContain('English');
    await page.keyboard.press('Escape');
  });

  test('pickers and the mini contents are those of the page', async ({ page }) => {
    await page.locator('#article-contents details').evaluate((details: HTMLDetailsElement) => {
      details.open = true;
    });
    await page.locator('.picker-language summary').click();
    await expect(page.locator('#article-contents details')).toHaveAttribute('open', '');
    await page.keyboard.press('Escape');
    await expect(page.locator('.picker-language details')).not.toHaveAttribute('open', '');
    await page.locator('.mini-contents a[href="#forms"]').click();
    await expect(page.locator('.mini-contents a[href="#forms"]')).toHaveAttribute('aria-current', 'true');
  });

  for (const id of ['documentElement', 'body', 'location', 'forms', '100%25', 'fn-body']) {
    test(`#${id} leads where it led`, async ({ page }) => {
      await page.goto(`${server.url}/en/tea/names/#${id}`);
      await expect(page.locator(':target')).toHaveCount(1);
    });
  }
});

function readClipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
