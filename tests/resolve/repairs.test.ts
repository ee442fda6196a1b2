import { describe, expect, test } from 'vitest';
import { locate } from '../../src/resolve/index.ts';
import { fc } from '../property.ts';
import { createSite, type TestSite } from './create-site.ts';

const DATA = {
  'ui.alerts.NOTE': 'メモ',
  'variables.product.name': 'Lantern',
  'reusables.steps.open': 'Open it.',
};

function translate(original: string, translated: string, language = 'ja'): TestSite {
  return createSite({
    articles: { main: original },
    translations: { main: translated },
    data: DATA,
    features: { dimming: 'fpt' },
    language,
  });
}

/** Kind, language, the original, the translation, and how the translation reads in Markdown. */
type Case = readonly [kind: string, language: string, original: string, translated: string, text: string];

const NAME = '{% data variables.product.name %}';
const CASES: readonly Case[] = [
  ['delimiters', 'ja', NAME, 'a { % data variables.product.name % } b', 'a Lantern b'],
  ['delimiters', 'ja', NAME, 'a { % data variables.product.name %} b', 'a Lantern b'],
  ['delimiters', 'ja', NAME, 'a ｛ ％ data variables.product.name %} b', 'a Lantern b'],
  ['delimiters', 'ja', NAME, 'a {% data variables.product.name % } b', 'a Lantern b'],
  ['delimiters', 'ja', NAME, 'a {{% data variables.product.name %}} b', 'a Lantern b'],
  ['delimiters', 'ja', NAME, 'a ｛％ data variables.product.name ％｝ b', 'a Lantern b'],
  ['delimiters', 'ja', NAME, 'a {% data variables.product.name } b', 'a Lantern b'],
  ['delimiters', 'ja', NAME, 'a {% data variables.product.name % b', 'a Lantern b'],
  ['delimiters', 'ja', NAME, 'a { data variables.product.name %} b', 'a Lantern b'],
  ['delimiters', 'ja', NAME, 'a \\{% data variables.product.name %\\} b', 'a Lantern b'],
  ['delimiters', 'ja', NAME, 'a {\\% data variables.product.name \\%} b', 'a Lantern b'],
  ['delimiters', 'ja', NAME, 'a {{% data variables.product.name %} b', 'a Lantern b'],
  ['delimiters', 'ja', NAME, 'a {%%data variables.product.name %} b', 'a Lantern b'],
  ['delimiters', 'ja', NAME, 'a % data variables.product.name %} b', 'a Lantern b'],
  ['delimiters', 'ja', NAME, 'a {% data variables.product.name % %} b', 'a Lantern b'],
  ['delimiters', 'ru', '{% if true %}A{% endif %}', '{% if true %}Б{% endif _%}', 'Б'],
  [
    'characters',
    'ja',
    '{% if "a" == "a" %}A{% endif %}',
    '{% if &quot;a&quot; == &#39;a&#39; %}あ{% endif %}',
    'あ',
  ],
  ['characters', 'ja', NAME, 'a {%　data　ｖariables.product.name %} b', 'a Lantern b'],
  ['characters', 'ja', '{% if "a" == "a" %}A{% endif %}', '{% if “a” ＝＝ “a” %}あ{% endif %}', 'あ'],
  ['tag-names', 'es', NAME, 'a {% datos variables.product.name %}', 'a Lantern'],
  ['tag-names', 'ja', NAME, 'a {%- データ variables.product.name -%} b', 'aLanternb'],
  [
    'tag-names',
    'ja',
    '{% if false %}A{% elsif true %}B{% endif %}',
    '{% if false %}あ{% else if true %}い{% endif %}',
    'い',
  ],
  ['tag-names', 'ja', '{% if true %}A{% endif %}', '{% if true %}あ{% 終了if %}', 'あ'],
  ['tag-names', 'ja', '{% raw %}{{ a }}{% endraw %}', '{% raw %}{{ a }}{% end raw %}', '{{ a }}'],
  ['missing-data', 'ja', NAME, 'a {% データvariables.product.name %}', 'a Lantern'],
  [
    'conditions',
    'ja',
    '{% ifversion fpt or ghes %}A{% endif %}B',
    '{% ifversion FPT or GHES %}{% endif %}い',
    'い',
  ],
  [
    'conditions',
    'ja',
    '{% ifversion fpt or ghes > 1.1 or ghae %}A{% endif %}B',
    '{% ifversion fpt or ghes>1.1 or ghae %}{% endif %}い',
    'い',
  ],
  ['links', 'ja', '[AUTOTITLE](/a)', '"[AUTOTITLE"を参照](/a)', '"[AUTOTITLE](/a)"を参照'],
  ['links', 'ja', '[AUTOTITLE](/a)', '[自動タイトル](/a)', '[AUTOTITLE](/a)'],
  ['links', 'ja', '[AUTOTITLE](/a)', '[ＡＵＴＯ title](/a)', '[AUTOTITLE](/a)'],
  ['links', 'ja', '[A](/a/b)', '[あ](/ a / b)', '[あ](/a/b)'],
  ['markers', 'ja', '- A\n- B', '-あ\n-「い」', '- あ\n- 「い」'],
  ['markers', 'ja', '1. A\n2. B', '1.`い`と\n2.**う**', '1. `い`と\n2. **う**'],
  ['markers', 'ja', '1. A\n2. B', `1.${NAME}が\n2.[Tea](/x)`, '1. Lanternが\n2. [Tea](/x)'],
  ['markers', 'ja', '- A\n- B', '-`い`\n-**Tea**', '- `い`\n- **Tea**'],
  ['markers', 'ja', '1. A\n2. B', '1.あ\n2、**い**', '1. あ\n2. **い**'],
  ['markers', 'ja', 'A **b**', 'あ＊＊い＊＊', 'あ**い**'],
  ['markers', 'ja', '| A |\n|---|\n| B |', '｜ あ ｜\n|---|\n｜ い ｜', '| あ |\n|---|\n| い |'],
  ['html-tags', 'ja', 'A<br>B</td>', 'あ< br >い＜/ td＞', 'あ<br>い</td>'],
  [
    'table-rows',
    'ja',
    '| A | B |\n| --- | --- |\n| C | D |',
    '| あ | い |\n| --- | --- | --- |\n| う | え |',
    '| あ | い |\n| --- | --- |\n| う | え |',
  ],
  [
    'table-rows',
    'ja',
    'A.\n\n| A | B |\n| :-- | --- |\n| C | D |',
    '文です。 | あ | い |\n| :-- | --- |\n| う | え |',
    '文です。\n\n| あ | い |\n| :-- | --- |\n| う | え |',
  ],
  [
    'table-rows',
    'ja',
    '| A | B |\n| --- | --- |\n{%- if true %}\n| C | D |\n{%- endif %}',
    '| あ | い | | --- | --- | {% if true %} | う | | {% endif %}',
    '| あ | い |\n| --- | --- |\n| う | |',
  ],
  [
    'line-breaks',
    'ja',
    '{% note %}\n\nA\n\n{% endnote %}',
    '{% note %}\n\nあ {% endnote %}',
    '<section class="callout callout-note">\n\nあ\n\n</section>',
  ],
  ['tag-names', 'pt-BR', NAME, '{% dados variables.product.name %}', 'Lantern'],
  ['tag-names', 'zh-CN', NAME, '{% 数据 variables.product.name %}', 'Lantern'],
  ['tag-names', 'cn', NAME, '{% 数据 variables.product.name %}', 'Lantern'],
  ['tag-names', 'ko', NAME, '{% 데이터 variables.product.name %}', 'Lantern'],
  ['tag-names', 'ru', NAME, '{% данных variables.product.name %}', 'Lantern'],
  ['tag-names', 'fr', NAME, '{% données variables.product.name %}', 'Lantern'],
  ['tag-names', 'de', NAME, '{% Daten variables.product.name %}', 'Lantern'],
  [
    'tag-names',
    'ja',
    '{% if true %}A{% else %}B{% endif %}',
    '{% if true %}あ{% それ以外 %}い{% endif %}',
    'あ',
  ],
  ['tag-names', 'fr', '{% if true %}A{% endif %}', '{% Si true %}À{% endif %}', 'À'],
  ['tag-names', 'es', '{% ifversion fpt or not fpt %}A{% endif %}', '{% si fpt o no fpt %}Á{% endif %}', 'Á'],
  ['tag-names', 'ja', '{% unless false %}A{% endunless %}', '{% ただし false %}あ{% endunless %}', 'あ'],
  ['tag-names', 'ja', '{% if true %}A{% endif %}', '{% If true %}あ{% ENDIF %}', 'あ'],
  ['tag-names', 'ja', '{% if true %}A{% endif %}', '{% if true %}あ{% end if %}', 'あ'],
  [
    'tag-names',
    'ja',
    '{% ifversion dimming or not dimming %}A{% endif %}',
    '{% if version dimming or not dimming %}あ{% endif %}',
    'あ',
  ],
  [
    'tag-names',
    'es',
    '{% note %}A{% endnote %}',
    '{% nota %}Á{% endnota %}',
    '<section class="callout callout-note">Á</section>',
  ],
  ['missing-data', 'ja', '{% data ui.alerts.NOTE %}', 'a {% ui.alerts.NOTE %} b', 'a メモ b'],
  ['missing-data', 'ja', NAME, 'a {% variables.product.name %} b', 'a Lantern b'],
  ['missing-data', 'ja', NAME, 'a {% data.variables.product.name %} b', 'a Lantern b'],
  ['missing-data', 'ja', NAME, 'a {% datavariables.product.name %} b', 'a Lantern b'],
  ['references', 'es', NAME, 'a {% data variables.producto.name %} b', 'a Lantern b'],
  ['references', 'ja', NAME, 'a {% data variables . product. name %} b', 'a Lantern b'],
  ['references', 'ja', NAME, 'a {% data 変数.product.name %} b', 'a Lantern b'],
  [
    'references',
    'ja',
    '{% indented_data_reference reusables.steps.open spaces=1 %}',
    '{% indented_data_reference 再利用可能.steps.open spaces=1 %}',
    ' Open it.',
  ],
  ['conditions', 'ja', '{% if true or false %}A{% endif %}', '{% if false または true %}あ{% endif %}', 'あ'],
  [
    'conditions',
    'es',
    '{% ifversion fpt or not fpt %}A{% endif %}',
    '{% ifversion fpt o no fpt %}Á{% endif %}',
    'Á',
  ],
  ['empty-tags', 'ja', '{% if false %}A{% else %}B{% endif %}', '{% if false %}あ{% %}い{% %}', 'い'],
  [
    'empty-tags',
    'ja',
    '{% if true %}A{% endif %} {% raw %}B{% endraw %}',
    '{% raw %}い{% endraw %} {% if true %}あ{% %}',
    'い あ',
  ],
  ['stray-closings', 'ja', '{% if true %}A{% endif %}', '{% if true %}あ{% endif %}{% endif %}い', 'あい'],
  ['links', 'ja', 'See "[AUTOTITLE](/x)".', '["AUTOTITLE](/x)"を参照', '"[AUTOTITLE](/x)"を参照'],
  ['links', 'ja', 'See "[AUTOTITLE](/x)".', '「[AUTOTITLE」](/x)を参照', '「[AUTOTITLE](/x)」を参照'],
  ['links', 'ja', '[Bar](/x)', '[[Bar](バー)](/x)', '[Bar (バー)](/x)'],
  ['links', 'ja', '[Bar](/x)', '［バー］（/x）と', '[バー](/x)と'],
  ['links', 'ja', '[Bar](/x)', '[バー] (/x)', '[バー](/x)'],
  ['markers', 'ja', '## A\n\n### B', '##あ\n\n＃＃＃　い', '## あ\n\n### い'],
  ['markers', 'ja', '## A\n\nB', '##\nあ\n\nい', '## あ\n\nい'],
  ['markers', 'ja', '1. A\n1. B', '1.\nあ\n1. い', '1. あ\n1. い'],
  ['markers', 'ja', '1. A\n2. B', '１．あ\n2. い', '1. あ\n2. い'],
  ['markers', 'ja', '- A\n- B', '・あ\n－ い', '- あ\n- い'],
  ['markers', 'ja', '> A', '＞　あ', '> あ'],
  ['markers', 'ja', '> A', '>\nあ', '> あ'],
  ['markers', 'ja', '> [!NOTE]\n> A', '> [!メモ]\n> あ', '> [!NOTE]\n> あ'],
  ['markers', 'ja', '> [!NOTE]\n> A', '> ［！ NOTE］\n> あ', '> [!NOTE]\n> あ'],
  ['markers', 'ja', '| A | B |\n| --- | --- |', '| あ | い |\n｜ーーー｜：—｜', '| あ | い |\n|---|:---|'],
  [
    'line-breaks',
    'ja',
    'A\n{% if true %}\n\n- B\n\n{% endif %}\nC',
    'あ {% if true %} - い {% endif %} う',
    'あ\n\n- い\n\nう',
  ],
  [
    'line-breaks',
    'ja',
    'A{% if true %}\n## B\n{% endif %}',
    'あ{% if true %} ## い\n{% endif %}',
    'あ\n## い\n',
  ],
];

