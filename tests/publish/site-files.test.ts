import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFolder } from '../../src/output/index.ts';
import { listSitemaps, writeSiteFiles } from '../../src/publish/index.ts';
import { makeSite, renderFile, type Sketch } from './make-site.ts';

const articles = [
  { path: '', title: 'Kettles', intro: 'All about [them].', children: ['tea', 'secret'] },
  { path: 'tea', title: 'Tea', children: ['tea/green', 'tea/leaves'] },
  { path: 'tea/green', title: 'Green', intro: 'Mild.', body: '## How *hot*\n\n### How long' },
  { path: 'tea/leaves', title: 'Leaves', children: ['tea/leaves/first'] },
  { path: 'tea/leaves/first', title: 'First', body: '' },
  { path: 'secret', title: 'Secret', hidden: true },
];

test('llms.txt tells what the site is and leads to the Markdown of the main pages', async () => {
  const site = await makeSite({ articles, languages: ['en', 'ja'] });
  await expect(renderFile(site, 'llms.txt')).toMatchFileSnapshot('fixtures/llms.txt');
});

test('robots.txt shuts nobody out and names the sitemap', async () => {
  const site = await makeSite({ articles });
  expect(renderFile(site, 'robots.txt')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://docs.example.com/k/sitemap.xml\n',
  );
});

test('GitHub Pages is told to leave no file out', async () => {
  expect(renderFile(await makeSite({ articles }), '.nojekyll')).toBe('');
});

test('the sitemap has every canonical page with its languages, but for hidden ones', async () => {
  const site = await makeSite({ articles: articles.slice(0, 2), languages: ['en', 'ja'] });
  await expect(renderFile(site, 'sitemap.xml')).toMatchFileSnapshot('fixtures/sitemap.xml');
  const all = renderFile(await makeSite({ articles }), 'sitemap.xml');
  expect(all.match(/<url>/g)).toHaveLength(5);
  expect(all).not.toMatch(/secret|server@|xhtml:link/);
});

describe('a page in the words of the source language', () => {
  const untranslated = ['title', 'intro', 'body'] as const;
  const languages = ['en', 'ja'];
  const list = async (sketches: readonly Sketch[], file = 'sitemap.xml') =>
    renderFile(await makeSite({ articles: sketches, languages }), file);
  const home = { path: '', title: 'Kettles', children: ['tea'] };

  test('is neither in the sitemap nor an alternate, and its language does not list it', async () => {
    const sketches = [home, { path: 'tea', title: 'Tea', body: 'Hot.', untranslated }];
    const sitemap = await list(sketches);
    expect(sitemap).not.toContain('/ja/tea/');
    expect(sitemap).toContain('<url><loc>https://docs.example.com/k/en/tea/</loc></url>');
    expect(sitemap).toContain('hreflang="ja" href="https://docs.example.com/k/ja/"');
    const llms = await list(sketches, 'llms.txt');
    expect(llms).toContain('https://docs.example.com/k/en/tea.md');
    expect(llms).toContain('https://docs.example.com/k/ja.md');
    expect(llms).not.toContain('https://docs.example.com/k/ja/tea.md');
  });

  test('stays where a part of it is translated', async () => {
    const part = {
      path: 'tea',
      title: 'Tea',
      intro: 'Mild.',
      body: 'Hot.',
      untranslated: ['title', 'body'],
    } as const;
    expect(await list([home, part])).toContain('<url><loc>https://docs.example.com/k/ja/tea/</loc>');
    expect(await list([home, part], 'llms.txt')).toContain('https://docs.example.com/k/ja/tea.md');
  });

  test('stays where it lists pages that are translated', async () => {
    const index = { path: 'tea', title: 'Tea', children: ['tea/green'], untranslated };
    const green = { path: 'tea/green', title: 'Green' };
    expect(await list([home, index, green])).toContain('<url><loc>https://docs.example.com/k/ja/tea/</loc>');
    const all = await list([{ ...home, untranslated }, index, { ...green, untranslated }]);
    expect(all).not.toContain('/ja/');
    expect(
      await list([{ ...home, untranslated }, index, { ...green, untranslated }], 'llms.txt'),
    ).not.toContain('日本語');
  });
});

