import { describe, expect, test } from 'vitest';
import { locate, type ResolvedText } from '../../src/resolve/index.ts';
import { fc } from '../property.ts';
import { createSite, type SiteInput } from './create-site.ts';

function resolveMain(input: SiteInput): ResolvedText {
  const body = createSite(input).resolve().value[0]?.fields.body;
  if (body === undefined) throw new Error('no body');
  return body;
}

/** Where a word of the resolved text stands in the sources. */
function locateWord(resolved: ResolvedText, word: string): string {
  const { place, via } = locate(resolved, resolved.text.indexOf(word));
  return [place, ...via].map(({ file, line, column }) => `${file}:${line}:${column}`).join(' < ');
}

describe('locate', () => {
  test('finds text of the page in its line and column', () => {
    const body = resolveMain({
      articles: { main: 'one\n{% if true %}\ntwo {{ "three" }} four{% endif %} five' },
    });
    expect(locateWord(body, 'one')).toBe('content/main.md:10:1');
    expect(locateWord(body, 'two')).toBe('content/main.md:12:1');
    expect(locateWord(body, 'three')).toBe('content/main.md:12:5');
    expect(locateWord(body, 'hree')).toBe('content/main.md:12:5');
    expect(locateWord(body, 'our')).toBe('content/main.md:12:20');
    expect(locateWord(body, 'five')).toBe('content/main.md:12:35');
  });

  test('finds text of a reusable there, with the uses that brought it in', () => {
    const body = resolveMain({
      articles: { main: 'x\n\n   {% data reusables.a %}' },
      data: { 'reusables.a': '\none\n{% data reusables.b %}', 'reusables.b': 'two\nthree' },
    });
    expect(body.text).toBe('x\n\n   one\n   two\n   three');
    expect(locateWord(body, 'one')).toBe('data/reusables/a.md:2:1 < content/main.md:12:4');
    const uses = 'data/reusables/a.md:3:1 < content/main.md:12:4';
    expect(locateWord(body, 'three')).toBe(`data/reusables/b.md:2:1 < ${uses}`);
    expect(locateWord(body, '   three')).toBe(uses);
  });

  test('finds text beyond what was tidied away', () => {
    const body = resolveMain({ articles: { main: 'a <!-- b -->\n\n\n\nc [d] (e) f' } });
    expect(body.text).toBe('a \n\n\nc [d]&nbsp;(e) f');
    expect(locateWord(body, 'c')).toBe('content/main.md:14:1');
    expect(locateWord(body, 'nbsp')).toBe('content/main.md:14:6');
    expect(locateWord(body, '(e)')).toBe('content/main.md:14:7');
  });

  test('finds the opening and the end of an enclosing tag', () => {
    const body = resolveMain({ articles: { main: '{% note %}a{% endnote %}' } });
    expect(locateWord(body, '<section')).toBe('content/main.md:10:1');
    expect(locateWord(body, '</section>')).toBe('content/main.md:10:12');
  });

  test('gives the last place beyond the end, and a place in an empty text', () => {
    expect(locateWord(resolveMain({ articles: { main: '' } }), 'x')).toBe('content/main.md:10:1');
    expect(locate(resolveMain({ articles: { main: 'abc' } }), 9).place.column).toBe(4);
  });
});

describe('segments', () => {
  const word = fc.constantFrom(
    'a',
    'b ',
    '\n',
    '\n\n\n',
    '> ',
    '  ',
    '- x\n',
    '[c] (d)',
    '<!-- e -->',
    '`f`',
    '```\n',
    'é😀',
  );
  const use = fc.constantFrom(
    '{% data reusables.a %}',
    '{% data reusables.b %}',
    '{% indented_data_reference reusables.b %}',
  );
  const tag = fc.constantFrom(
    '{% if fpt %}g{% endif %}',
    '{%- if true -%} h {%- endif -%}',
    '{{ 1 }}',
    '{% raw %}{{ i }}{% endraw %}',
  );
  const block = fc.constantFrom(
    '{% note %}j\n{% endnote %}',
    '{% for k in (1..2) %}k\n{% endfor %}',
    '{% capture l %}m{% endcapture %}{{ l }}',
  );
  const text = fc.array(fc.oneof(word, use, tag, block), { maxLength: 12 }).map((parts) => parts.join(''));
  const inner = fc.array(fc.oneof(word, tag, block), { maxLength: 8 }).map((parts) => parts.join(''));

  test('cover the text without gap or overlap, and are true to their sources', () => {
    fc.assert(
      fc.property(text, inner, inner, (main, a, b) => {
        const data = { 'reusables.a': `${a}{% data reusables.b %}`, 'reusables.b': `x${b}` };
        const { segments, text: resolved } = resolveMain({ articles: { main }, data });
        expect(segments[0]?.start).toBe(0);
        for (const [at, { start, source, offset, verbatim }] of segments.entries()) {
          const end = segments[at + 1]?.start ?? resolved.length;
          if (resolved !== '') expect(end).toBeGreaterThan(start);
          if (verbatim)
            expect(source.text.slice(offset, offset + end - start)).toBe(resolved.slice(start, end));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('of a text without Liquid are one, and the text is itself', () => {
    const plain = fc
      .string({
        unit: fc.constantFrom('a', '{', '}', '%', ' ', '\n', '`', '#', '漢', '|', '\\'),
        maxLength: 60,
      })
      .filter((each) => !/\{[{%]|\n\n\n/.test(each));
    fc.assert(
      fc.property(plain, (main) => {
        const { segments, text: resolved } = resolveMain({ articles: { main } });
        expect(resolved).toBe(main);
        expect(segments).toEqual([expect.objectContaining({ start: 0, offset: 0, verbatim: true })]);
      }),
    );
  });
});
