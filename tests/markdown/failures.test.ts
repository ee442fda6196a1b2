import { describe, expect, test } from 'vitest';
import { renderMarkdownHere } from '../../src/markdown/index.ts';

describe('a text that cannot be rendered', () => {
  test('comes back empty with a problem, and the others go on', async () => {
    const deep = '<div>'.repeat(20_000);
    const [before, failed, after] = await renderMarkdownHere(['*a*', deep, '*b*'], { html: 'clean' });
    expect(before?.pieces).toEqual(['<p><em>a</em></p>']);
    expect(failed).toEqual({
      pieces: [''],
      slots: [],
      headings: [],
      problems: [
        {
          code: 'markdown/crashed',
          severity: 'error',
          message: 'This Markdown could not be rendered: it is nested too deeply.',
          hint: 'Look for very deep nesting, or for a very long run of brackets, asterisks or HTML tags, and split it up.',
          offset: 0,
        },
      ],
      text: '',
      platforms: [],
      tools: [],
    });
    expect(after?.pieces).toEqual(['<p><em>b</em></p>']);
  });
});
