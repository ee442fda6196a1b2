import { describe, expect, test } from 'vitest';
import { createSite, type SiteInput } from './create-site.ts';

const FENCE = '```';

/** What the body of `main` becomes, and the codes of what is said, each with its place. */
function resolveMain(
  main: string,
  input: Partial<SiteInput> = {},
): { text: string; found: readonly string[] } {
  const { value, diagnostics } = createSite({ articles: { main }, ...input }).resolve();
  return {
    text: value[0]?.fields.body?.text ?? '',
    found: diagnostics.map(({ code, place }) => `${code} ${place.line}:${place.column}`),
  };
}

describe('an output of a name that nobody knows', () => {
  test('is an error with the hint `raw`, at its place', () => {
    expect(createSite({ articles: { main: '続き\n\na {{ secrets.TOKEN }} b' } }).resolve()).toMatchObject({
      value: [{ broken: false, fields: { body: { text: '続き\n\na  b' } } }],
      diagnostics: [
        {
          code: 'resolve/unknown-name',
          severity: 'error',
          message: "Nothing has the name 'secrets.TOKEN', so the output is empty.",
          hint: 'If the braces are part of the text, put it between {% raw %} and {% endraw %}.',
          place: { file: 'content/main.md', line: 12, column: 3 },
        },
      ],
    });
  });

  test.each([
    `${FENCE}yaml\ntoken: \${{ secrets.TOKEN }}\n${FENCE}`,
    `- 項目\n\n  ${FENCE}yaml\n  token: \${{ secrets.TOKEN }}\n  ${FENCE}`,
    'Set `{{.Height}}` and `{{ .Values.x }}`.',
    'Indented:\n\n    {{ hashFiles("a") }}\n',
    '<pre>{{ a.b | upcase }}</pre>',
    `${FENCE}yaml\nif: \${{ github.ref == 'main' && always() }}\n${FENCE}`,
    `${FENCE}yaml\nspec:\n  {{- include "labels" . | nindent 4 }}\n  {{- .x -}}  \nend\n${FENCE}`,
    '`style={{ color: "red" }}` and `{{ }}`',
    '`{{ data variables.a.b }}`',
  ])('is shown in code as it is written: %j', (main) => {
    const { text, found } = resolveMain(main);
    expect(text).toBe(main);
    expect(found, found.join()).toHaveLength(main.split('{{').length - 1);
  });

  test('is shown in code that a reusable or a captured text brings in, with the places of its own file', () => {
    const data = { 'reusables.a': `${FENCE}\n{{ x.y }}\n${FENCE}`, 'reusables.b': '{{ x.y }}' };
    const { text, found } = resolveMain(
      `1. A\n\n   {% data reusables.a %}\n\n${FENCE}\n{% data reusables.b %}\n${FENCE}\n\n{% capture c %}\`{{ z }}\` {{ z }}{% endcapture %}{{ c }}`,
      { data },
    );
    expect(text).toBe(
      `1. A\n\n   ${FENCE}\n   {{ x.y }}\n   ${FENCE}\n\n${FENCE}\n{{ x.y }}\n${FENCE}\n\n\`{{ z }}\` `,
    );
    expect(found).toEqual([
      'resolve/unknown-name 2:1',
      'resolve/unknown-name 1:1',
      'resolve/unknown-name 18:17',
      'resolve/unknown-name 18:26',
    ]);
  });

  test('is told of every field', () => {
    const fields = ['title', 'shortTitle', 'intro', 'product', 'permissions', 'body'] as const;
    const words = Object.fromEntries(fields.map((field) => [field, `a {{ nope }}`]));
    const { diagnostics } = createSite({ articles: { main: words } }).resolve();
    expect(diagnostics.map(({ code, place }) => [code, place.line])).toEqual(
      [2, 3, 4, 5, 6, 10].map((line) => ['resolve/unknown-name', line]),
    );
  });

  test.each([
    ['{{ variables.product.name }}', 'Write {% data variables.product.name %}; or, if the braces'],
    ['{{ site.data.variables.product.nmae | upcase }}', 'Write {% data variables.product.name %}; or'],
    ['{{ curentVersion }}', "Did you mean 'currentVersion'? If the braces"],
    ['{{ currentVersionObj.versionTitel }}', "Did you mean 'currentVersionObj.versionTitle'?"],
    ['{{ page.titel }}', "Did you mean 'page.title'?"],
    ['{{ site.theme }}', 'If the braces are part of the text'],
  ])('%s: what was meant', (main, hint) => {
    const site = createSite({
      articles: { main },
      data: { 'variables.product.name': 'P' },
      tree: { variables: { product: { name: 'P' } } },
    });
    expect(site.resolve().diagnostics).toEqual([
      expect.objectContaining({ code: 'resolve/unknown-name', hint: expect.stringContaining(hint) }),
    ]);
  });

  test('is nobody’s business in an HTML comment', () => {
    expect(resolveMain('a <!-- {{ nope }} --> b').found).toEqual([]);
  });

  test('gives a translation back to the source language, or is repaired', () => {
    const site = createSite({
      articles: { main: '{% data variables.p.n %} runs', other: 'B' },
      translations: { main: '{{ variables.p.n }}と{{ data variables.p.n }}', other: '`{{ 変数 }}`' },
      data: { 'variables.p.n': 'P' },
    });
    expect(site.body('ja')).toBe('PとP');
    expect(site.repairs()).toMatchObject({ delimiters: 2, 'missing-data': 1 });
    expect(site.resolve('other', 'ja')).toMatchObject({
      value: [{ fallbacks: ['body'] }],
      diagnostics: [{ code: 'resolve/translation-fallback', place: { line: 10, column: 2 } }],
    });
  });
});

