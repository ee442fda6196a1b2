import { describe, expect, test } from 'vitest';
import { render, show } from './fill.ts';
import { findDifferences } from './parsers.ts';

const fence = (info: string) => `\`\`\`${info}\na\n\`\`\``;

describe('the word above a fence', () => {
  test.each([
    ['js', 'hljs language-js'],
    ['C++', 'hljs language-c++'],
    ['f#', 'hljs language-f#'],
    ['yaml{:copy}', 'hljs language-yaml'],
    ['日本語', 'hljs language-日本語'],
  ])('%s is a class of the code', async (info, classes) => {
    expect(show(await render(fence(info)))).toContain(`<code class="${classes}">`);
  });

  test.each(['js&#x20;sr-only b', 'js&#9;sr-only', 'js&#10;sr-only', '&#32;js sr-only', 'js&#x2003;sr-only'])(
    '%s puts no class of its own on the page, for a reference to a blank parts words as well',
    async (info) => {
      expect(show(await render(fence(info)))).toMatch(/<code class="hljs language-js">/);
    },
  );

  test.each(['{.js}', 'a"b>c', '=x', '&#1;js', '&lt;b&gt;'])('%s is no class', async (info) => {
    expect(show(await render(fence(info)))).toBe('<pre><code>a\n</code></pre>');
  });

  test('asks for what stands behind a blank, however that is written', async () => {
    expect(show(await render(fence('js&#x20;copy')))).toContain('class="js-copy"');
  });

  test('means the same to both parsers', async () => {
    const infos = ['js&#x20;a b', 'js&#9;a', '&#32;js', '{.js}', '&nbsp;', 'a\\ b', 'js&Tab;copy', '&#0;a'];
    expect(await findDifferences(infos.map(fence))).toEqual([]);
  });
});
