import { describe, expect, test } from 'vitest';
import { createSite } from './create-site.ts';

const ALL = ['fpt', 'ghes-3.10', 'ghes-3.2', 'ghes-3.1', 'ghae', 'ghae-next'];

describe('a translation', () => {
  test('gives its own words, with data in its language where there is some', () => {
    const site = createSite({
      articles: { main: { title: 'T', intro: 'I', body: 'English' } },
      translations: {
        main: {
          title: '題',
          intro: '序',
          body: '{% data variables.a %} {% data variables.b %} {{ currentLanguage }}',
        },
      },
      data: { 'variables.a': 'a', 'variables.b': 'b' },
      translatedData: { 'variables.a': 'あ' },
    });
    const { value, diagnostics } = site.resolve('main', 'ja');
    expect(diagnostics).toEqual([]);
    expect(value).toHaveLength(1);
    expect(value[0]).toMatchObject({
      language: 'ja',
      fallbacks: [],
      broken: false,
      fields: { title: { text: '題', language: 'ja' }, body: { text: 'あ b ja', language: 'ja' } },
    });
  });

  test('takes absent fields from the source language, silently', () => {
    const site = createSite({
      articles: { main: { title: 'T', shortTitle: 'S', intro: 'I', body: 'B' } },
      translations: { main: { title: '題', body: '本文' } },
    });
    const { value, diagnostics } = site.resolve('main', 'ja');
    expect(diagnostics).toEqual([]);
    expect(value[0]?.fallbacks).toEqual(['shortTitle', 'intro']);
    expect(value[0]?.fields.intro).toMatchObject({ text: 'I', language: 'en' });
    expect(value[0]?.fields.body).toMatchObject({ text: '本文', language: 'ja' });
  });

  test.each([
    ['empty', ''],
    ['blank', ' \n'],
    ['without words in any version', '{% if false %}A{% endif %}'],
  ])('does not fall back to what is %s', (_, nothing) => {
    const site = createSite({
      articles: { main: { title: 'T', product: nothing, body: nothing } },
      translations: { main: { title: '題' } },
    });
    const { value, diagnostics } = site.resolve('main', 'ja');
    expect(diagnostics).toEqual([]);
    expect(value.map(({ fallbacks }) => fallbacks)).toEqual([[]]);
  });

  test('may have a field that the source language lacks', () => {
    const site = createSite({
      articles: { main: { title: 'T', body: '' } },
      translations: { main: { title: '題', intro: '序' } },
    });
    const [resolution] = site.resolve('main', 'ja').value;
    expect(resolution?.fallbacks).toEqual([]);
    expect(resolution?.fields.intro).toMatchObject({ text: '序', language: 'ja' });
    expect(Object.keys(resolution?.fields ?? {})).toEqual(['title', 'intro', 'body']);
  });

  test('that does not exist is the source language throughout, silently', () => {
    const site = createSite({
      articles: { main: '{% data variables.a %} {{ currentLanguage }}' },
      data: { 'variables.a': 'a' },
      translatedData: { 'variables.a': 'あ' },
    });
    const { value, diagnostics } = site.resolve('main', 'ja');
    expect(diagnostics).toEqual([]);
    expect(value[0]?.fallbacks).toEqual(['title', 'body']);
    expect(value[0]?.fields.body).toMatchObject({ text: 'a en', language: 'en' });
  });

  test('that fails falls back in this field alone, with a warning for each error', () => {
    const site = createSite({
      articles: { main: { title: 'T', intro: 'I', body: 'B' } },
      translations: {
        main: {
          title: '題',
          intro: '序',
          body: 'x {% datos y %}\n{% data variables.none %}{{ 1 | nofilter }}',
        },
      },
    });
    const { value, diagnostics } = site.resolve('main', 'ja');
    expect(value[0]).toMatchObject({ fallbacks: ['body'], broken: false });
    expect(value[0]?.fields.intro?.text).toBe('序');
    expect(value[0]?.fields.body).toMatchObject({ text: 'B', language: 'en' });
    expect(diagnostics).toEqual([
      {
        code: 'resolve/translation-fallback',
        severity: 'warning',
        message:
          "The text is shown in the source language instead: There is no tag 'datos'. (resolve/unknown-tag)",
        hint: "Did you mean 'data'?",
        place: { file: 'translations/ja/content/main.md', line: 10, column: 3 },
        via: [],
        versions: ALL,
        languages: ['ja'],
      },
      expect.objectContaining({
        code: 'resolve/translation-fallback',
        place: { file: 'translations/ja/content/main.md', line: 11, column: 1 },
      }),
    ]);
  });

  test('falls back only in the versions in which it fails', () => {
    const site = createSite({
      articles: { main: 'B' },
      translations: { main: '本文{% ifversion ghes %}{% data reusables.a %}{% endif %}' },
      data: { 'reusables.a': 'a' },
      translatedData: { 'reusables.a': '{% note %}' },
    });
    expect(site.texts('main', 'ja')).toMatchObject({ fpt: '本文', 'ghes-3.2': 'B', ghae: '本文' });
    expect(site.resolve('main', 'ja').diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/translation-fallback',
        place: { file: 'translations/ja/data/reusables/a.md', line: 1, column: 1 },
        via: [{ file: 'translations/ja/content/main.md', line: 10, column: 23 }],
        versions: ['ghes-3.10', 'ghes-3.2', 'ghes-3.1'],
      }),
    ]);
  });

  test('falls back where its title comes out empty', () => {
    const site = createSite({
      articles: { main: 'B' },
      translations: { main: { title: '{{ "" }}', body: '本文' } },
    });
    const { value, diagnostics } = site.resolve('main', 'ja');
    expect(value[0]?.fields.title?.text).toBe('Title');
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/translation-fallback',
        message:
          'The text is shown in the source language instead: The title is empty once Liquid is resolved. (resolve/empty-title)',
        place: { file: 'translations/ja/content/main.md', line: 2, column: 8 },
      }),
    ]);
  });

  test('does not fall back for mistakes in what the source language lends it', () => {
    const site = createSite({
      articles: { main: 'B' },
      translations: { main: '本文{% data reusables.a %}' },
      data: { 'reusables.a': '{% data variables.none %}' },
    });
    const { value, diagnostics } = site.resolve('main', 'ja');
    expect(value[0]?.fallbacks).toEqual([]);
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'resolve/unknown-reference', severity: 'error', languages: ['ja'] }),
    ]);
  });

  test.each([
    ['an else with a condition', '{% ifversion fpt %}A{% else ifversion ghes %}B{% endif %}'],
    ['an else twice', '{% ifversion fpt %}A{% else %}B{% else %}C{% endif %}'],
    ['a template', 'A {% include steps %}'],
    ['a tag that nobody knows', 'A {% wick %}'],
    ['a block that is never closed', '{% note %}\n\nA'],
  ])('keeps its words where the source language has the same fault: %s', (_, text) => {
    const site = createSite({ articles: { main: text }, translations: { main: text.replace('A', 'あ') } });
    const english = site.resolve('main', 'en');
    const japanese = site.resolve('main', 'ja');
    expect(japanese.value.flatMap(({ fallbacks, failures }) => [...fallbacks, ...failures])).toEqual([]);
    expect(site.texts('main', 'ja').fpt).toBe(site.texts('main', 'en').fpt?.replace('A', 'あ'));
    expect(japanese.diagnostics.map(({ code, severity }) => [code, severity])).toEqual(
      english.diagnostics.map(({ code, severity }) => [code, severity]),
    );
    expect(japanese.value.map(({ broken }) => broken)).toEqual(english.value.map(({ broken }) => broken));
  });

  test('gives way where it has another fault than the source language', () => {
    const site = createSite({
      articles: { main: 'A {% wick 1 %}' },
      translations: { main: 'あ {% flame 2 %}' },
    });
    expect(site.resolve('main', 'ja').value.map(({ fallbacks }) => fallbacks)).toEqual([['body']]);
    expect(site.resolve('main', 'ja').diagnostics.map(({ code }) => code)).toEqual([
      'resolve/translation-fallback',
      'resolve/unknown-tag',
    ]);
  });

  test('gives way only in the versions in which the source language is better off', () => {
    const site = createSite({
      articles: { main: 'A{% ifversion ghes %}{% data reusables.wick %}{% endif %}' },
      translations: { main: 'あ{% data reusables.wick %}' },
      data: { 'reusables.wick': '{% include a %}' },
      translatedData: { 'reusables.wick': '{% include a %}' },
    });
    expect(site.texts('main', 'ja')).toMatchObject({ fpt: 'A', 'ghes-3.2': 'あ', ghae: 'A' });
    expect(site.resolve('main', 'ja').diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/translation-fallback',
        versions: ['fpt', 'ghae', 'ghae-next'],
      }),
      expect.objectContaining({
        code: 'resolve/no-templates',
        severity: 'error',
        versions: ['ghes-3.10', 'ghes-3.2', 'ghes-3.1'],
        languages: ['ja'],
      }),
    ]);
  });

  test('of something broken in the source language is broken as well', () => {
    const site = createSite({ articles: { main: '{% endif %}' }, translations: { main: { title: '題' } } });
    expect(site.resolve('main', 'ja').value.map(({ broken }) => broken)).toEqual([true]);
    expect(site.resolve('main', 'ja').diagnostics).toEqual([
      expect.objectContaining({ code: 'resolve/stray-tag', severity: 'error', languages: ['ja'] }),
    ]);
  });
});
