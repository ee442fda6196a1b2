import { expect, test } from 'vitest';
import { linkPages } from '../../src/links/index.ts';
import { joinPieces, renderMarkdownHere } from '../../src/markdown/index.ts';
import { config, makeCorpus, makeRendered, noRedirects, pick, versions } from './make-site.ts';

const ALERTS_AND_CODE = '> [!NOTE]\n> a\n\n> [!CAUTION]\n> b\n\n```copy\nc\n```';

/** HTML of a text on a page of a language, in a site with words of its own by language. */
async function showWords(
  language: string,
  ui: Readonly<Record<string, unknown>> = {},
  text = ALERTS_AND_CODE,
): Promise<string> {
  const corpus = makeCorpus([{ path: 'tea' }]);
  const parts = new Map(['en', 'ja'].map((code) => [code, { sources: new Map(), tree: { ui: ui[code] } }]));
  const data = { ...corpus.data, parts, tree: (code: string) => ({ ui: ui[code] ?? ui.en }) };
  const [body] = await renderMarkdownHere([text], { html: 'clean' });
  if (body === undefined) throw new Error('Nothing was rendered.');
  const rendered = makeRendered({ article: corpus.articles.get('tea'), body, language });
  const scope = {
    config,
    corpus: { ...corpus, data },
    versions,
    built: pick('sv-2.0'),
    languages: [language],
  };
  const { value } = linkPages({
    ...scope,
    rendered: [rendered],
    redirects: noRedirects,
    brokenLinks: 'warning',
  });
  const [page] = value;
  return page === undefined ? '' : joinPieces(page.body.rendering, page.body.fills);
}

test.each([
  ['en', 'Note', 'Caution'],
  ['ja', 'メモ', '注意'],
])('an alert on a page in %s has a title in that language', async (language, note, caution) => {
  const html = await showWords(language);
  expect(html).toContain(`<p class="callout-title" data-furniture="">${note}</p>`);
  expect(html).toContain(`<p class="callout-title" data-furniture="">${caution}</p>`);
});

test('a site says it in its own words, in either case of the key', async () => {
  const html = await showWords('ja', { ja: { alerts: { NOTE: '注 & 意', caution: '危険' } } });
  expect(html).toContain('>注 &amp; 意</p>');
  expect(html).toContain('>危険</p>');
});

test('what a translation lacks is in its language, unless the source language has words of its own', async () => {
  const html = await showWords('ja', { en: { alerts: { NOTE: 'Note', CAUTION: 'Mind the gap' } } });
  expect(html).toContain('>メモ</p>');
  expect(html).toContain('>Mind the gap</p>');
  const own = await showWords('ja', { ja: { alerts: { NOTE: 'Note' } } });
  expect(own).toContain('>Note</p>');
});

test.each([
  ['en', {}, 'Code'],
  ['ja', {}, 'コード'],
  ['ja', { ja: { words: { code: '<例>' } } }, '&lt;例&gt;'],
])('the bar above code without a language says so in %s', async (language, ui, word) => {
  expect(await showWords(language, ui)).toContain(`<span class="code-language">${word}</span>`);
});

test.each([
  ['en', {}, 'Footnotes', 'Back to reference 1', 'Back to reference 1-2'],
  ['ja', {}, '脚注', '参照1に戻る', '参照1-2に戻る'],
  [
    'ja',
    { ja: { words: { footnotes: '注', backToReference: '本文の<{number}>へ' } } },
    '注',
    '本文の&lt;1&gt;へ',
    '本文の&lt;1-2&gt;へ',
  ],
])(
  'screen readers say in %s what footnotes are, and where their links lead back',
  async (language, ui, title, first, again) => {
    const html = await showWords(language, ui, 'Snow[^a], and more of it[^a].\n\n[^a]: Frozen.');
    expect(html).toContain(`<h2 class="sr-only" data-furniture="">${title}</h2>`);
    expect(html.match(/(?<=aria-label=")[^"]*/g)).toEqual([first, again]);
  },
);
