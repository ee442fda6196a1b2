import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { createSetup, parseConfig } from '../../src/config/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { composeBook } from '../../src/pdf/index.ts';
import { readTheme } from '../../src/theme/index.ts';
import { openWorkspace } from '../../src/workspace/index.ts';
import { runDecant } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';
import { hasBrowser } from '../visual-diff/browser.ts';
import { SITE_FILE, toFiles } from '../workspace/random-site.ts';

const page = (head: string, body = '') => `---\n${head}\nversions: '*'\n---\n\n${body}\n`;
const texts = {
  'data/site.yml': SITE_FILE,
  'content/index.md': page('title: Lantern\nchildren: [/care, /oil]'),
  'content/care/index.md': page(
    'title: "Care & \\"repair\\" 1 < 2"\nintro: Keep it shining.\nchildren: [/store, /clean]',
  ),
  'content/care/store.md': page(
    'title: Store',
    'First [clean](/care/clean#the-glass) it, then read [about oil](/oil).\n\n## The glass\n\nWrap it.',
  ),
  'content/care/clean.md': page('title: Clean', '## The glass\n\n### Deeper\n\nWipe it.'),
  'content/oil.md': page('title: Oil', 'Fill it. <a href="https://oil.example.com/">More</a>'),
  'translations/ja-JP/content/care/clean.md': page('title: 掃除', '## ガラス\n\n拭く。'),
};

async function compose(path: string, language: string) {
  const config = parseConfig({ path: 'data/site.yml', text: SITE_FILE }, '/nowhere').value;
  if (config === undefined) throw new Error('The site file of the test is faulty.');
  const setup = createSetup(config, { versions: ['server-2.0'], languages: [language] });
  const files = { value: toFiles(texts), diagnostics: [] };
  const site = await openWorkspace(setup, files, { renderMarkdown: renderMarkdownHere }).site();
  const head = site.pages.find(({ article }) => article.path === path);
  const root = head && site.navigation.findNode(head);
  if (root === undefined) throw new Error(`There is no ${path}.`);
  return composeBook(site, (await readTheme(config)).value, { root, paper: 'a4' });
}

it('puts pages together in the order of the navigation, below products, with titles as text', async () => {
  const { html, texts: files, articles } = await compose('', 'en');
  expect(articles).toBe(4);
  const sections = [
    ...html.matchAll(/<section id="(\w+)" data-href="[^"]*?@2\.0\/([^"]*)" data-level="(\d)"/g),
  ];
  expect(sections.map(([, ...parts]) => parts)).toEqual([
    ['p1', 'care/', '1'],
    ['p2', 'care/store/', '2'],
    ['p3', 'care/clean/', '2'],
    ['p4', 'oil/', '1'],
  ]);
  expect(html).toContain('<h1>Care &amp; &quot;repair&quot; 1 &lt; 2</h1>');
  expect(html).toContain('Released: May 7, 2024');
  const styles = files.get('?book.css') ?? '';
  expect(styles).toContain('content: "Care \\26  \\22 repair\\22  1 \\3c  2"');
});

it('makes a book of one product in another language', async () => {
  const { html } = await compose('care', 'ja');
  expect(html).toContain('<h1>目次</h1>');
  expect(html).toContain('<h1>掃除</h1>');
  expect(html).not.toContain('Fill it.');
});

function write(root: string): void {
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

it.skipIf(!hasBrowser)(
  'prints bookmarks, numbers and links, and leaves the file where it cannot',
  async () => {
    const root = createTemporaryFolder();
    write(root);
    const args = ['pdf', '--version=server-2.0', '--workers=0'];
    const places = { HOME: createTemporaryFolder(), TMPDIR: createTemporaryFolder() };
    const { status, stderr, stdout } = await runDecant([...args, '--json'], root, places);
    expect(status, stderr).toBe(0);
    // The browser and its crash reports leave nothing behind.
    expect(Object.values(places).flatMap((folder) => readdirSync(folder))).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({ file: 'server-2.0-en.pdf', articles: 4, pages: 5 });
    const file = join(root, 'server-2.0-en.pdf');
    const pdf = readFileSync(file, 'latin1');
    // Below Clean: its heading, and the one below that.
    expect(pdf).toMatch(/\/Title \(Clean\)[^>]*\/Count 2>>/s);
    expect(pdf).toContain('/URI (https://oil.example.com/)');
    expect(pdf).not.toContain('/URI (https://lantern.example.com');
    // A link into another page has a target there.
    expect(pdf).toMatch(/\/p3-the-glass \[\d+ 0 R/);

    writeFileSync(join(root, 'content/oil.md'), page('title: Oil', '{% data reusables.none %}{% if %}'));
    expect((await runDecant(args, root)).status).toBe(1);
    expect(readFileSync(file, 'latin1')).toBe(pdf);
    for (const [more, message] of [
      [['lamp'], "There is no article 'lamp'."],
      [['--out', 'content/oil.md'], 'does not end in .pdf'],
      [['--version', 'server-3.0'], 'server-3.0'],
    ] as const) {
      const refused = await runDecant(['pdf', ...more], root);
      expect(refused.status).toBe(2);
      expect(refused.stderr).toContain(message);
    }
    const blind = await runDecant(['pdf', '--out', 'x.pdf'], root, { DECANT_CHROMIUM: '/nowhere' });
    expect(blind.stderr).toContain("DECANT_CHROMIUM names '/nowhere'");
    expect(existsSync(join(root, 'x.pdf'))).toBe(false);
  },
);
