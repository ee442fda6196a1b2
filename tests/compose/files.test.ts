import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ComposedSite, composeInto } from '../../src/compose/index.ts';
import { openFolder } from '../../src/output/index.ts';
import { readTheme } from '../../src/theme/index.ts';
import { config, sketchCorpus, sketchNavigation, sketchPage, sketchSite } from './sample-site.ts';

let folder: string;
let out: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'decant-compose-'));
  out = join(folder, 'out');
  await mkdir(out);
});

afterEach(() => rm(folder, { recursive: true }));

const home = sketchPage({ path: '', title: 'Home', body: '<p>{{ eleventy.version }} {% if x %}</p>' });
const article = sketchPage({ path: "tea/日本 茶's #1", title: 'Tea' });
const navigation = sketchNavigation({ page: home, children: [{ page: article, children: [] }] });
const site = {
  ...sketchSite(navigation, [home, article]),
  redirects: [
    { from: '/k/ja/old/', output: 'ja/old/index.html', to: '/k/ja/new/?a=1&b="2"', language: 'ja' },
    { from: '/k/en/old/', output: 'en/old/index.html', to: '/k/en/new/', language: 'en' },
  ],
};

/** Composes the sample site, with changes, as one whose root is the test's folder. */
async function compose(changes: Partial<ComposedSite> = {}) {
  const output = openFolder(out);
  const composed = { ...site, config: { ...config, root: folder }, ...changes };
  const written = await composeInto(composed, (await readTheme(composed.config)).value, output);
  await output.flush();
  return written;
}

async function listTree(): Promise<readonly string[]> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .sort();
}

/** Golden files stay the same when the theme's files change. */
function hideHashes(text: string): string {
  return text.replace(/\.[0-9a-f]{10}\./g, '.HASH.');
}

function read(path: string): Promise<string> {
  return readFile(join(out, path), 'utf8');
}

test('a site is its pages, redirects, root, 404 and the files of the theme, and nothing else', async () => {
  const result = await compose();
  const files = await listTree();
  expect(files.map(hideHashes).sort()).toEqual([
    '404.html',
    'en/@compare/index.html',
    'en/index.html',
    'en/old/index.html',
    "en/tea/日本 茶's #1/index.html",
    'index.html',
    'ja/old/index.html',
    'theme/badges.HASH.css',
    'theme/card-grid.HASH.css',
    'theme/changes.HASH.css',
    'theme/changes.HASH.js',
    'theme/choose-language.HASH.js',
    'theme/code.HASH.css',
    'theme/compare-texts.HASH.js',
    'theme/compare.HASH.css',
    'theme/compare.HASH.js',
    'theme/early.HASH.js',
    'theme/files.HASH.css',
    'theme/filters.HASH.js',
    'theme/guides.HASH.css',
    'theme/icon.HASH.svg',
    'theme/landing.HASH.css',
    'theme/not-found.HASH.js',
    'theme/operations.HASH.css',
    'theme/page.HASH.js',
    'theme/plain.HASH.css',
    'theme/redirect.HASH.js',
    'theme/steps.HASH.css',
    'theme/styles.HASH.css',
    'theme/tabs.HASH.css',
    'theme/variants.HASH.js',
  ]);
  expect(result).toBe(files.length);
});

test('a site of one version has nothing to compare with, and no files for it', async () => {
  await compose({ versions: site.versions.slice(0, 1) });
  expect((await listTree()).filter((path) => path.includes('compare'))).toEqual([]);
});

test('a site that wants none has no pages about changes, and no files for them', async () => {
  await compose({ config: { ...config, root: folder, changes: false } });
  expect((await listTree()).filter((path) => path.includes('compare'))).toEqual([]);
});

test('what Eleventy writes is what the layouts gave, and no text is read as a template', async () => {
  await compose();
  expect(await read('en/index.html')).toContain('<p>{{ eleventy.version }} {% if x %}</p>');
  const styles = (await listTree()).find((path) => path.startsWith('theme/styles.')) ?? '';
  expect(await read(styles)).toContain('.skip-link');
  expect(await read('en/index.html')).toContain(`<link rel="stylesheet" href="/k/${styles}">`);
});

test('a redirect sends readers on, in words of its language, and keeps robots away', async () => {
  await compose();
  await expect(hideHashes(await read('ja/old/index.html'))).toMatchFileSnapshot('fixtures/redirect.html');
});

test('a site without old addresses has no script for them', async () => {
  await compose({ redirects: [] });
  expect((await listTree()).filter((path) => path.includes('redirect'))).toEqual([]);
});