describe('damage of a translation is made good:', () => {
  test.each(CASES)('%s in %s: %s', (kind, language, original, translated, text) => {
    const site = translate(original, translated, language);
    const { value, diagnostics } = site.resolve('main', language);
    expect(diagnostics).toEqual([]);
    expect(value.map(({ fields }) => fields.body?.text)).toEqual([text]);
    expect(value[0]?.fallbacks).toEqual([]);
    expect(site.repairs()).toHaveProperty(kind);
  });
});

describe('what is no damage stays as it is:', () => {
  test.each([
    ['braces and percent signs in code', 'A', '`{ % d % }` `printf("{%d}")` `{a}%`'],
    ['what the original holds too', '`{{% if x %}}` { % note % }', 'あ `{{% if x %}}` { % note % }'],
    ['raw text', '{% raw %}a{% endraw %}', '{% raw %}{ % data variables.product.name % }{% endraw %}'],
    ['markers that the original does not have', 'A', '##あ\n\n1．い'],
    ['markers in code', '## A\n\n- b', '## あ\n\n```\n##い\n```\n\n- う'],
    ['an inner link', '[a](/x)', '[[あ](/y)](/x)'],
    ['a bracket before text in parentheses', '[a](/x)', '[あ] (い)'],
    [
      'words of a screen in brackets before text in parentheses',
      'Press [Save] (or wait).',
      '[保存] (任意) を押す',
    ],
    ['words right behind a tag', `A ${NAME}\nB\n\n${NAME}\n\nC`, `${NAME}で始めます。\n\n${NAME}の次`],
    [
      'a blank behind a tag that has one in the original too',
      `Use ${NAME} now.\n\n${NAME}\n\n- A`,
      `${NAME} を使います。\n\n${NAME} - あ`,
    ],
    [
      'a blank behind a tag in a list item that goes on',
      `1. Sign in to\n   ${NAME}\n   and wait.\n2. A\n3. B`,
      `1. ${NAME} にサインインします\n2. あ\n3. い`,
    ],
    [
      'a break that would take the text further from the original',
      `{% data reusables.steps.open %}\n\n## A`,
      '{% data reusables.steps.open %} 詳しくは下に。\n\n## あ',
    ],
    ['a tag in code', `{% raw %}\n\nA\n\n{% endraw %}`, '```\na: {% raw %} b\n{% endraw %}\n```'],
    ['a marker that makes no block of the original', '1. A\n2. B\n', '1. あ\n2. い\n\n1.う'],
    ['typographic quotes in straight ones', 'A', '{{ "“あ”　ＡＢ" }}'],
  ])('%s', (_, original, translated) => {
    const site = translate(original, translated);
    site.resolve('main', 'ja');
    expect(site.repairs()).toEqual({});
  });

  test('the source language', () => {
    const site = createSite({ articles: { main: '{ % data variables.product.name % }\n\n##A' }, data: DATA });
    expect(site.body()).toBe('{ % data variables.product.name % }\n\n##A');
    expect(site.repairs()).toEqual({});
  });

  test('a text that is the same in both languages, whatever it holds', () => {
    const piece = fc.constantFrom(
      '{ % x % }',
      '{{% data x %}}',
      '{% datos a %}',
      '{% variables.a.b %}',
      '{% %}',
      '{% endif %}',
      '{% if true %}',
      '["AUTOTITLE](/x)"',
      '[[a](b)](/x)',
      '##a',
      '\n',
      '- ',
      '1.\n',
      '> ',
      '｜ー｜',
      'あ ',
      '\\{% x %}',
      '% data a %}',
      '-あ',
      '1.あ',
      '< br >',
      '＊＊a＊＊',
      '[自動タイトル](/x)',
      '| a | | - | | b |\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('ja', 'es'), (pieces, language) => {
        const text = pieces.join('');
        const site = translate(text, text, language);
        site.resolve('main', language);
        expect(site.repairs()).toEqual({});
      }),
      { numRuns: 200 },
    );
  });

  test('sound text around another original', () => {
    const original = `## A\n\n- B ${NAME}\n\n{% if true %}\nC\n{% endif %}\n\n> [!NOTE]\n> D\n\n[E](/x)`;
    const piece = fc.constantFrom(
      '## あ\n\n',
      '- い\n',
      `${NAME} `,
      '{% if true %}\nう\n{% endif %}\n',
      '[え](/x)。\n',
      '> お\n\n',
      'か（き）\n',
      '1.5倍、-1度、50% で1 < 2 > 0。\n',
      '[自動車](/x) [タイトル](/y)\n',
      '| く | |\n|---|---|\n| け | |\n',
      '{% raw %}{{ a }} { % b % }{% endraw %}\n',
      '{%- unless false -%} こ {%- endunless -%} さ\n',
      '{% note %}\n\n**し**です。\n\n{% endnote %}\n\n',
      '{% octicon "gear" aria-label="す" %}\n',
      '\n\n```shell\n-せ\n##そ\n1.た\n```\n\n',
      '「[AUTOTITLE](/x)」を参照。\n',
      '`[ち](/ x)` と `##つ`、C# や #12、**て**（と）\n',
      '1. な\n\n   - に\n\n',
      '手順1.を参照・または2.へ。v1.2.3\n',
      '<br>ぬ<td>ね</td> a < b\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const site = translate(original, pieces.join(''));
        site.resolve('main', 'ja');
        expect(site.repairs()).toEqual({});
      }),
      { numRuns: 200 },
    );
  });
});

