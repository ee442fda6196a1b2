import { describe, expect, test } from 'vitest';
import type { SiteConfig } from '../../src/config/index.ts';
import { createSite } from './create-site.ts';

const tags = {
  if_version: 'ifversion',
  navtabs: 'codetabs',
  navtab: 'codetab',
  aside: 'note',
  wrapper: 'none',
} satisfies SiteConfig['tags'];

function resolve(main: string, config: Partial<SiteConfig> = { tags }) {
  return createSite({ articles: { main }, config });
}

/** Versions that show the text, of fpt, ghes-3.10, ghes-3.2, ghes-3.1, ghae and ghae-next. */
function listShown(condition: string): readonly string[] {
  const texts = resolve(`{% if_version ${condition} %}x{% endif_version %}`).texts();
  return Object.entries(texts).flatMap(([version, text]) => (text === 'x' ? [version] : []));
}

function listLabels(main: string): readonly (string | undefined)[] {
  const body = resolve(main).body() ?? '';
  return [...body.matchAll(/data-label="([^"]*)"/g)].map(([, label]) => label);
}

describe('conditions as bounds of the first plan with releases', () => {
  test.each([
    ['gte:3.2.x', ['ghes-3.10', 'ghes-3.2']],
    ['gte: 3.2.x', ['ghes-3.10', 'ghes-3.2']],
    ['lte:3.2.x', ['ghes-3.2', 'ghes-3.1']],
    ['gt:3.2', ['ghes-3.10']],
    ['lt:"3.2.x"', ['ghes-3.1']],
    ['gte:3.1.x lte:3.2.x inline:true', ['ghes-3.2', 'ghes-3.1']],
    ['eq:3.1.x,3.10.x', ['ghes-3.10', 'ghes-3.1']],
    ['eq:2.9.x', []],
    ['neq:3.2.x', ['fpt', 'ghes-3.10', 'ghes-3.1', 'ghae', 'ghae-next']],
    ['neq:3.1.x,3.2.x gte:3.1.x', ['ghes-3.10']],
  ])('%s', (condition, versions) => {
    expect(listShown(condition)).toEqual(versions);
  });

  test('share an outcome between versions that they treat alike', () => {
    expect(resolve('{% if_version gte:3.2.x %}x{% endif_version %}').resolve().value).toHaveLength(2);
  });

  test('may have branches, and stand beside conditions of the format', () => {
    const text = '{% if_version gte:3.10.x %}a{% elsif ghae %}b{% else %}c{% endif_version %}';
    expect(resolve(text).texts()).toMatchObject({ 'ghes-3.10': 'a', 'ghes-3.2': 'c', ghae: 'b' });
  });

  test.each([
    ['gte:latest', 'versions/release', "'latest' is not a release.", 19],
    ['over:3.1.x', 'versions/operator', "'over:' compares nothing.", 15],
    ['gte:3.1.x or lte:3.2.x', 'versions/syntax', "'or' is not a bound of a release.", 25],
    ['inline:true', 'versions/syntax', "'inline:true' is not a bound of a release.", 15],
  ])('%s is told at its place', (condition, code, message, column) => {
    const { diagnostics } = resolve(`{% if_version ${condition} %}x{% endif_version %}`).resolve();
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code,
        message,
        hint: 'Write bounds of a release: gte:2.1.x, lte:2.5.x, gt:, lt:, eq:2.1.x,2.3.x or neq:.',
        place: { file: 'content/main.md', line: 10, column },
      }),
    ]);
  });

  test('are none where no tag asks for them', () => {
    const { diagnostics } = resolve('{% ifversion gte:3.1 %}x{% endif %}', {}).resolve();
    expect(diagnostics[0]?.code).toMatch(/^versions\//);
  });
});

describe('tags of other engines', () => {
  test('are tabs whose label is all of their words', () => {
    const text =
      '{% navtabs codeblock %}\n{% navtab Using cURL %}\n\na\n\n{% endnavtab %}\n{% navtab "Two" %}\n\nb\n\n{% endnavtab %}\n{% endnavtabs %}';
    const site = resolve(text);
    expect(site.body()).toBe(
      `<div class="codetabs">
<div class="codetab" data-language="Using-cURL" data-label="Using cURL">

a

</div>

<div class="codetab" data-language="Two" data-label="Two">

b

</div>

</div>
`,
    );
    expect(site.resolve().diagnostics).toEqual([]);
  });

  test('may repeat the name of their group, and be in any script', () => {
    const text =
      '{% navtabs kind useUrlFragment=false %}{% navtab kind Side car %}a{% endnavtab %}{% navtab 設定 %}b{% endnavtab %}{% endnavtabs %}';
    expect(listLabels(text)).toEqual(['Side car', '設定']);
  });

  test('keep labels of one word where the group has no name', () => {
    const text =
      '{% navtabs %}{% navtab JSON %}a{% endnavtab %}{% navtab 設定 %}b{% endnavtab %}{% endnavtabs %}';
    expect(listLabels(text)).toEqual(['JSON', '設定']);
  });

  test('are callouts, or go while their text stays', () => {
    const site = resolve('{% aside loud %}\n\na\n\n{% endaside %}\n{% wrapper x=1 %}b{% endwrapper %}');
    expect(site.body()).toBe('<section class="callout callout-note">\n\na\n\n</section>\nb');
    expect(site.resolve().diagnostics).toEqual([]);
  });
});

test('translations keep tags of other engines', () => {
  const text = '{% if_version gte:3.2.x %}{% aside %}x{% endaside %}{% endif_version %}';
  const site = createSite({
    articles: { main: text },
    translations: { main: text.replace('x{%', 'あ{%') },
    config: { tags },
  });
  expect(site.texts('main', 'ja')['ghes-3.2']).toBe('<section class="callout callout-note">あ</section>');
  expect(site.repairs()).toEqual({});
});

describe('values that the site file declares', () => {
  const liquid = {
    site: { product: 'Lantern', ports: [1, 2] },
    page: { release: '{{ currentRelease }}.x', type: 'declared' },
    house: { owner: { name: 'Ada' } },
    currentLanguage: 'xx',
  };

  test('are found under their names, beside what the format gives', () => {
    const text =
      '{{ site.product }} {{ site.ports[1] }} {{ house.owner.name }} {{ page.type }} {{ currentLanguage }} {{ site.data.a }}';
    const site = createSite({ articles: { main: text }, config: { liquid }, tree: { a: 'b' } });
    expect(site.body()).toBe('Lantern 2 Ada tutorial en b');
  });

  test('may tell of the version, and be asked for', () => {
    const text = '{% if page.release == "3.2.x" %}{{ page.release }}{% else %}-{% endif %}';
    const site = resolve(text, { liquid });
    expect(site.texts()).toMatchObject({ fpt: '-', 'ghes-3.10': '-', 'ghes-3.2': '3.2.x' });
    expect(site.resolve().value).toHaveLength(2);
    expect(resolve('{{ page.release }}', { liquid }).texts()).toMatchObject({
      fpt: 'latest.x',
      'ghes-3.10': '3.10.x',
    });
  });
});
