import { describe, expect, test } from 'vitest';
import { createSite } from './create-site.ts';

function resolveMain(main: string, data: Readonly<Record<string, string>> = {}) {
  const { value, diagnostics } = createSite({ articles: { main, sound: 'x' }, data }).resolve('main', 'en', [
    'fpt',
  ]);
  return { broken: value[0]?.broken, diagnostics };
}

/** Reusables each of which uses the next one ten times. */
function createPyramid(height: number): Readonly<Record<string, string>> {
  const levels = Array.from({ length: height }, (_, level) => {
    const text = `{% data reusables.level${level + 1} %}`.repeat(10);
    return [`reusables.level${level}`, text];
  });
  return { ...Object.fromEntries(levels), [`reusables.level${height}`]: 'x'.repeat(100) };
}

describe('limits', () => {
  test.each([
    ['a range too long', '{% for i in (1..100000000) %}x{% endfor %}'],
    ['loops in loops', '{% for i in (1..1000) %}{% for j in (1..1000) %}{{ j }}{% endfor %}{% endfor %}'],
    [
      'a text that doubles',
      '{% assign a = "x" %}{% for i in (1..99) %}{% assign a = a | append: a %}{% endfor %}',
    ],
    [
      'a capture that doubles',
      '{% for i in (1..99) %}{% capture a %}{{ a }}{{ a }}x{% endcapture %}{% endfor %}',
    ],
  ])('end %s', (_, main) => {
    const { broken, diagnostics } = resolveMain(`a\n${main}`);
    expect(broken).toBe(true);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/runaway',
        severity: 'error',
        versions: ['fpt'],
        languages: ['en'],
      }),
    ]);
  });

  test('end reusables that multiply, and name the tag of the page', () => {
    const { broken, diagnostics } = resolveMain('a\n {% data reusables.level0 %}', createPyramid(6));
    expect(broken).toBe(true);
    expect(diagnostics).toEqual([
      {
        code: 'resolve/runaway',
        severity: 'error',
        message: 'Rendering the tag takes more than 8000000 characters, so it was stopped.',
        hint: 'Look for loops, and for reusables that use other reusables many times.',
        place: { file: 'content/main.md', line: 11, column: 2 },
        via: [],
        versions: ['fpt'],
        languages: ['en'],
      },
    ]);
  });

  test('end a chain of reusables that is too long', () => {
    const chain = Array.from({ length: 100 }, (_, at) => [
      `reusables.r${at}`,
      `{% data reusables.r${at + 1} %}`,
    ]);
    const { diagnostics } = resolveMain('{% data reusables.r0 %}', Object.fromEntries(chain));
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/runaway',
        message: 'Rendering the tag takes more than 60 texts inside each other, so it was stopped.',
      }),
    ]);
  });

  test('report nesting that is too deep', () => {
    const depth = 5_000;
    const { broken, diagnostics } = resolveMain('{% if true %}'.repeat(depth) + '{% endif %}'.repeat(depth));
    expect(broken).toBe(true);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/too-deep',
        severity: 'error',
        message: "The tag 'if' is nested inside more than 100 others.",
        hint: 'Reduce the nesting, for example by moving the inner part to a reusable.',
        place: { file: 'content/main.md', line: 10, column: 1 + 100 * '{% if true %}'.length },
      }),
    ]);
  });
});