describe('silent are', () => {
  const tree = {
    empty: { v: { w: null } },
    glossaries: { external: [{ term: 'A' }, { term: 'B', note: 'b' }] },
  };
  test.each([
    '{{ currentVersion }} {{ currentVersionObj.plan }} {{ enterpriseServerReleases.supported[9] }}',
    '{{ page.title }} {{ page.shortTitle }} {{ page.beta_product }} {{ fpt }} {{ boards }}',
    '{{ allVersions[currentVersion].nothing }} {{ enterpriseServerVersions.size }} {{ currentLanguage.size }}',
    '{{ site.data.empty.v.w }}',
    '{% for entry in glossaries.external %}{{ entry.note }}{{ forloop.index }}{% endfor %}',
    '{% tablerow entry in glossaries.external %}{{ entry.note }}{{ tablerowloop.col }}{% endtablerow %}',
    '{{ x | default: "a" }}{{ x.y | upcase | default: "a" }}',
    '{% assign a = glossaries %}{{ a.nothing }}{% capture b %}{% endcapture %}{{ b }}{% increment c %}{{ c }}',
    '{% ifversion fpt %}{% assign a = 1 %}{% endif %}{{ a }}',
    '{% ifversion fpt %}{% data reusables.outer %}{% endif %}{{ a }}',
    '{% liquid assign a = 1\n assign b = 2 %}{{ a }}{{ b }}',
    '{% raw %}{{ x }}{% endraw %}{% comment %}{{ x }}{% endcomment %}',
    '{{ true }}{{ nil }}{{ "a" }}{{ (1..3) | join }}',
    '{% if x %}a{% endif %}{% for a in x %}{% else %}b{% endfor %}',
  ])('%s', (main) => {
    const data = {
      'reusables.outer': '{% data reusables.inner %}',
      'reusables.inner': '{%- assign a = 1 -%}',
    };
    expect(resolveMain(main, { tree, data, features: { boards: 'ghes' } }).found).toEqual([]);
  });
});

describe('data from outside of the content', () => {
  test('is one warning for each page, at its own text', () => {
    const main =
      'A\n\n{% data reusables.rest %}\n{{ webhookPayloadsForCurrentVersion.push }}{% for a in graphql.x %}{{ a.b }}{% endfor %}';
    const site = createSite({
      articles: { main },
      translations: { main: '訳\n\n{% data reusables.rest %}' },
      data: { 'reusables.rest': '{% for a in currentRestOperations %}{{ a.b }}{% endfor %}' },
    });
    expect(site.resolve()).toMatchObject({
      value: [{ hasOutsideData: true, broken: false }],
      diagnostics: [
        {
          code: 'resolve/outside-data',
          severity: 'warning',
          message: "'currentRestOperations' is data outside the content, so this part of the page is empty.",
          place: { file: 'content/main.md', line: 12, column: 1 },
          via: [],
        },
      ],
    });
  });

  test('is what an article says of itself in a comment, in every language', () => {
    const site = createSite({
      articles: { main: 'A\n\n<!-- This page is pre-rendered by scripts: see b.json -->' },
      translations: { main: '訳' },
    });
    expect(site.resolve()).toMatchObject({
      value: [{ hasOutsideData: true }],
      diagnostics: [{ code: 'resolve/outside-data', place: { line: 12, column: 1 } }],
    });
    expect(site.resolve('main', 'ja').value).toMatchObject([{ hasOutsideData: true, fallbacks: [] }]);
    const other = createSite({ articles: { main: 'A <!-- images are pre-rendered -->' } });
    expect(other.resolve()).toMatchObject({ value: [{ hasOutsideData: false }], diagnostics: [] });
  });

  test('is said once of an article and its translation', () => {
    const main = '{% for a in currentRestOperations %}{% endfor %}';
    const site = createSite({ articles: { main }, translations: { main: `訳\n${main}` } });
    expect(site.resolve('main', 'ja')).toMatchObject({
      value: [{ hasOutsideData: true, fallbacks: [] }],
      diagnostics: [],
    });
  });

  test('is taken for such where a loop goes through what nobody knows', () => {
    expect(
      createSite({ articles: { main: '{% for a in glosaries.external %}{% endfor %}' } }).resolve(),
    ).toMatchObject({
      diagnostics: [
        {
          code: 'resolve/outside-data',
          message: "Nothing has the name 'glosaries.external', so the loop over it shows nothing.",
          hint: "Did you mean 'glossaries'?",
        },
      ],
    });
  });
});
