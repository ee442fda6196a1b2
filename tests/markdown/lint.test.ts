import { describe, expect, it } from 'vitest';
import { renderMarkdownHere } from '../../src/markdown/index.ts';

/** Codes of what is said, with the text that each is said of. */
async function lint(markdown: string, math = false): Promise<readonly string[]> {
  const [rendering] = await renderMarkdownHere([markdown], { html: 'clean', purpose: 'check', math });
  return (rendering?.problems ?? []).map(
    ({ code, offset, end }) =>
      `${code.replace('markdown/', '')} ${markdown.slice(offset, end).split('\n')[0]}`,
  );
}

it('says nothing of it where pages are made', async () => {
  const [rendering] = await renderMarkdownHere(['[here](/x)\n\n## a\n\n#### b'], { html: 'clean' });
  expect(rendering?.problems).toEqual([]);
});

describe('headings', () => {
  it('are told that leave a level out, whatever level the text begins with', async () => {
    expect(await lint('### a\n\n#### b\n\n## c\n\n#### d')).toEqual(['heading-jump #### d']);
    expect(await lint('<h2>a</h2>\n\n### b\n\nc\n-\n\n### d\n\n##### e')).toEqual(['heading-jump ##### e']);
  });
});

describe('pictures', () => {
  it('are told that have no text, but for decorations', async () => {
    expect(await lint('![](/a.png) ![ ](/b.png) ![c](/c.png)')).toEqual([
      'no-image-text ![](/a.png)',
      'no-image-text ![ ](/b.png)',
    ]);
    expect(
      await lint('<p><img src="/a.png"></p>\n\n<img alt="" src="/a.png">\n\nb <img title="x" src="/b.png">'),
    ).toEqual(['no-image-text <img src="/a.png">', 'no-image-text <img title="x" src="/b.png">']);
    expect(await lint('<!-- <img src="/a.png"> -->\n\n`<img src="/a.png">`')).toEqual([]);
  });
});

describe('frames', () => {
  it('are told that have no title', async () => {
    expect(
      await lint(
        '<iframe src="https://v.example/a"></iframe>\n\n<p><iframe title="お茶" src="https://v.example/b"></iframe><iframe src="https://v.example/c" title=" "></iframe></p>\n\n`<iframe>`',
      ),
    ).toEqual([
      'no-frame-title <iframe src="https://v.example/a">',
      'no-frame-title <iframe src="https://v.example/c" title=" ">',
    ]);
  });
});

describe('links', () => {
  it('are told whose words say nothing, in several languages', async () => {
    expect(await lint('[here](/a) [Click here.](/b) 詳細は[こちら](/c)。 [**this link**](/d)')).toEqual([
      'vague-link [here](/a)',
      'vague-link [Click here.](/b)',
      'vague-link [こちら](/c)',
      'vague-link [**this link**](/d)',
    ]);
  });

  it('are left alone whose words, code or picture name the target', async () => {
    expect(await lint('[here to stay](/a) [`this`](/b) [![here](/c.png)](/d) [AUTOTITLE](/e)')).toEqual([]);
  });
});

describe('rows', () => {
  const table = '| a | b |\n| --- | --- |\n| 1 | 2 |\n';

  it('are told that a blank line parts from their table', async () => {
    expect(await lint(`${table}\n| 3 | 4 |\n| 5 | 6 |\n`)).toEqual(['loose-row | 3 | 4 |']);
    expect(await lint(`- x\n\n  | 3 | 4 |\n  | 5 | 6 |`)).toEqual(['loose-row | 3 | 4 |']);
  });

  it('are left alone in tables, in code, and where words stand beside them', async () => {
    expect(await lint(`${table}\ntext | 3 |\n\n    | 3 | 4 |\n\n|x|\ny\n`)).toEqual([]);
  });
});

describe('fences', () => {
  it('are told that stand in a block of code', async () => {
    expect(await lint('```shell\na\n\n```shell\nb\n```\n')).toEqual(['fence-in-code ```shell']);
    expect(await lint('- a\n\n  ~~~\n  b\n      ~~~\n  c\n  ~~~\n')).toEqual(['fence-in-code ~~~']);
  });

  it('are left alone inside of longer ones, of other marks, and behind words', async () => {
    expect(await lint('````md\n```shell\na\n```\n````\n\n~~~\n```\n~~~\n\n```\na ```b\n```\n')).toEqual([]);
  });
});

