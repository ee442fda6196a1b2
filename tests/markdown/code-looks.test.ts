import { describe, expect, it } from 'vitest';
import { render, show } from './fill.ts';
import { findDifferences } from './parsers.ts';

const fence = (info: string) => `\`\`\`${info}\na\nb\nc\n\`\`\``;

/** What is said of the words behind a fence: the words, the message, the hint. */
async function judge(markdown: string): Promise<readonly string[]> {
  const { problems } = await render(markdown);
  return problems.map(
    ({ code, message, hint, offset, end }) =>
      `${code.replace('markdown/', '')} ${markdown.slice(offset, end)}: ${message} ${hint}`,
  );
}

describe('words behind a fence', () => {
  it('may be the only ones', async () => {
    expect(show(await render(fence('{2}')))).toBe(
      '<pre><code>a\n<span class="code-line line-mark">b\n</span>c\n</code></pre>',
    );
    expect(show(await render(fence('title=日本語.txt')))).toContain(
      '<span class="code-title">日本語.txt</span>',
    );
  });

  it('set off a line once, the last way that is named', async () => {
    expect(show(await render(fence('js {1-3} ins={2}')))).toContain(
      '<span class="code-line line-ins">b\n</span>',
    );
  });

  it('are told where they name no lines, or lines that the code lacks', async () => {
    expect(await judge(fence('js {2-1}'))).toEqual([
      "fence-word {2-1}: '{2-1}' behind the fence names no lines. Write numbers and ranges, counted from 1: {3,5-7}.",
    ]);
    expect(await judge(fence('js ins={1,4}'))).toEqual([
      "fence-word ins={1,4}: 'ins={1,4}' behind the fence names line 4, and the code has 3. Lines are counted from 1, below the fence.",
    ]);
    expect(await judge(`> - ${fence('js {0}').replaceAll('\n', '\n>   ')}`)).toHaveLength(1);
    expect(await judge('```js {1}\n```')).toHaveLength(1);
  });

  it('are told where they are those of other tools, or nearly ours', async () => {
    const infos = [
      'js filename="a.js"',
      'js showLineNumbers',
      'js titel="A"',
      'js title',
      'js numbers=x',
      'js wrap=1',
    ];
    const told = await Promise.all(infos.map((info) => judge(fence(info))));
    expect(told.flat().map((line) => line.replace(/^fence-word (.*?): .* no meaning\. /, '$1 → '))).toEqual([
      'filename="a.js" → Write title="…".',
      'showLineNumbers → Write numbers.',
      `titel="A" → Did you mean 'title'? Write title="NAME".`,
      'title → Write title="NAME".',
      'numbers=x → Write numbers, or numbers=10 for a first line 10.',
      'wrap=1 → Write wrap alone.',
    ]);
  });

  it('are not told where they mean something else', async () => {
    const infos = [
      'js id=a',
      'js {.line}',
      'js some words here',
      'yaml {:copy}',
      'js key=value',
      'js highlight',
      'js',
    ];
    const told = await Promise.all(infos.map((info) => judge(fence(info))));
    expect(told.flat()).toEqual([]);
  });

  it('are told once of code with notes', async () => {
    expect(await judge('```js annotate {9}\n// A.\na\n```')).toHaveLength(1);
  });

  it('mean the same to both parsers', async () => {
    const infos = [
      'js title="a&quot;b"',
      "js title='a b' {1}",
      'js{1,2}',
      'js {1, 2} ins={3}',
      'js title="a\\"b"',
      'js title="a',
    ];
    expect(await findDifferences(infos.map(fence))).toEqual([]);
  });
});