describe('a closing tag too many', () => {
  test('is left, and the field falls back, where what it closes may be lost', () => {
    const site = translate('{% ifversion fpt %}A{% endif %}', 'あ{% endif %}');
    const { value, diagnostics } = site.resolve('main', 'ja', ['ghes-3.2']);
    expect(site.repairs()).toEqual({});
    expect(value[0]?.fallbacks).toEqual([]);
    expect(value[0]?.fields.body?.text).toBe('');
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'resolve/translation-fallback' })]);
  });
});

describe('a table that cannot be repaired', () => {
  const table = '| A | B |\n| --- | --- |\n| C | D |';

  test('falls back, with a warning at the row of delimiters', () => {
    const site = translate(table, 'あ\n\n| い | う | え |\n| --- | --- | --- | --- |\n| お | か | き |');
    const { value, diagnostics } = site.resolve('main', 'ja');
    expect(value[0]?.fallbacks).toEqual(['body']);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/translation-fallback',
        severity: 'warning',
        message:
          'The text is shown in the source language instead: The row of delimiters has 4 cells, the row before it 3, so this is not a table. (resolve/lost-table)',
        place: { file: 'translations/ja/content/main.md', line: 13, column: 1 },
      }),
    ]);
  });

  test.each([
    ['in code', table, '| あ | い |\n| --- | --- |\n| う | え |\n\n```\n| a |\n| --- | --- |\n```'],
    ['in the source language too', '| A |\n| --- | --- |', '| あ | い |\n| --- | --- | --- |'],
    ['where the original has no table', 'A', '| あ |\n| --- | --- |'],
    ['with filters in its head', table, '| {{ "あ" | upcase }} | い |\n| --- | --- |\n| う | え |'],
  ])('is none %s', (_, original, translated) => {
    const site = translate(original, translated);
    const { value, diagnostics } = site.resolve('main', 'ja');
    expect([value[0]?.fallbacks, diagnostics, site.repairs()]).toEqual([[], [], {}]);
  });
});