describe('steps', () => {
  it('are told that begin again behind what was meant for a step', async () => {
    expect(await lint('1. a\n1. b\n\n```\nx\n```\n\n1. c\n')).toEqual(['list-restart 1. c']);
    expect(await lint('1. a\n\n![x](/x.png)\n\n1. b\n')).toEqual(['list-restart 1. b']);
  });

  it('are left alone where the author counts, or a sentence begins another list', async () => {
    expect(await lint('1. a\n2. b\n\n```\nx\n```\n\n1. c\n2. d\n')).toEqual([]);
    expect(await lint('1. a\n\n```\nx\n```\n\nThen:\n\n1. c\n')).toEqual([]);
    expect(await lint('1. a\n\n   ```\n   x\n   ```\n\n1. c\n')).toEqual([]);
  });
});

describe('a numbered list', () => {
  it('is told where the mark behind its numbers changes', async () => {
    expect(await lint('1. a\n2. b\n3) c\n')).toEqual(['list-marks 3) c']);
    expect(await lint('- x\n\n  1) a\n  2. b\n')).toEqual(['list-marks 2. b']);
    expect(await lint('1. 芯\n\n1) 油\n')).toEqual(['list-marks 1) 油']);
  });

  it('is left alone where something stands between two, or all marks are one', async () => {
    expect(await lint('1. a\n\nThen:\n\n1) b\n')).toEqual([]);
    expect(await lint('1) a\n2) b\n')).toEqual([]);
    expect(await lint('1. a\n\n- b\n\n1) c\n')).toEqual([]);
  });
});

describe('indented text', () => {
  it('is told where it plainly is no code', async () => {
    expect(await lint('Then:\n\n    1. Go to the settings.\n')).toEqual([
      expect.stringContaining('indented-text'),
    ]);
    expect(await lint('Then:\n\n    See [the settings](/settings).\n')).toHaveLength(1);
  });

  it('is left alone where it may be code', async () => {
    expect(await lint('Then:\n\n    - name: x\n\nand\n\n    npm install\n\nand\n\n    1.5\n')).toEqual([]);
  });
});

describe('lines of a paragraph', () => {
  it('are told that look like steps, items or headings', async () => {
    expect(await lint('Before:\n2. Open.\n3. Close.')).toEqual(['loose-mark 2. Open.']);
    expect(await lint('- x\n\n  最初に\n  2. 開く。\n  3. 閉じる。')).toEqual(['loose-mark 2. 開く。']);
    expect(await lint('-One\n-Two')).toEqual(['loose-mark -One']);
    expect(await lint('1.Open\n2.Close')).toEqual(['loose-mark 1.Open']);
    expect(await lint('Text\n\n##Head\n\n##見出し')).toEqual(['loose-mark ##Head', 'loose-mark ##見出し']);
  });

  it('are left alone where they may be text', async () => {
    expect(await lint('It came with version\n3. It went with\nversion 4.')).toEqual([]);
    expect(await lint('Use\n-1 or\n#1 or #tag\n\n`##x`\n\n```\n##x\n-a\n-b\n```')).toEqual([]);
    expect(await lint('Before:\n1. Open.\n2. Close.')).toEqual([]);
  });
});

describe('dashes', () => {
  it('are told that make a heading of a sentence', async () => {
    expect(await lint('This is a sentence.\n---\n\nTwo\nlines\n---\n\n終わりです。\n---')).toEqual([
      'dash-heading This is a sentence.',
      'dash-heading Two',
      'dash-heading 終わりです。',
    ]);
    expect(await lint('Head\n---\n\nText.\n\n---')).toEqual([]);
  });
});

