import { describe, expect, test } from 'vitest';
import { createSite } from './create-site.ts';

function resolveBody(main: string, data: Readonly<Record<string, string>>): string {
  return createSite({ articles: { main }, data }).body();
}

describe('data', () => {
  test('prints variables and reusables, themselves rendered', () => {
    const data = {
      'variables.product.name': 'Decant',
      'reusables.a.b': 'Use {% data variables.product.name %}.',
    };
    expect(resolveBody('{% data reusables.a.b %} {%data variables.product.name%}', data)).toBe(
      'Use Decant. Decant',
    );
  });

  test('takes the older spelling with site.data', () => {
    expect(resolveBody('{% data site.data.reusables.a %}', { 'reusables.a': 'A' })).toBe('A');
  });

  test('trims the value', () => {
    expect(resolveBody('[{% data reusables.a %}]', { 'reusables.a': '\n A \n' })).toBe('[A]');
  });

  test('repeats the blanks before the tag on every further line', () => {
    const data = { 'reusables.a': 'one\n\ntwo\n  three' };
    expect(resolveBody('1. x\n\n   {% data reusables.a %}\ny', data)).toBe(
      '1. x\n\n   one\n   \n   two\n     three\ny',
    );
  });

  test('repeats no blanks on the first line of a page, and none after text', () => {
    const data = { 'reusables.a': 'one\ntwo' };
    expect(resolveBody('  {% data reusables.a %}', data)).toBe('  one\ntwo');
    expect(resolveBody('x\n  y {% data reusables.a %}', data)).toBe('x\n  y one\ntwo');
  });

  test('repeats none on the first line of a page for what a value there brings in either', () => {
    const data = { 'reusables.outer': '{% data reusables.inner %}', 'reusables.inner': 'a\nb' };
    expect(createSite({ articles: { main: '  {% data reusables.outer %}' }, data }).body()).toBe('  a\nb');
    expect(createSite({ articles: { main: 'x\n  {% data reusables.outer %}' }, data }).body()).toBe(
      'x\n  a\n  b',
    );
  });

  test('repeats the quote mark of its line on lines that lack it', () => {
    const data = { 'reusables.a': 'one\n\n> two\nthree' };
    expect(resolveBody('> Note: {% data reusables.a %}', data)).toBe('> Note: one\n> \n> two\n> three');
    expect(resolveBody('x\n>   {% data reusables.a %}', data)).toBe('x\n>   one\n>   \n> two\n>   three');
  });

  test('keeps nested values in the list item or quote of the outer one', () => {
    const data = {
      'reusables.a': '{% data reusables.b %}\n- {% data reusables.b %}',
      'reusables.b': 'one\ntwo',
    };
    expect(resolveBody('x\n   {% data reusables.a %}', data)).toBe('x\n   one\n   two\n   - one\ntwo');
    expect(resolveBody('> {% data reusables.a %}', data)).toBe('> one\n> two\n> - one\n> two');
  });

  test('reports an unknown reference where it stands, with the nearest name', () => {
    const site = createSite({
      articles: { main: 'x\n  {% data reusables.intor %}' },
      data: { 'reusables.intro': 'A' },
    });
    const { value, diagnostics } = site.resolve();
    expect(value.map(({ broken }) => broken)).toEqual([false]);
    expect(diagnostics).toEqual([
      {
        code: 'resolve/unknown-reference',
        severity: 'error',
        message: "There is no 'reusables.intor' in the data.",
        hint: "Did you mean 'reusables.intro'?",
        place: { file: 'content/main.md', line: 11, column: 3 },
        via: [],
        versions: ['fpt', 'ghes-3.10', 'ghes-3.2', 'ghes-3.1', 'ghae', 'ghae-next'],
        languages: ['en'],
      },
    ]);
  });

  test('names the uses that brought an unknown reference in, innermost first', () => {
    const site = createSite({
      articles: { main: 'x\n{% ifversion fpt %}{% data reusables.a %}{% endif %}' },
      data: {
        'reusables.a': 'y {% data reusables.b %}',
        'reusables.b': '\n\n- z\n- {% data variables.none %}',
      },
    });
    expect(site.resolve().diagnostics).toEqual([
      {
        code: 'resolve/unknown-reference',
        severity: 'error',
        message: "There is no 'variables.none' in the data.",
        hint: 'Add it, or remove the tag.',
        place: { file: 'data/reusables/b.md', line: 4, column: 3 },
        via: [
          { file: 'data/reusables/a.md', line: 1, column: 3 },
          { file: 'content/main.md', line: 11, column: 20 },
        ],
        versions: ['fpt'],
        languages: ['en'],
      },
    ]);
  });

  test('says nothing about references in HTML comments', () => {
    const site = createSite({ articles: { main: 'a <!-- {% data reusables.none %} --> b' } });
    expect(site.resolve().diagnostics).toEqual([]);
  });

  test('reports what is no reference', () => {
    const site = createSite({ articles: { main: '{% data reusables %}' } });
    expect(site.resolve().diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/reference-syntax',
        severity: 'error',
        message: "'reusables' is not a reference.",
        hint: 'Write {% data reusables.FOLDER.FILE %} or {% data variables.FILE.KEY %}.',
        place: { file: 'content/main.md', line: 10, column: 1 },
      }),
    ]);
  });

  test('computes a reference with brackets, as older glossaries need', () => {
    const tree = { glossaries: { external: [{ term: 'Alpha' }, { term: 'Beta {{ 1 | plus: 1 }}' }] } };
    const main =
      '{% for term in site.data.glossaries.external %}- {% data glossaries.external[forloop.index0].term %}\n{% endfor %}';
    expect(createSite({ articles: { main }, tree }).body()).toBe('- Alpha\n- Beta 2\n');
  });

  test('names every member of a ring, with its place, and leaves the inner use out', () => {
    const site = createSite({
      articles: { main: '{% data reusables.a %}' },
      data: { 'reusables.a': 'A {% data reusables.b %}', 'reusables.b': 'B {% data reusables.a %}' },
    });
    const { value, diagnostics } = site.resolve();
    expect(value.map(({ broken, fields }) => [broken, fields.body?.text])).toEqual([[false, 'A B ']]);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/cycle',
        severity: 'error',
        message:
          "'reusables.a' uses itself: 'reusables.a' (data/reusables/a.md:1:3) → 'reusables.b' (data/reusables/b.md:1:3) → 'reusables.a'.",
        place: { file: 'data/reusables/b.md', line: 1, column: 3 },
        via: [
          { file: 'data/reusables/a.md', line: 1, column: 3 },
          { file: 'content/main.md', line: 10, column: 1 },
        ],
      }),
    ]);
  });

  test('names the members of a ring of reusables and variables that an article enters in its midst', () => {
    const site = createSite({
      articles: { main: '{% data variables.v.w %}', other: '{% data reusables.alone %}' },
      data: {
        'reusables.a': '{% data variables.v.w %}',
        'variables.v.w': 'B\n{% data reusables.c %}',
        'reusables.c': '> {% data reusables.a %}',
        'reusables.alone': '{% data reusables.alone %}',
      },
    });
    expect(site.resolve().diagnostics.map(({ message }) => message)).toEqual([
      "'variables.v.w' uses itself: 'variables.v.w' (data/variables/v/w.md:2:1) → 'reusables.c' (data/reusables/c.md:1:3) → 'reusables.a' (data/reusables/a.md:1:1) → 'variables.v.w'.",
    ]);
    expect(site.resolve('other').diagnostics.map(({ message }) => message)).toEqual([
      "'reusables.alone' uses itself.",
    ]);
  });
});

describe('indented_data_reference', () => {
  test('puts blanks before every line, blank ones too', () => {
    const data = { 'reusables.a': 'one\n\ntwo' };
    expect(resolveBody('{% indented_data_reference reusables.a spaces=3 %}', data)).toBe(
      '   one\n   \n   two',
    );
    expect(resolveBody('{% indented_data_reference site.data.reusables.a spaces = 1 %}', data)).toBe(
      ' one\n \n two',
    );
    expect(resolveBody('{% indented_data_reference reusables.a %}', data)).toBe('  one\n  \n  two');
  });

  test('reports a number of spaces that is none', () => {
    const site = createSite({ articles: { main: '{% indented_data_reference reusables.a spaces=x %}' } });
    expect(site.resolve().diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/reference-syntax',
        message: "'spaces=x' does not give a number of spaces from 0 to 99, as in 'spaces=3'.",
        place: { file: 'content/main.md', line: 10, column: 1 },
      }),
    ]);
  });
});
