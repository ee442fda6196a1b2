import { expect, test } from 'vitest';
import { markWords } from '../../src/queries/report/mark-words.ts';

const mark = (language: string, ...lines: readonly string[]) =>
  markWords(
    lines.map((line) => ({ kind: line.startsWith('+') ? 'added' : 'removed', text: line.slice(1) })),
    language,
  ).map(({ before, words, after }) => (words === '' ? before + after : `${before}[${words}]${after}`));

test('the words that differ are marked, whole words only, also where nothing parts them', () => {
  expect(mark('en', '-Use a soft cloth.', '+Use a software cloth.')).toEqual([
    'Use a [soft] cloth.',
    'Use a [software] cloth.',
  ]);
  expect(mark('ja', '-新しいリポジトリを作成します。', '+新しいパッケージを作成します。')).toEqual([
    '新しい[リポジトリ]を作成します。',
    '新しい[パッケージ]を作成します。',
  ]);
  expect(mark('en', '-Pour slowly now.', '+Pour slowly.')).toEqual(['Pour slowly[ now].', 'Pour slowly.']);
});

test('lines are paired in their order, where as many came as went', () => {
  expect(mark('en', '-one old a', '-two old b', '+one new a', '+two new b')).toEqual([
    'one [old] a',
    'two [old] b',
    'one [new] a',
    'two [new] b',
  ]);
  expect(mark('en', '-one old', '+one new', '+more')).toEqual(['one old', 'one new', 'more']);
});

test('nothing is marked in lines that have next to nothing in common', () => {
  expect(mark('en', '-Entirely other words stand here.', '+Nobody would have guessed it.')).toEqual([
    'Entirely other words stand here.',
    'Nobody would have guessed it.',
  ]);
});
