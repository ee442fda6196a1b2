import { expect, test } from 'vitest';
import { loadSite } from './load-site.ts';

const HOME = { 'content/index.md': '---\ntitle: Home\nversions: "*"\nchildren: [a]\n---\n' };
const ARTICLE = '---\ntitle: A\nversions: "*"\nredirect_from: /old/a\n---\n\nA.\n';
const JAPANESE = '---\ntitle: あ\n---\n\nあ。\n';

function list(files: Readonly<Record<string, string>>) {
  const { diagnostics } = loadSite({ ...HOME, 'content/a.md': ARTICLE, ...files });
  return diagnostics.filter(({ code }) => code === 'load/translation-without-source');
}

test('a translation without a source is named, and where the source is now', () => {
  const found = list({
    'translations/ja/content/a.md': JAPANESE,
    'translations/ja/content/b.md': JAPANESE,
    'translations/ja/content/old/a.md': JAPANESE,
    'translations/ja/data/reusables/lost.md': 'あ',
    'translations/ja/data/features/x.yml': 'versions: {}',
  });
  expect(found).toEqual([
    {
      code: 'load/translation-without-source',
      severity: 'warning',
      message: 'The source language has no article of this name, so this translation is not used.',
      hint: 'Rename it as the source article is named now, or delete it.',
      place: { file: 'translations/ja/content/b.md', line: 1, column: 1 },
      via: [],
      versions: [],
      languages: ['ja'],
    },
    expect.objectContaining({
      hint: 'Move it to translations/ja/content/a.md: the source has moved there.',
      place: { file: 'translations/ja/content/old/a.md', line: 1, column: 1 },
    }),
  ]);
});

test('many files of a folder that is no more are one warning', () => {
  const names = ['a', 'b', 'c', 'd', 'e/f', 'g'].map((name) => `translations/ja/content/gone/${name}.md`);
  expect(list(Object.fromEntries(names.map((name) => [name, JAPANESE])))).toMatchObject([
    {
      message:
        'The source language has no folder of this name, so 6 articles in translations/ja/content/gone/ are not used.',
      place: { file: 'translations/ja/content/gone/a.md' },
    },
  ]);
});