test('the root leads to every language that has a home page, without script to the first', async () => {
  await compose();
  const root = await read('index.html');
  expect(root).toContain('<noscript><meta http-equiv="refresh" content="0; url=/k/en/"></noscript>');
  expect(root).toContain('<a href="/k/en/" hreflang="en" lang="en">English</a>');
  expect(root).not.toContain('日本語');
});

test('404.html speaks every language of the site', async () => {
  const homeJa = sketchPage({ path: '', title: 'ホーム', language: 'ja' });
  const treeJa = { page: homeJa, children: [] };
  const both = {
    ...navigation,
    findTree: (language: string) => (language === 'ja' ? treeJa : { page: home, children: [] }),
  };
  await compose({ navigation: both, pages: [...site.pages, homeJa] });
  await expect(hideHashes(await read('404.html'))).toMatchFileSnapshot('fixtures/404.html');
});

test('the same site twice gives the same bytes', async () => {
  await compose();
  const readAll = async () => Promise.all((await listTree()).map(async (path) => [path, await read(path)]));
  const first = await readAll();
  await rm(out, { recursive: true });
  await mkdir(out);
  await compose();
  expect(await readAll()).toEqual(first);
});

test('a site larger than one run of Eleventy is written whole', async () => {
  const pages = Array.from({ length: 1002 }, (_, number) =>
    sketchPage({ path: `p/${number}`, title: `P ${number}` }),
  );
  const written = await compose({ pages: [home, ...pages], redirects: [] });
  expect(written).toBe(1003 + 26);
  expect(await read('en/p/0/index.html')).toContain('<h1>P 0</h1>');
  expect(await read('en/p/1001/index.html')).toContain('<h1>P 1001</h1>');
  expect((await listTree()).length).toBe(written);
});

test('assets are copied as they are, links that lead out of the root are not followed', async () => {
  const bytes = Buffer.from([0x89, 0x50, 0, 0xff]);
  await mkdir(join(folder, 'root/assets/images'), { recursive: true });
  await writeFile(join(folder, 'root/assets/images/a.png'), bytes);
  await writeFile(join(folder, 'secret'), 'secret');
  await symlink('../../../secret', join(folder, 'root/assets/images/b.png'));
  await symlink('../..', join(folder, 'root/assets/out'));
  const corpus = sketchCorpus(['assets/images/a.png', 'assets/images/b.png', 'assets/out/secret']);
  await compose({ config: { ...config, root: join(folder, 'root') }, corpus });
  expect(await readFile(join(out, 'assets/images/a.png'))).toEqual(bytes);
  expect((await listTree()).filter((path) => path.startsWith('assets'))).toEqual(['assets/images/a.png']);
});

test('a picture is copied once more under the name that pages show it by', async () => {
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'assets/a.png'), 'a');
  await writeFile(join(folder, 'assets/b.pdf'), 'b');
  const image = { output: 'assets/a.0123456789.png', size: undefined };
  const corpus = {
    ...sketchCorpus(['assets/a.png', 'assets/b.pdf']),
    images: new Map([['assets/a.png', image]]),
  };
  expect(await compose({ corpus })).toBe((await listTree()).length);
  expect((await listTree()).filter((path) => path.startsWith('assets'))).toEqual([
    'assets/a.0123456789.png',
    'assets/a.png',
    'assets/b.pdf',
  ]);
  expect(await read('assets/a.0123456789.png')).toBe('a');
});

test.each(['/', 'user'])('Eleventy takes nothing from the working folder (%s)', async (workingFolder) => {
  const user = join(folder, 'user');
  await mkdir(join(user, '_data'), { recursive: true });
  const code = 'throw new Error("ran")';
  for (const name of ['_data/x.js', 'eleventy.config.js', '.eleventy.js', 'user.11tydata.js'])
    await writeFile(join(user, name), code);
  await writeFile(join(user, '.eleventyignore'), '**');
  await writeFile(join(user, 'package.json'), '{ broken');
  await writeFile(join(user, 'page.11ty.js'), code);
  const before = process.cwd();
  process.chdir(workingFolder === '/' ? '/' : user);
  try {
    expect(await compose()).toBe((await listTree()).length);
  } finally {
    process.chdir(before);
  }
});

test('two files with one name, and a name outside the folder, are bugs and write nothing', async () => {
  await expect(compose({ pages: [home, home] })).rejects.toThrow('same name: en/index.html');
  const outside = { ...home, output: '../x/index.html' };
  await expect(compose({ pages: [outside] })).rejects.toThrow('not inside it: ../x/index.html');
  expect(await listTree()).toEqual([]);
});
