import { describe, expect, test } from 'vitest';
import { render, show } from './fill.ts';

function fence(info: string, ...lines: readonly string[]): string {
  return ['Before.', '', `\`\`\`${info}`, ...lines, '```'].join('\n');
}

describe('annotated code', () => {
  test('says its code and notes once in the plain text', async () => {
    const { text } = await render(fence('yaml annotate', '# The *bed*.', 'bed: north'));
    expect(text).toBe('Before. bed: north The bed.');
  });

  test('gives links in notes the offset they have in the article', async () => {
    const markdown = fence('yaml annotate', '# One', '#   two [beds](/beds)', 'bed: 1', '# [x](/x)', 'y: 1');
    const { slots } = await render(markdown);
    expect(slots).toEqual([
      { kind: 'link', url: '/beds', offset: markdown.indexOf('[beds') },
      { kind: 'link', url: '/x', offset: markdown.indexOf('[x]') },
    ]);
  });

  test('has its notes cleaned like any other text', async () => {
    const rendering = await render(fence('js annotate', '// <b onclick="x()">a</b>', 'b();'));
    expect(show(rendering)).toContain('<div class="annotate-note"><p><b>a</b></p></div>');
    expect(rendering.problems.map(({ code }) => code)).toEqual(['markdown/unsafe-html']);
  });

  test.each([
    [
      'yaml yml ruby rb python py bash sh shell console dockerfile graphql powershell pwsh perl toml terraform',
      '# A',
      '',
    ],
    [
      'javascript js typescript ts jsx java go c cpp csharp rust swift kotlin php groovy scss jsonc',
      '// A',
      '',
    ],
    ['html xml erb markdown md', '<!-- A', ' -->'],
    ['sql lua', '-- A', ''],
    ['mermaid', '%% A', ''],
  ])('knows the comments of %s', async (languages, opening, end) => {
    for (const language of languages.split(' ')) {
      const rendering = await render(fence(`${language} annotate`, opening + end, 'b'));
      expect(rendering.problems, language).toEqual([]);
      expect(show(rendering)).toContain('<div class="annotate-note"><p>A</p></div>');
    }
  });

  test.each(['json', 'css', 'http', 'text', 'diff', 'copilot', 'nolanguage'])(
    'cannot be in %s, which has no comments of one line',
    async (language) => {
      const { problems } = await render(fence(`${language} annotate`, '# A', 'b'));
      expect(problems.map(({ message }) => message)).toEqual([
        `Code in the language '${language}' cannot be annotated, because its comment syntax is unknown.`,
      ]);
    },
  );

  test.each(['{:annotate}', 'annotate', ' annotate copy'])('%j names no language', async (info) => {
    const { problems } = await render(fence(info, '# a', 'b'));
    expect(problems).toEqual([
      {
        code: 'markdown/annotate',
        severity: 'error',
        message: 'This annotated code names no language.',
        hint: 'Write the language after the opening of the code block, as in `yaml annotate`.',
        offset: 9,
      },
    ]);
  });

  test.each([
    [
      fence('json annotate', '{}'),
      "Code in the language 'json' cannot be annotated, because its comment syntax is unknown.",
      'Use a language with single-line comments, or remove `annotate`.',
    ],
    [
      fence('sh annotate', '#!/bin/sh', '# a', 'b'),
      'This annotated code does not begin with a comment.',
      'Begin with a comment line (`#`): it is the first note.',
    ],
    [
      fence('js annotate', '// a', 'b', '// c'),
      "The note 'c' has no code after it.",
      'Put the code that the note describes below it, or remove the note.',
    ],
    [
      fence('js annotate', '# a', 'b'),
      'This annotated code does not begin with a comment.',
      'Begin with a comment line (`//`): it is the first note.',
    ],
    [
      fence('yaml annotate'),
      'This annotated code does not begin with a comment.',
      'Begin with a comment line (`#`): it is the first note.',
    ],
  ])('%j stays code, with a problem', async (markdown, message, hint) => {
    const rendering = await render(markdown);
    expect(show(rendering)).not.toContain('class="annotate');
    const offset = markdown.indexOf('```');
    expect(rendering.problems).toEqual([
      { code: 'markdown/annotate', severity: 'error', message, hint, offset },
    ]);
  });
});
