import { expect, test } from 'vitest';
import { linkPages, type RenderedArticle } from '../../src/links/index.ts';
import type { Rendering } from '../../src/markdown/index.ts';
import { produceRedirects } from '../../src/redirects/index.ts';
import { config, link, makeCorpus, makeRendered, makeRendering, pick, title, versions } from './make-site.ts';

const corpus = makeCorpus([
  { path: '', children: ['tea', 'pot'] },
  { path: 'tea', redirectFrom: ['/server@2.0/leaves'] },
  { path: 'pot' },
]);
const article = corpus.articles.get('tea');

/** Pages of `tea` in Japanese, by the name of their version. */
function translate(fields: RenderedArticle['renderings'], sources: readonly RenderedArticle[]) {
  const scope = { config, corpus, versions, built: pick('cl sv'), languages: ['ja'] };
  const rendered = [makeRendered({ article, language: 'ja', title: '茶', fields }), ...sources];
  const redirects = produceRedirects(scope).value;
  const { value, diagnostics } = linkPages({ ...scope, rendered, redirects, brokenLinks: 'error' });
  const page = (name: string) => value.find(({ version }) => version.name === name);
  return { page, pages: value, diagnostics };
}

const english = (fields: RenderedArticle['renderings']) => makeRendered({ article, title: 'Tea', fields });
const say = (words: string) => makeRendering([words]);
const unreadable: Rendering = {
  ...makeRendering(['']),
  problems: [{ code: 'markdown/annotate', severity: 'error', message: 'No.', offset: 0 }],
};

test('an AUTOTITLE without a title takes its field back to the source language, links and all', () => {
  const { page, diagnostics } = translate(
    { body: makeRendering(['茶は', title('/nowhere', 9)]), intro: makeRendering(['序', link('/pot')]) },
    [english({ body: makeRendering(['Tea ', link('/pot')]), intro: say('Intro') })],
  );
  expect(page('cl')).toMatchObject({
    title: '茶',
    body: { rendering: { text: 'Tea ' }, fills: ['/k/en/pot/'] },
    intro: { rendering: { text: '序' }, fills: ['/k/ja/pot/'] },
    fallbacks: ['body'],
    resolution: { fields: { body: { language: 'en' }, intro: { language: 'ja' } } },
  });
  expect(diagnostics).toEqual([
    {
      code: 'links/translation-fallback',
      severity: 'warning',
      message:
        "The text is shown in the source language instead: AUTOTITLE finds no title, because the link '/nowhere' is broken. (links/autotitle)",
      place: { file: 'content/tea.md', line: 10, column: 10 },
      via: [],
      versions: ['cl', 'sv-2.1', 'sv-2.0'],
      languages: ['ja'],
    },
  ]);
});

test('a field falls back only in the versions in which it fails', () => {
  const { page } = translate({ body: makeRendering(['茶', title('/leaves')]) }, [
    english({ body: say('Tea') }),
  ]);
  expect(page('sv-2.0')).toMatchObject({ body: { rendering: { text: '茶' } }, fallbacks: [] });
  expect(page('sv-2.1')).toMatchObject({ body: { rendering: { text: 'Tea' } }, fallbacks: ['body'] });
});

test('a title without words and a text that cannot be read fall back', () => {
  const { page, diagnostics } = translate({ title: say(''), body: unreadable }, [
    english({ body: say('Tea') }),
  ]);
  expect(page('cl')).toMatchObject({ title: 'Tea', body: { rendering: { text: 'Tea' } } });
  expect(page('cl')?.fallbacks).toEqual(['title', 'body']);
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    [
      'links/translation-fallback',
      'The text is shown in the source language instead: The title has no words. (links/empty-title)',
    ],
  ]);
});

test('a field that the source language lacks is left out', () => {
  const { page } = translate({ intro: makeRendering(['序', title('/nowhere')]) }, [english({})]);
  expect(page('cl')).toMatchObject({ intro: undefined, description: '', fallbacks: [] });
});

test('without a page of the source language a mistake stays one', () => {
  const { diagnostics } = translate({ body: makeRendering([title('/nowhere')]) }, []);
  expect(diagnostics).toMatchObject([{ code: 'links/autotitle', severity: 'error', languages: ['ja'] }]);
});

test('a field keeps its words where the source language fails in the same way', () => {
  const { page, diagnostics } = translate(
    {
      title: say(''),
      body: makeRendering(['茶は', title('/nowhere')]),
      intro: makeRendering(['序', title('/nowhere')]),
    },
    [
      english({
        title: say(''),
        body: makeRendering(['Tea ', title('/nowhere')]),
        intro: makeRendering(['Intro ', title('/elsewhere')]),
      }),
    ],
  );
  expect(page('cl')).toMatchObject({ fallbacks: ['intro'] });
  expect(page('cl')?.body.rendering.text).toBe('茶は');
  expect(diagnostics.filter(({ languages }) => languages.includes('ja'))).toMatchObject([
    { code: 'links/empty-title', severity: 'error', languages: ['ja'] },
    { code: 'links/translation-fallback', message: expect.stringContaining('/nowhere') },
    { code: 'links/autotitle', severity: 'error', message: expect.stringContaining('/elsewhere') },
    { code: 'links/autotitle', severity: 'error', message: expect.stringContaining('/nowhere') },
  ]);
});

test('Markdown that cannot be read in either language stays in its own', () => {
  const { page } = translate({ body: unreadable, intro: say('序') }, [
    english({ body: unreadable, intro: say('Intro') }),
  ]);
  expect(page('cl')).toMatchObject({ fallbacks: [], resolution: { failures: [] } });
});
