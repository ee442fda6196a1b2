import { describe, expect, test } from 'vitest';
import { type Counted, findWords, formatCounted, replaceWords } from '../../site/words.ts';

const LANGUAGES = ['en', 'ja', 'zh-Hans', 'ko', 'de', 'fr', 'es', 'pt-BR', 'ru', 'ar'];
const english = Object.entries(findWords('en')) as [string, Counted][];

const listForms = (word: Counted) => (typeof word === 'string' ? [word] : Object.values(word));
const listMarks = (word: Counted) =>
  [...new Set(listForms(word).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

describe.each(LANGUAGES)('the words in %s', (language) => {
  const words = findWords(language) as unknown as Readonly<Record<string, Counted>>;

  test('are all there, and name what the English ones name', () => {
    expect(Object.keys(words)).toEqual(english.map(([name]) => name));
    for (const [name, word] of english) {
      expect([name, listMarks(words[name] ?? '')]).toEqual([name, listMarks(word)]);
      for (const form of listForms(words[name] ?? '')) expect([name, form.trim()]).not.toEqual([name, '']);
    }
  });

  test('have forms for kinds of numbers that the language tells apart', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const forms = Object.values(words).flatMap((word) => (typeof word === 'string' ? [] : Object.keys(word)));
    expect(forms.filter((form) => !(pluralCategories as string[]).includes(form))).toEqual([]);
  });

  test.skipIf(language === 'en')('are its own', () => {
    const same = english.filter(
      ([name, word]) => words[name] === word && listForms(word).join('').length > 14,
    );
    expect(same).toEqual([]);
  });
});

describe('a language', () => {
  test.each([
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['de-AT', 'de'],
    ['ja-JP', 'ja'],
  ])('%s has the words of %s', (language, other) => {
    expect(findWords(language)).toBe(findWords(other));
  });

  test.each(['zh-TW', 'zh-Hant', 'sv', 'sr-Latn', 'x-'])('%s has English words', (language) => {
    expect(findWords(language)).toBe(findWords('en'));
  });
});

describe('a sentence that counts', () => {
  test('has the form for the number', () => {
    const { searchCount } = findWords('ru');
    expect([1, 3, 5, 21].map((count) => formatCounted(searchCount, count, 'ru'))).toEqual([
      '1 статья',
      '3 статьи',
      '5 статей',
      '21 статья',
    ]);
    expect([0, 1, 2].map((count) => formatCounted(findWords('en').searchCount, count, 'en'))).toEqual([
      '0 articles',
      '1 article',
      '2 articles',
    ]);
  });

  test('may be replaced by one for all numbers, or by forms; other words by texts only', () => {
    const replace = (words: object) => replaceWords(findWords('en'), { words });
    expect(replace({ searchCount: '{count} hits' }).searchCount).toBe('{count} hits');
    const forms = { one: 'a hit', other: '{count} hits' };
    expect(replace({ searchCount: forms }).searchCount).toEqual(forms);
    expect(replace({ menu: forms, searchCount: { one: 'a hit' } })).toEqual(findWords('en'));
  });
});
