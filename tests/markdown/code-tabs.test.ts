import { describe, expect, test } from 'vitest';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { show } from './fill.ts';
import { findDifferences } from './parsers.ts';

const codeLanguages = {
  golang: { name: 'Go', comment: '//' },
  kettle: { name: 'Kettle script', comment: '%%' },
  js: { name: 'Script' },
} as const;

async function render(markdown: string) {
  const [rendering] = await renderMarkdownHere([markdown], { html: 'clean', codeLanguages });
  if (rendering === undefined) throw new Error('nothing was rendered');
  return rendering;
}

function tab(language: string, body: string): string {
  return `<div class="codetab" data-language="${language}">\n\n${body}\n\n</div>\n\n`;
}

function group(...tabs: readonly string[]): string {
  return `<div class="codetabs">\n${tabs.join('')}</div>\n`;
}

function readLabels(html: string): readonly string[] {
  return [...html.matchAll(/<label><input[^>]*>([^<]*)<\/label>/g)].map(([, label = '']) => label);
}

describe('tabs of code', () => {
  test('are named by the languages of the site, then by those that are known', async () => {
    const { problems, ...rendering } = await render(
      group(tab('golang', 'a'), tab('typescript', 'b'), tab('js', 'c'), tab('KETTLE', 'd')),
    );
    expect(readLabels(show({ ...rendering, problems }))).toEqual([
      'Go',
      'TypeScript',
      'Script',
      'Kettle script',
    ]);
    expect(problems).toEqual([]);
  });

  test('tell of a language that nobody knows, at its tab', async () => {
    const markdown = `a\n\n${group(tab('pyhton', 'a'), tab('samovar', 'b'))}`;
    const { problems } = await render(markdown);
    expect(problems).toEqual([
      {
        code: 'markdown/unknown-language',
        severity: 'warning',
        message: "There is no language 'pyhton' that a tab of code could be named after.",
        hint: "Did you mean 'python'?",
        offset: markdown.indexOf('<div class="codetab" data-language="pyhton"'),
      },
      expect.objectContaining({
        hint: 'Give the tab a label: {% codetab samovar "LABEL" %}. Or add the language to data/code-languages.yml.',
      }),
    ]);
  });

  test('have a switch of their own in each group, the first one on, and inside each other', async () => {
    const inner = group(tab('go', 'a'), tab('js', 'b'));
    const html = show(await render(`${group(tab('go', inner))}\n${group(tab('js', 'c'))}`));
    expect([...html.matchAll(/name="([\w-]+)" value="(\w+)"( checked)?/g)].map(([all]) => all)).toEqual([
      'name="codetabs-1" value="Go" checked',
      'name="codetabs-2" value="Go" checked',
      'name="codetabs-2" value="Script"',
      'name="codetabs-3" value="Script" checked',
    ]);
  });

  test('can be searched for by their labels, which part words', async () => {
    const { text } = await render(group(tab('go', 'a'), tab('js', 'b')));
    expect(text).toBe('Go a Script b');
  });

  test('come out of both parsers alike', async () => {
    const step = group(tab('go', '```go\na\n```'), tab('js', '- b\n- c'));
    const inItem = `1. x\n\n   ${step.replaceAll('\n', '\n   ').trimEnd()}\n\n2. y\n`;
    expect(await findDifferences([step, inItem, `> ${step.replaceAll('\n', '\n> ')}`])).toEqual([]);
  });
});

describe('languages of the site', () => {
  test('name blocks of code', async () => {
    const html = show(await render('```golang copy\na\n```\n\n```kettle copy\nb\n```\n'));
    expect([...html.matchAll(/code-language">([^<]*)</g)].map(([, name]) => name)).toEqual([
      'Go',
      'Kettle script',
    ]);
  });

  test('say how a comment begins that becomes a note', async () => {
    const { problems } = await render('```kettle annotate\n%% Boil it.\nboil\n```\n');
    expect(problems).toEqual([]);
    const refused = await render('```js annotate\n// Boil it.\nboil()\n```\n');
    expect(refused.problems).toEqual([expect.objectContaining({ code: 'markdown/annotate' })]);
  });
});
