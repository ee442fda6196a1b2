import { expect, test } from 'vitest';
import { linkPages } from '../../src/links/index.ts';
import { joinPieces } from '../../src/markdown/index.ts';
import { config, makeCorpus, makeRendered, makeRendering, noRedirects, pick, versions } from './make-site.ts';

/** What stands behind the prompt on a page, in a site with an address for prompts or without one. */
function showLink(text: string, language: string, promptUrl?: string): string {
  const corpus = makeCorpus([{ path: 'tea' }]);
  const ui = language === 'ja' ? {} : { words: { prompt: 'Ask <us>' } };
  const { value } = linkPages({
    config: promptUrl === undefined ? config : { ...config, promptUrl },
    corpus: { ...corpus, data: { ...corpus.data, tree: () => ({ ui }) } },
    versions,
    built: pick('cl'),
    languages: [language],
    rendered: [
      makeRendered({
        article: corpus.articles.get('tea'),
        language,
        body: makeRendering([{ kind: 'prompt', text }, '|']),
      }),
    ],
    redirects: noRedirects,
    brokenLinks: 'warning',
  });
  const [page] = value;
  return page === undefined ? '' : joinPieces(page.body.rendering, page.body.fills);
}

const URL = 'https://chat.example.com/{prompt}?q={prompt}&x=1';

test('a prompt is no link in a site that names no chat', () => {
  expect(showLink('Boil water', 'en')).toBe('|');
});

test('a prompt leads to the chat of the site, in words of the page', () => {
  expect(showLink('Boil & pour\n「水」$&', 'ja', URL)).toBe(
    '<a class="prompt-link" href="https://chat.example.com/Boil%20%26%20pour%0A%E3%80%8C%E6%B0%B4%E3%80%8D%24%26' +
      '?q=Boil%20%26%20pour%0A%E3%80%8C%E6%B0%B4%E3%80%8D%24%26&amp;x=1" rel="nofollow" data-furniture="">チャットで開く</a>|',
  );
});

test('a site says it in its own words, and half a character is none', () => {
  expect(showLink('"\ud83d', 'en', 'https://chat.example.com/?{prompt}')).toBe(
    '<a class="prompt-link" href="https://chat.example.com/?%22%EF%BF%BD" rel="nofollow" data-furniture="">Ask &lt;us&gt;</a>|',
  );
});
