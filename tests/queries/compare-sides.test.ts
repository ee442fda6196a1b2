import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  compareBuiltSites,
  compareVersions,
  formatHtml,
  type PageReference,
  readBuiltSite,
} from '../../src/queries/index.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';
import { applyEdits, LAMPS, openTexts } from './two-states.ts';

const names = (pages: readonly PageReference[]) =>
  pages.map(({ language, path, version }) => `${language} ${path} ${version}`);

async function compare(older: string, newer: string, texts = LAMPS) {
  const site = await openTexts(texts).site();
  const find = (name: string) => {
    const version = site.versions.find((each) => each.name === name);
    if (version === undefined) throw new Error(`There is no version ${name}.`);
    return version;
  };
  return compareVersions(site, find(older), find(newer));
}

describe('two versions', () => {
  test('differ in what readers read, each change once', async () => {
    const difference = await compare('server-1.0', 'server-2.0');
    expect(names(difference.changed)).toEqual(['en care/clean server-2.0', 'ja care/clean server-2.0']);
    expect(difference.changes[0]?.lines).toEqual([{ kind: 'added', text: 'Mind the burner.' }]);
    // Links to pages of the own version are alike.
    expect(difference).toMatchObject({ added: [], removed: [], moved: [], compared: 10 });
  });

  test('name articles that came, went and moved', async () => {
    const head = (versions: string) => `---\ntitle: T\nversions: { server: '${versions}' }\n`;
    const texts = applyEdits(LAMPS, [
      {
        file: 'content/index.md',
        text: (LAMPS['content/index.md'] ?? '').replace('/care]', '/care, /old, /new, /gone, /come]'),
      },
      { file: 'content/old.md', text: `${head('<2.0')}---\n\nSame.\n` },
      { file: 'content/new.md', text: `${head('>1.0')}redirect_from: /old\n---\n\nSame.\n` },
      { file: 'content/gone.md', text: `${head('<2.0')}---\n\nOld.\n` },
      { file: 'content/come.md', text: `${head('>1.0')}---\n\nNew.\n` },
    ]);
    const difference = await compare('server-1.0', 'server-2.0', texts);
    const english = (pages: readonly PageReference[]) =>
      names(pages.filter(({ language }) => language === 'en'));
    expect(english(difference.added)).toEqual(['en come server-2.0']);
    expect(english(difference.removed)).toEqual(['en gone server-1.0']);
    expect(english(difference.moved.map(({ to }) => to))).toEqual(['en new server-2.0']);
  });
});

describe('two built sites', () => {
  const page = (title: string, body: string, around = '') =>
    `<!doctype html><html lang="en"><body><nav>${around}</nav><h1>${title}</h1>\n<div class="lead"><p>Intro.</p></div>\n<div id="article-contents"><div class="note"><p>Kept.</p></div>${body}</div>\n<div>After</div></body></html>`;

  function write(pages: Readonly<Record<string, string>>): string {
    const folder = createTemporaryFolder();
    const listed = Object.keys(pages).map((path) => ({
      href: `https://lamps.example.com/docs/${path}`,
      title: path,
      language: 'en',
      version: 'cloud@latest',
    }));
    const put = (file: string, text: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    put('pages.json', JSON.stringify({ baseUrl: 'https://lamps.example.com/docs/', pages: listed }));
    for (const [path, html] of Object.entries(pages)) put(`${path}index.html`, html);
    return folder;
  }

  test('are compared address by address, text by text', async () => {
    const before = write({
      'en/a/': page('A', '<p>Old words here.</p>'),
      'en/b/': page('B', '<p>B.</p>', 'x'),
      'en/gone/': page('G', ''),
    });
    const after = write({
      'en/a/': page('A', '<p>New words here.</p>'),
      'en/b/': page('B', '<p>B.</p>', 'y'),
      'en/server@2.0/c/': page('C', ''),
    });
    const difference = compareBuiltSites(await readBuiltSite(before), await readBuiltSite(after));
    expect(difference.changes.map(({ field, lines }) => [field, ...lines.map(({ text }) => text)])).toEqual([
      ['body', 'Old words here.', 'New words here.'],
    ]);
    expect(names(difference.changed)).toEqual(['en a cloud@latest']);
    expect(names(difference.around)).toEqual(['en b cloud@latest']);
    expect(names(difference.added)).toEqual(['en c cloud@latest']);
    expect(names(difference.removed)).toEqual(['en gone cloud@latest']);
  });

  test('have operations of an API as their texts do, whatever boxes they stand in', async () => {
    const heading = '<h2 class="rest-operation" id="light">Light</h2>\n';
    const note = '<div class="note"><p>Hot.</p></div>\n';
    const example = '<h3 id="light--example">Example</h3>\n';
    const build = (body: string) => write({ 'en/a/': page('A', body), 'en/b/': page('B', body) });
    const plain = build(`${heading}<p>Lights.</p>\n${note}${example}`);
    const box = (words: string) =>
      `<div class="operation"><div>\n${heading}<p>${words}</p>\n${note}</div>\n<div class="operation-example">\n${example}</div>\n</div>\n`;
    const compareWith = async (folder: string) =>
      compareBuiltSites(await readBuiltSite(plain), await readBuiltSite(folder));
    expect((await compareWith(build(box('Lights.')))).changes).toEqual([]);
    expect((await compareWith(build(box('Burns.')))).changes.map(({ section }) => section)).toEqual([
      'Light',
    ]);
  });

  test('are folders that decant build made', async () => {
    const folder = createTemporaryFolder();
    await expect(readBuiltSite(folder)).rejects.toThrow(/is not a site built by decant/);
    writeFileSync(join(folder, 'pages.json'), '[]');
    await expect(readBuiltSite(folder)).rejects.toThrow(/is not a list of pages/);
  });

  test('name no file outside of their folder', async () => {
    const around = createTemporaryFolder();
    const folder = join(around, 'site');
    mkdirSync(folder);
    writeFileSync(join(around, 'index.html'), page('Secret', ''));
    const list = {
      baseUrl: 'https://x.example.com/',
      pages: [{ href: 'https://x.example.com/%2e%2e%2f', title: '', language: 'en', version: '' }],
    };
    writeFileSync(join(folder, 'pages.json'), JSON.stringify(list));
    expect(await readBuiltSite(folder)).toEqual([]);
  });
});

test('a report in HTML holds texts as text, in both schemes, and needs no other file', async () => {
  const texts = applyEdits(LAMPS, [
    {
      file: 'content/care/clean.md',
      text: (LAMPS['content/care/clean.md'] ?? '').replace(
        'Mind the burner.',
        'Mind `<script>alert(1)</script>`.',
      ),
    },
  ]);
  const difference = await compare('server-1.0', 'server-2.0', texts);
  const html = formatHtml({ title: 'From <1.0> to 2.0', subject: 'It', notes: [], difference });
  expect(html).toContain('<ins>Mind `&lt;script&gt;alert(1)&lt;/script&gt;`.</ins>');
  expect(html).toContain('<title>From &lt;1.0&gt; to 2.0</title>');
  expect(html).not.toMatch(/<script|<link|<img|url\(|src=/);
  expect(html).toContain('prefers-color-scheme: dark');
  expect(html).toContain('<div class="change" lang="ja">');
});
