import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linkPages } from '../../src/links/index.ts';
import { joinPieces, renderMarkdownHere } from '../../src/markdown/index.ts';
import { config, makeCorpus, makeRendered, noRedirects, pick, versions } from './make-site.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const corpus = makeCorpus(
  [
    { path: 'tea/brewing' },
    { path: 'tea/green' },
    { path: 'tea/black', versions: 'cl' },
    { path: 'tea/pots' },
  ],
  ['assets/images/cup.png'],
);

test('Markdown as it is really rendered is filled for its page', async () => {
  const markdown = readFileSync(join(fixtures, 'brewing.md'), 'utf8');
  const [body, green] = await renderMarkdownHere([markdown, '## Water'], { html: 'clean' });
  if (body === undefined || green === undefined) throw new Error('Nothing was rendered.');
  const rendered = [
    makeRendered({ article: corpus.articles.get('tea/brewing'), body }),
    makeRendered({ article: corpus.articles.get('tea/green'), body: green, title: 'Green & white tea' }),
  ];
  const scope = { config, corpus, versions, built: pick('sv-2.0'), languages: ['en'] };
  const { value, diagnostics } = linkPages({
    ...scope,
    rendered,
    redirects: noRedirects,
    brokenLinks: 'warning',
  });
  const [page] = value;
  const html = page === undefined ? '' : joinPieces(page.body.rendering, page.body.fills);
  await expect(`${html}\n`).toMatchFileSnapshot(join(fixtures, 'brewing.html'));
  expect(page?.headings.map(({ id }) => id)).toEqual(['before-you-begin', 'raw-heading']);
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    [
      'links/other-version',
      "The article of the link '/tea/black?tab=1&x=2' is not in this version, so the link leads to Cloud.",
    ],
    ['links/broken', "The link '/tea/grene' is broken."],
  ]);
});
