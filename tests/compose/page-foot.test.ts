import { expect, test } from 'vitest';
import { listFiles } from '../../src/compose/index.ts';
import { THEME } from './render-page.ts';
import {
  config,
  type PageSketch,
  sketchCorpus,
  sketchNavigation,
  sketchPage,
  sketchSite,
} from './sample-site.ts';

const texts = new Map([
  ['en', { language: 'en', file: 'content/a b/tea.md', fields: {}, labels: new Map() }],
  ['ja', { language: 'ja', file: 'translations/ja-JP/content/a b/tea.md', fields: {}, labels: new Map() }],
]);

/** The foot of an article of a site that says where its files are, and since when. */
function renderFoot(sketch: Partial<PageSketch>, promptUrl?: string): string {
  const page = sketchPage({ path: 'a b/tea', title: 'Tea', article: { texts }, ...sketch });
  const days = new Map([
    ['content/a b/tea.md', '2021-10-01'],
    ['translations/ja-JP/content/a b/tea.md', '2021-11-02'],
  ]);
  const site = {
    ...sketchSite(sketchNavigation({ page, children: [] }), [page]),
    config: {
      ...config,
      ...(promptUrl && { promptUrl }),
      editUrl: 'https://forge.example.com/edit/{file}?x=1&y',
    },
    corpus: { ...sketchCorpus(), days },
  };
  const file = listFiles(site, THEME).find(({ output }) => output === page.output);
  return /<footer class="page-foot">.*<\/footer>/.exec(file?.render() ?? '')?.[0] ?? '';
}

test('an article leads to where it can be changed, and says when it last was', () => {
  expect(renderFoot({})).toMatchInlineSnapshot(
    `"<footer class="page-foot"><a href="/k/en/a b/tea.md">View as Markdown</a> <button class="copy-page" type="button">Copy page as Markdown</button> <a href="https://forge.example.com/edit/content/a%20b/tea.md?x=1&amp;y">Edit this page</a> <time datetime="2021-10-01">Last updated: October 1, 2021</time></footer>"`,
  );
});

test('a translation names its own file', () => {
  expect(renderFoot({ language: 'ja' })).toMatchInlineSnapshot(
    `"<footer class="page-foot"><a href="/k/ja/a b/tea.md">Markdownで表示</a> <button class="copy-page" type="button">ページをMarkdownでコピー</button> <a href="https://forge.example.com/edit/translations/ja-JP/content/a%20b/tea.md?x=1&amp;y">このページを編集</a> <time datetime="2021-11-02">最終更新日：2021年11月2日</time></footer>"`,
  );
});

test('what is shown in the source language leads to the source', () => {
  expect(renderFoot({ language: 'ja', fallbacks: ['body'] })).toMatchInlineSnapshot(
    `"<footer class="page-foot"><a href="/k/ja/a b/tea.md">Markdownで表示</a> <button class="copy-page" type="button">ページをMarkdownでコピー</button> <a href="https://forge.example.com/edit/content/a%20b/tea.md?x=1&amp;y">このページを編集</a> <time datetime="2021-10-01">最終更新日：2021年10月1日</time></footer>"`,
  );
});

test('a site with a chat leads there, with the address of the page as Markdown', () => {
  const foot = renderFoot({ language: 'ja' }, 'https://chat.example.com/?q={prompt}');
  const [, query = ''] =
    /<a href="https:\/\/chat\.example\.com\/\?q=([^"]*)">チャットで開く<\/a>/.exec(foot) ?? [];
  expect(decodeURIComponent(query)).toContain('https://docs.example.com/k/ja/a%20b/tea.md');
});