describe('places in a repaired text', () => {
  test('are those of the file, before, in and after what was repaired', () => {
    const site = translate(
      `A\n${NAME}\n{% data reusables.steps.open %}`,
      'あ\nい {{% data variables.product.name %}} う\n {% nonono %}',
    );
    const { diagnostics } = site.resolve('main', 'ja');
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/translation-fallback',
        place: { file: 'translations/ja/content/main.md', line: 12, column: 2 },
      }),
    ]);
    const sound = translate(NAME, 'い {{% data variables.product.name %}} う\nえ');
    const body = sound.resolve('main', 'ja').value[0]?.fields.body;
    if (body === undefined) throw new Error('no body');
    expect(body.text).toBe('い Lantern う\nえ');
    const place = (text: string) => locate(body, body.text.indexOf(text));
    const file = 'translations/ja/content/main.md';
    expect(place('い')).toEqual({ place: { file, line: 10, column: 1 }, via: [] });
    expect(place('Lantern')).toEqual({
      place: { file: 'data/variables/product/name.md', line: 1, column: 1 },
      via: [{ file, line: 10, column: 3 }],
    });
    expect(place('う')).toEqual({ place: { file, line: 10, column: 39 }, via: [] });
    expect(place('え')).toEqual({ place: { file, line: 11, column: 1 }, via: [] });
  });

  test('are right in a repaired reusable that is indented', () => {
    const site = createSite({
      articles: { main: '- A\n\n  {% data reusables.a %}' },
      translations: { main: '- あ\n\n  {% data reusables.a %}' },
      data: { 'reusables.a': '## B\n\nC', ...DATA },
      translatedData: { 'reusables.a': '##い\n\nう {% datos x %}' },
    });
    const { value, diagnostics } = site.resolve('main', 'ja', ['fpt']);
    expect(site.repairs()).toEqual({ markers: 1 });
    expect(value[0]?.fallbacks).toEqual(['body']);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        place: { file: 'translations/ja/data/reusables/a.md', line: 3, column: 3 },
        via: [{ file: 'translations/ja/content/main.md', line: 12, column: 3 }],
      }),
    ]);
  });
});

describe('repairs', () => {
  test('are counted once for each text, in all fields, variables and reusables, however often it is used', () => {
    const site = createSite({
      articles: {
        main: { title: NAME, intro: NAME, body: `${NAME} {% data reusables.steps.open %}` },
        other: NAME,
      },
      translations: {
        main: {
          title: '{% variables.product.name %}',
          intro: 'い',
          body: `${NAME} {% data reusables.steps.open %}`,
        },
        other: NAME,
      },
      data: { ...DATA, 'reusables.steps.open': NAME },
      translatedData: { 'reusables.steps.open': '{ % data variables.product.name % }' },
    });
    expect(site.texts('main', 'ja').fpt).toBe('Lantern Lantern');
    expect(site.texts('main', 'ja', 'title').fpt).toBe('Lantern');
    site.resolve('other', 'ja');
    expect(site.repairs()).toEqual({ delimiters: 1, 'missing-data': 1 });
  });
});
