import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CompareRequest,
  compareSites,
  formatReport,
  formatVisualSummary,
  isDifferent,
  type VisualComparison,
} from '../../src/visual/index.ts';
import { repository, runDecant } from '../build/run-decant.ts';
import { createFolder, removeFolder } from '../build/temporary-folder.ts';
import { browser, hasBrowser } from './browser.ts';

const request: CompareRequest = {
  views: [{ width: 1000, scheme: 'light' }],
  limit: 20,
  browser,
};
const folder = createFolder();
const base = join(folder, 'base');
afterAll(() => removeFolder(folder));

/** Builds the site of two languages and three versions, after a change of its sources. */
async function build(name: string, change: (root: string) => void): Promise<string> {
  const root = join(folder, `${name}-source`);
  cpSync(join(repository, 'tests/sites/translations'), root, { recursive: true });
  change(root);
  const out = join(folder, name);
  const { stderr } = await runDecant([
    'build',
    '--root',
    root,
    '--out',
    out,
    '--quiet',
    '--keep-going',
    '--no-search',
  ]);
  expect(stderr).not.toContain('error');
  return out;
}

beforeAll(async () => {
  await build('base', () => undefined);
});

function kindsOf({ renderings }: VisualComparison): readonly string[] {
  return renderings.flatMap(({ comparisons }) =>
    comparisons.flatMap(({ changes }) => changes.map(({ kind }) => kind)),
  );
}

describe('an unchanged tree', () => {
  it('has no page to report, and needs no browser', async () => {
    const again = await build('again', () => undefined);
    const comparison = await compareSites(base, again, { ...request, browser: '/there/is/none' });
    expect(comparison).toEqual({ added: [], removed: [], renderings: [], unseen: [], skipped: [] });
    expect(isDifferent(comparison)).toBe(false);
    expect(formatVisualSummary(comparison)).toBe(
      '## Visual differences\n\n**No page looks or reads differently**\n',
    );
  });
});

describe.skipIf(!hasBrowser)('a changed reusable', () => {
  let comparison: VisualComparison;
  beforeAll(async () => {
    const head = await build('reusable', (root) => {
      const file = join(root, 'data/reusables/oil.md');
      writeFileSync(file, `A paragraph that was put in.\n\n${readFileSync(file, 'utf8')}`);
    });
    comparison = await compareSites(base, head, request);
  });

  it('is one rendering for all versions that use it', () => {
    expect(comparison.renderings.map(({ page, pages }) => ({ page, pages }))).toMatchInlineSnapshot(`
      [
        {
          "page": "en/light/first/index.html",
          "pages": [
            "en/light/first/index.html",
            "en/server@1.0/light/first/index.html",
            "en/server@2.0/light/first/index.html",
          ],
        },
      ]
    `);
  });

  it('changes words and not the look of what follows', () => {
    expect(kindsOf(comparison)).toEqual(['added']);
  });
});

describe.skipIf(!hasBrowser)('a changed style', () => {
  let comparison: VisualComparison;
  beforeAll(async () => {
    const head = await build('style', (root) => {
      mkdirSync(join(root, 'theme'));
      appendFileSync(join(root, 'data/site.yml'), '\ntheme: theme\n');
      const styles = readFileSync(join(repository, 'site/assets/styles.css'), 'utf8');
      writeFileSync(join(root, 'theme/styles.css'), `${styles}\nh1 { color: #a0a; }\n`);
    });
    // Every page shows it.
    comparison = await compareSites(base, head, { ...request, limit: 2 });
  });

  it('changes the look of headings and no words', () => {
    expect(comparison.renderings.length).toBeGreaterThan(0);
    expect(comparison.renderings.every(({ hasWords, hasLook }) => !hasWords && hasLook)).toBe(true);
    const names = comparison.renderings.flatMap(({ comparisons }) =>
      comparisons.flatMap(({ changes }) =>
        changes.map((change) => (change.kind === 'removed' ? '' : change.head.name)),
      ),
    );
    expect(new Set(names)).toEqual(new Set(['h1']));
  });

  it('is shown by a report that holds everything itself', () => {
    const report = formatReport(comparison, { base: 'main', head: '<b>&' });
    expect(report).toContain('data:image/png;base64,');
    expect(report).toContain('&lt;b&gt;&amp;');
    expect(report).not.toMatch(/(?:src|href)="(?!#|data:)/);
    expect(formatVisualSummary(comparison)).toContain('h1');
  });
});