describe('what other tools know', () => {
  it('is told', async () => {
    const text =
      ':::note\nTake care.\n:::\n\n> ::: {.warning}\n> Hot.\n\n# Again\n\nAn ==important== word, $x^2$ and $$\\frac{a}{b}$$.';
    expect(await lint(text)).toEqual([
      'foreign-syntax :::note',
      'foreign-syntax ::: {.warning}',
      'foreign-syntax # Again',
      'foreign-syntax ==important==',
      'foreign-syntax $x^2$',
    ]);
  });

  it('is told of blocks of MkDocs, MDX and TeX, and of ids behind headings', async () => {
    const text =
      'import Tabs from \'@theme/Tabs\';\n\n!!! tip "Hot"\n    Take care.\n\n??? note\n\n## Tips {#tips}\n\n- ### More {: #more } ##\n\n$$\nE = mc^2\n$$';
    expect(await lint(text)).toEqual([
      "foreign-syntax import Tabs from '@theme/Tabs';",
      'foreign-syntax !!! tip "Hot"',
      'foreign-syntax ??? note',
      'foreign-syntax {#tips}',
      'foreign-syntax {: #more }',
      'foreign-syntax $$',
    ]);
    expect(await lint('$$\nE = mc^2\n$$', true)).toEqual([]);
  });

  it('is told of tabs, contents, definitions, attributes and links of wikis', async () => {
    const text =
      '=== "Linux"\n\n    run\n\n[TOC]\n\n* TOC\n{:toc}\n\nMast\n: A pole.\n\n> Sail\n> :   A cloth.\n\nWords.\n{: .lead }\n\n## Tips {: .no_toc}\n\nSee [[Mast]] and [[Sail|sails]].';
    expect(await lint(text)).toEqual([
      'foreign-syntax === "Linux"',
      'foreign-syntax [TOC]',
      'foreign-syntax {:toc}',
      'foreign-syntax : A pole.',
      'foreign-syntax :   A cloth.',
      'foreign-syntax {: .lead }',
      'foreign-syntax {: .no_toc}',
      'foreign-syntax [[Mast]]',
    ]);
  });

  it('is not told of code, of raw HTML, of prices, and of shells', async () => {
    const text =
      '`==a==` and `$x^2$`\n\n```\n:::note\n# A\n```\n\n<p>==a==</p>\n\n<b>==a==</b> $x^2$\n\nFrom $5 to $10, $HOME and $PATH_1, a == b == c, \\==a==.\n\n## A `{#a}`\n\nimport tea from "China" and sell\n\nWhat??? no\n\n!!!\n\n`import a from "b"`\n\n`[[a]]`, \\[[a]], ![[a]](/a.png), [[a]](/a), [a](/a)[[1]](/b)\n\n`{: .a }`\n\nHash {:a => b} and :smile: tea: good\n\nThe [toc] of a book\n\n[TOC]\n\n[toc]: /contents';
    expect(await lint(text)).toEqual([]);
  });
});

describe('HTML', () => {
  it('is told that is never closed', async () => {
    expect(await lint('a\n\n<!-- note\n\nb')).toEqual(['unclosed-comment <!--']);
    expect(await lint('<details>\n<summary>x</summary>\n\nb\n\n<div class="a">\n\nc\n\n</div>')).toEqual([
      'unclosed-element <details>',
    ]);
  });

  it('is left alone that is closed, code, or closes itself', async () => {
    expect(
      await lint('<!-- a\n\nb --> <!-->\n\n<DIV>\n\n<div>x</div>\n\n</div>\n\n`<div>` <!-- <div> -->'),
    ).toEqual([]);
    expect(await lint('<br>\n\n<p>a\n\n```html\n<div>\n<!--\n```')).toEqual([]);
  });
});

describe('code in an item', () => {
  it('is told that only the end of the item closes', async () => {
    expect(await lint('1. a\n\n   ```sh\n   run\n\n1. b')).toEqual(['fence-in-code ```sh']);
    expect(await lint('1. a\n\n   ```sh\n   run\n   ```\n\n1. b')).toEqual([]);
  });
});

describe('rows without bars at their ends', () => {
  it('are told that have more cells than the head', async () => {
    expect(await lint('a | b\n--|--\n1 | 2\n1 | 2 | 3')).toEqual(['lost-cells 3']);
  });
});
