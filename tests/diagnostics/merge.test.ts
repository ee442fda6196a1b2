import { describe, expect, it } from 'vitest';
import { type Diagnostic, formatDiagnostic, mergeDiagnostics, placeAt } from '../../src/diagnostics/index.ts';

const broken = (line: number, use: string, versions: string[]): Diagnostic => ({
  code: 'links/broken',
  severity: 'warning',
  message: `The link '/x' is broken.`,
  hint: 'Remove it.',
  place: { file: 'data/reusables/a.md', line, column: 3 },
  via: [{ file: use, line: 4, column: 1 }],
  versions,
  languages: ['en'],
});

describe('merging diagnostics', () => {
  it('makes one of a mistake that shows in several articles and versions', () => {
    const merged = mergeDiagnostics([
      broken(5, 'content/x.md', ['fpt']),
      broken(5, 'content/y.md', ['fpt', 'ghes-3.0']),
      broken(5, 'content/x.md', ['ghes-3.0']),
    ]);
    expect(merged).toEqual([
      {
        ...broken(5, '', ['fpt', 'ghes-3.0']),
        via: [
          { file: 'content/x.md', line: 4, column: 1 },
          { file: 'content/y.md', line: 4, column: 1 },
        ],
      },
    ]);
  });

  it('keeps the end and the fixes of the first that has them', () => {
    const end = { line: 5, column: 9 };
    const fixes = [{ title: 'Remove the link', edits: [] }];
    const [merged] = mergeDiagnostics([
      broken(5, 'content/x.md', ['fpt']),
      { ...broken(5, 'content/y.md', ['fpt']), end, fixes },
    ]);
    expect(merged).toMatchObject({ end, fixes });
  });

  it('sorts by place, and lines by number', () => {
    const merged = mergeDiagnostics([broken(10, 'content/x.md', []), broken(9, 'content/x.md', [])]);
    expect(merged.map(({ place }) => place.line)).toEqual([9, 10]);
  });
});

describe('a diagnostic as text', () => {
  it('gives place, severity, code, message, uses, versions and hint', () => {
    expect(formatDiagnostic(broken(5, 'content/x.md', ['fpt']))).toBe(
      [
        'data/reusables/a.md:5:3 warning links/broken',
        `  The link '/x' is broken.`,
        '  used at content/x.md:4:1',
        '  in fpt, en',
        '  hint: Remove it.',
      ].join('\n'),
    );
  });

  it('names five uses and counts the rest', () => {
    const via = Array.from({ length: 7 }, (_, at) => ({ file: `content/${at}.md`, line: 1, column: 1 }));
    expect(formatDiagnostic({ ...broken(5, '', []), via })).toContain('content/4.md:1:1 and 2 more');
  });
});

describe('the place of an offset', () => {
  const source = (verbatim: boolean) => ({
    text: 'ab\ncd\nef',
    place: { file: 'content/x.md', line: 7, column: 5 },
    verbatim,
  });

  it.each([
    [0, 7, 5],
    [1, 7, 6],
    [3, 8, 1],
    [7, 9, 2],
    [99, 9, 3],
  ])('offset %i stands at %i:%i', (offset, line, column) => {
    expect(placeAt(source(true), offset)).toEqual({ file: 'content/x.md', line, column });
  });

  it('is the start of a text that does not stand in the file as it is', () => {
    expect(placeAt(source(false), 7)).toEqual({ file: 'content/x.md', line: 7, column: 5 });
  });
});
