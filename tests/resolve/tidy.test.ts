import { describe, expect, test } from 'vitest';
import { createSite } from './create-site.ts';

function resolveBody(main: string): string {
  return createSite({ articles: { main } }).body();
}

describe('three newlines', () => {
  test('become two, once, from left to right', () => {
    expect(resolveBody('a\n\n\nb\n\n\n\nc\n\n\n\n\n\nd')).toBe('a\n\nb\n\n\nc\n\n\n\nd');
  });

  test('become two where a branch was left out', () => {
    expect(resolveBody('1. a\n{% if false %}\n1. b\n{% endif %}\n\n1. c')).toBe('1. a\n\n1. c');
  });

  test.each([
    ['a fence', '```\na\n\n\nb\n```'],
    ['a fence of tildes with another fence inside', '~~~~ md\n```\n\n\n~~~\n\n\n~~~~'],
    ['a fence that is not closed', '```\na\n\n\nb'],
    ['a fence in a list', '1. x\n\n   ```shell\n   a\n\n\n   b\n   ```\n1. y'],
    ['a fence right after the list marker', '- ```\n  a\n\n\n  b\n  ```'],
    ['a fence whose lines are under-indented', '1. x\n   ```\na\n\n\nb\n   ```\n'],
    ['a fence in a quote', '> ```\n> a\n>\n>\n> b\n> ```'],
    ['a fence in a list in a quote', '> - ```\n>   a\n>   ```'],
    ['indented code', 'x\n\n    a\n\n\n    b\n\ny'],
    ['indented code in a list', '- x\n\n      a\n\n\n      b'],
    ['a pre element', '<pre>\na\n\n\nb</pre>'],
  ])('stay in %s', (_, text) => {
    expect(resolveBody(text)).toBe(text);
  });

  test('become two before, between and after code', () => {
    expect(resolveBody('a\n\n\n```\nb\n\n\n```\n\n\nc\n\n\n    d\n\n\ne')).toBe(
      'a\n\n```\nb\n\n\n```\n\nc\n\n    d\n\ne',
    );
  });

  test('become two after a quote whose fence is not closed', () => {
    expect(resolveBody('> ```\n> a\n\n\nb')).toBe('> ```\n> a\n\nb');
  });
});

describe('a bracket, a blank and a parenthesis', () => {
  test('are no link', () => {
    expect(resolveBody('[a] (b) and [c](d)')).toBe('[a]&nbsp;(b) and [c](d)');
  });

  test('stay as they are in code and in task lists', () => {
    const text =
      '`[a] (b)` ``[a`] (b)`` <code>[a] (b)</code>\n- [ ] (c)\n- [x] (d)\n\n```\n[a] (b)\n```\n\n    [e] (f)';
    expect(resolveBody(text)).toBe(text);
  });

  test('are found behind backticks that open nothing', () => {
    expect(resolveBody('a ` b [c] (d)\n\n` e')).toBe('a ` b [c]&nbsp;(d)\n\n` e');
    expect(resolveBody('\\`[c] (d)\\`')).toBe('\\`[c]&nbsp;(d)\\`');
  });
});

describe('HTML comments', () => {
  test('vanish with the newline before them', () => {
    expect(resolveBody('1. a\n<!-- b\n\n```\nc -->\n1. d <!-- e --> f')).toBe('1. a\n1. d  f');
  });

  test('stay in code, and where they are not closed', () => {
    const text = '`<!-- a -->`\n\n```html\n<!-- b -->\n```\n\n<!-- c';
    expect(resolveBody(text)).toBe(text);
  });

  test('leave nothing of a text that is only a comment', () => {
    expect(resolveBody('<!-- a -->')).toBe('');
  });
});

describe('blank lines between list items that end in a link element', () => {
  test('vanish', () => {
    expect(
      resolveBody('- <a href="/a">a</a>\n\n{% if false %}\n{% endif %}\n- <a href="/b">b</a>\n\n- c'),
    ).toBe('- <a href="/a">a</a>\n- <a href="/b">b</a>\n\n- c');
  });
});
