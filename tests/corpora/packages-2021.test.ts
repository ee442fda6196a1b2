import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildForReport, repository } from '../build/run-decant.ts';
import { createFolder, removeFolder } from '../build/temporary-folder.ts';
import { countTags, findArticle, listRows, listTags } from './read-article.ts';

/**
 * Real text, which this repository does not hold: articles of docs.github.com as of 2021, in a folder beside it.
 * What is asserted of the article was counted by hand in its sources, version by version.
 */
const root = join(repository, '../shared/corpora/packages-2021');
const isThere = existsSync(join(root, 'data/site.yml'));
if (!isThere) console.warn('tests/corpora: skipped, for ../shared/corpora/packages-2021 is not there.');

const path =
  'packages/managing-github-packages-using-github-actions-workflows/publishing-and-installing-a-package-with-github-actions';
const segments = {
  fpt: '',
  'ghes-3.2': 'enterprise-server@3.2/',
  'ghes-3.1': 'enterprise-server@3.1/',
  'ghes-3.0': 'enterprise-server@3.0/',
  ghae: 'github-ae@latest/',
  'ghae-next': 'github-ae@next/',
};
/** Mistakes of these sources, shown as they were written: a `raw` where an `endraw` was meant, a blank after `**`. */
const faults = [/\{% raw %\}/g, /\*\* 警告:\*\*/g];
const names = Object.keys(segments) as (keyof typeof segments)[];

describe.skipIf(!isThere)('the Japanese article about publishing a package', () => {
  let out = '';
  beforeAll(async () => {
    const folder = createFolder();
    out = join(folder, 'site');
    const asked = names.map((name) => `--version=${name}`);
    await buildForReport(['--root', root, '--out', out, '--keep-going', ...asked]);
    return () => removeFolder(folder);
  });
  const read = (name: keyof typeof segments) =>
    findArticle(readFileSync(join(out, 'ja', segments[name], path, 'index.html'), 'utf8'));

  test.each(names)('in %s holds no markup that was not understood', (name) => {
    const { title, contents } = read(name);
    expect(title).toBe('GitHub Actionsでのパッケージの公開とインストール');
    const text = faults.reduce(
      (rest, fault) => rest.replace(fault, ''),
      contents.replace(/<\/?span[^>]*>/g, ''),
    );
    expect(text).not.toMatch(/\{%|\{:copy\}/);
    expect(text.replace(/<pre[\s\S]*?<\/pre>/g, '')).not.toContain('**');
  });

  test('in fpt has two tables, the one in HTML with highlighted code in its cells', () => {
    const { contents } = read('fpt');
    const [markdown, html] = listTags(contents, 'table');
    expect(countTags(contents, 'table')).toBe(2);
    expect(countTags(markdown ?? '', 'pre')).toBe(0);
    const rows = listRows(html ?? '');
    expect(rows).toHaveLength(12);
    for (const row of rows) expect(row).toMatch(/<pre[^>]*><code[^>]*>[\s\S]*<span class="hljs-/);
  });

  test('in fpt has five steps in one list, with the note inside the third', () => {
    const { contents } = read('fpt');
    expect(countTags(contents, 'ol')).toBe(1);
    const [list] = listTags(contents, 'ol');
    const steps = listTags(list ?? '', 'li');
    expect(steps).toHaveLength(5);
    expect(steps.map((step) => step.includes('callout-note'))).toEqual([false, false, true, false, false]);
    expect(countTags(contents, 'img')).toBe(3);
  });

  test('in fpt has its headings and code blocks', () => {
    const { contents } = read('fpt');
    const counts = ['h1', 'h2', 'h3', 'h4', 'pre'].map((name) => countTags(contents, name));
    expect(counts).toEqual([0, 7, 2, 0, 14]);
  });

  test.each([
    ['ghes-3.2', 11, 12, true],
    ['ghes-3.1', 10, 11, false],
    ['ghes-3.0', 10, 11, false],
    ['ghae', 10, 11, false],
    ['ghae-next', 11, 12, true],
  ] as const)(
    'in %s has one table of %i rows, %i code blocks, and permissions: %s',
    (name, rows, blocks, permissions) => {
      const { contents } = read(name);
      const tables = listTags(contents, 'table');
      expect(tables).toHaveLength(1);
      expect(listRows(tables[0] ?? '')).toHaveLength(rows);
      expect(countTags(contents, 'pre')).toBe(blocks);
      expect(/permissions(?:<[^>]*>)?:/.test(contents)).toBe(permissions);
    },
  );

  test.each(names)('in %s names the registry of that version', (name) => {
    const isManaged = name.startsWith('ghae');
    expect(read(name).contents.includes('docker.YOUR-HOSTNAME.com')).toBe(isManaged);
  });
});