test('the sitemap has the day of the last change of the text that a page shows', async () => {
  const days = new Map([['content/tea/index.md', '2021-10-01']]);
  const sitemap = renderFile(await makeSite({ articles: articles.slice(0, 2), days }), 'sitemap.xml');
  expect(sitemap).toContain('<url><loc>https://docs.example.com/k/en/</loc></url>');
  expect(sitemap).toContain(
    '<url><loc>https://docs.example.com/k/en/tea/</loc><lastmod>2021-10-01</lastmod></url>',
  );
});

test('addresses in the sitemap are escaped', async () => {
  const odd = { path: `a&b "c" <d>'`, title: 'Odd' };
  const site = await makeSite({ articles: [{ path: '', children: [odd.path] }, odd] });
  expect(renderFile(site, 'sitemap.xml')).toContain(
    '<loc>https://docs.example.com/k/en/a&amp;b%20%22c%22%20%3Cd%3E&apos;/</loc>',
  );
});

test('beyond the limits of one file the sitemap is an index', async () => {
  const site = await makeSite({ articles });
  const files = listSitemaps(site, { entries: 2, bytes: 1_000_000 });
  const texts = files.map(({ output, render }) => [output, [...render()].join('')] as const);
  expect(texts.map(([output]) => output)).toEqual([
    'sitemap.xml',
    'sitemap-1.xml',
    'sitemap-2.xml',
    'sitemap-3.xml',
  ]);
  expect(texts[0]?.[1]).toContain('<sitemap><loc>https://docs.example.com/k/sitemap-3.xml</loc></sitemap>');
  expect(texts.map(([, text]) => text.match(/<url>/g)?.length ?? 0)).toEqual([0, 2, 2, 1]);
  const small = listSitemaps(site, { entries: 50_000, bytes: 300 });
  expect(small.length).toBeGreaterThan(3);
  for (const { render } of small.slice(1)) expect([...render()].join('').length).toBeLessThanOrEqual(300);
});

test('pages.json has every page with its headings, one a line', async () => {
  const site = await makeSite({ articles, languages: ['en', 'ja'] });
  const text = renderFile(site, 'pages.json');
  const { pages, ...head } = JSON.parse(text);
  expect(head).toEqual({
    title: 'Kettle Docs',
    baseUrl: 'https://docs.example.com/k/',
    versions: [
      { id: 'cloud@latest', title: 'Cloud' },
      { id: 'server@2.1', title: 'Server 2.1' },
      { id: 'server@2.0', title: 'Server 2.0' },
      { id: 'server@next', title: 'Server 2.2 (next)', isPreview: true },
    ],
    languages: [
      { code: 'en', name: 'English' },
      { code: 'ja', name: '日本語' },
    ],
  });
  expect(pages).toHaveLength(6 * 4 * 2);
  expect(text.trimEnd().split('\n')).toHaveLength(pages.length + 2);
  const versions = ['cloud@latest', 'server@2.1', 'server@2.0', 'server@next'];
  expect(pages).toContainEqual({
    href: 'https://docs.example.com/k/ja/server@2.0/tea/green/',
    markdown: 'https://docs.example.com/k/ja/server@2.0/tea/green.md',
    title: 'Green',
    language: 'ja',
    version: 'server@2.0',
    versions,
    languages: ['en', 'ja'],
    headings: [
      { depth: 2, id: 'how-hot', text: 'How hot' },
      { depth: 3, id: 'how-long', text: 'How long' },
    ],
  });
  expect(pages.filter((page: { hidden?: boolean }) => page.hidden)).toHaveLength(4 * 2);
});

test('the lists of redirects are those that the site file chooses', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'decant-publish-'));
  const redirects = [{ from: '/k/en/old/', output: 'en/old/index.html', to: '/k/en/tea/', language: 'en' }];
  const config = { redirects: ['nginx', 'cloudflare'] } as const;
  try {
    await writeSiteFiles(await makeSite({ articles, redirects, config }), openFolder(folder));
    const names = await readdir(folder);
    expect(names.sort()).toEqual(
      [
        '.nojekyll',
        '_redirects',
        'en',
        'en.md',
        'llms.txt',
        'pages.json',
        'redirects.nginx.map',
        'robots.txt',
        'sitemap.xml',
      ].sort(),
    );
    expect(await readFile(join(folder, '_redirects'), 'utf8')).toContain('/k/en/old/ /k/en/tea/ 301\n');
    expect(await readFile(join(folder, 'en/tea/green.md'), 'utf8')).toContain(
      '# Green\n\nMild.\n\n## How *hot*\n',
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
