import { describe, expect, it } from 'vitest';
import { alignSequences } from '../../src/visual/align.ts';
import { compareWords } from '../../src/visual/compare-words.ts';

describe('compareWords', () => {
  it('marks the words that went and came', () => {
    expect(compareWords('Press the red button.', 'Press the green button.', 'en')).toEqual([
      { kind: 'same', text: 'Press the ' },
      { kind: 'removed', text: 'red' },
      { kind: 'added', text: 'green' },
      { kind: 'same', text: ' button.' },
    ]);
  });

  it('parts Japanese into words', () => {
    expect(compareWords('赤いボタンを押します。', '緑のボタンを押します。', 'ja').at(-1)).toEqual({
      kind: 'same',
      text: 'ボタンを押します。',
    });
  });

  it('takes a language that it does not know', () => {
    expect(compareWords('a', 'a', 'xx-unknown')).toEqual([{ kind: 'same', text: 'a' }]);
    expect(compareWords('a', 'a', '')).toEqual([{ kind: 'same', text: 'a' }]);
  });
});

describe('alignSequences', () => {
  it('keeps what stayed together around what was put in', () => {
    expect(alignSequences(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])).toEqual([
      { base: 0, head: 0 },
      { head: 1 },
      { base: 1, head: 2 },
      { base: 2, head: 3 },
    ]);
  });

  it('pairs nothing where one side is empty', () => {
    expect(alignSequences([], ['a'])).toEqual([{ head: 0 }]);
    expect(alignSequences(['a'], [])).toEqual([{ base: 0 }]);
  });
});
