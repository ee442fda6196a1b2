import { describe, expect, it } from 'vitest';
import { parseYaml, type YamlValue } from '../../src/config/index.ts';
import { parseByLibrary } from '../../src/config/parse-yaml.ts';
import { readPlainYaml } from '../../src/config/plain-yaml.ts';
import { fc } from '../property.ts';

const PLACE = { file: 'a.yml', line: 5, column: 1 };

function parse(text: string) {
  return parseYaml({ text, place: PLACE, verbatim: true });
}

function findSource(text: string, key = 'a') {
  const { value } = parse(text);
  const found = value?.kind === 'map' ? value.entries.get(key)?.value : undefined;
  return found?.kind === 'scalar' ? found.source : undefined;
}

describe('the text of a scalar', () => {
  it.each([
    ['plain', 'a: b c # d', 'b c', 5, 4],
    ['in single quotes', "a: 'b: c'", 'b: c', 5, 5],
    ['in double quotes', 'a: "b"', 'b', 5, 5],
    ['behind an anchor', 'a: &x b', 'b', 5, 7],
    ['a folded block of one line', 'x: 1\na: >-\n  b c\n', 'b c', 7, 3],
    ['a literal block of one line', 'a: |\n   b\n', 'b\n', 6, 4],
  ])('is verbatim when it is %s', (_, text, content, line, column) => {
    expect(findSource(text)).toEqual({
      text: content,
      place: { file: 'a.yml', line, column },
      verbatim: true,
    });
  });

  it.each([
    ['escapes', "a: 'it''s'", "it's"],
    ['folded lines', 'a: b\n  c', 'b c'],
    ['a block of several lines', 'a: |\n  b\n  c\n', 'b\nc\n'],
  ])('has the place of its start when it has %s', (_, text, content) => {
    expect(findSource(text)).toEqual({
      text: content,
      place: { file: 'a.yml', line: 5, column: 4 },
      verbatim: false,
    });
  });

  it('is what is written for a number', () => {
    expect(findSource('a: 3.10')?.text).toBe('3.10');
  });

  it('stands in the file as it stands in a verbatim source', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 12 });
    const style = fc.constantFrom(
      (text: string) => JSON.stringify(text),
      (text: string) => `'${text.replaceAll("'", "''")}'`,
      (text: string) => `>-\n    ${text}`,
      (text: string) => text,
    );
    fc.assert(
      fc.property(word, style, (text, write) => {
        const yaml = `x: 1\na: ${write(text)}\n`;
        const source = findSource(yaml);
        if (source?.verbatim !== true) return;
        const lines = yaml.split('\n').slice(source.place.line - PLACE.line);
        expect(
          lines
            .join('\n')
            .slice(source.place.column - 1)
            .startsWith(source.text),
        ).toBe(true);
      }),
    );
  });
});

describe('places', () => {
  it('count on from the place the text begins at', () => {
    const { value } = parseYaml({
      text: '{ a: b,\n c: d }',
      place: { file: 'x', line: 3, column: 10 },
      verbatim: true,
    });
    expect(value).toMatchObject({ kind: 'map', place: { line: 3, column: 10 } });
    expect(value?.kind === 'map' && value.entries.get('a')?.keyPlace).toEqual({
      file: 'x',
      line: 3,
      column: 12,
    });
    expect(value?.kind === 'map' && value.entries.get('c')?.value.place).toEqual({
      file: 'x',
      line: 4,
      column: 5,
    });
  });
});

describe('aliases', () => {
  it('become what they name', () => {
    const { value } = parse('a: &x { b: 1 }\nc: *x\n');
    const get = (key: string): YamlValue | undefined =>
      value?.kind === 'map' ? value.entries.get(key)?.value : undefined;
    expect(get('c')).toEqual(get('a'));
  });

  it('that stand inside what they name are a fault', () => {
    expect(parse('a: &x [1, *x]')).toEqual({
      value: undefined,
      faults: [
        { message: 'An alias is inside what it names', place: { file: 'a.yml', line: 5, column: 11 } },
      ],
    });
  });

  it('that multiply without end are a fault', () => {
    const lines = ['a0: &a0 [1, 1]'];
    for (let n = 1; n < 40; n += 1) lines.push(`a${n}: &a${n} [*a${n - 1}, *a${n - 1}]`);
    expect(parse(lines.join('\n')).faults).toMatchObject([
      { message: 'It is nested too deeply, or refers to its own parts too often', place: PLACE },
    ]);
  });
});

describe('the key <<', () => {
  const list = (text: string) => {
    const { value } = parse(text);
    const found = value?.kind === 'map' ? value.entries.get('z')?.value : undefined;
    if (found?.kind !== 'map') return undefined;
    return [...found.entries].map(([key, { value: each, keyPlace }]) => [
      key,
      each.kind === 'scalar' ? each.value : each.kind,
      keyPlace.line,
    ]);
  };

  it.each([
    ['of a mapping', 'x: &x {a: 1, b: 2}\nz:\n  <<: *x\n  c: 3\n', 'a1 b2 c3'],
    [
      'under keys of its own, wherever they stand',
      'x: &x {a: 1, b: 2}\nz:\n  a: 5\n  <<: *x\n  b: 6\n',
      'a5 b6',
    ],
    [
      'of several, the first before the others',
      'x: &x {a: 1}\ny: &y {a: 2, b: 2}\nz:\n  <<: [*x, *y]\n',
      'a1 b2',
    ],
    ['of one that does so itself', 'w: &w {a: 1}\nx: &x\n  <<: *w\n  b: 2\nz:\n  <<: *x\n', 'a1 b2'],
    ['written there', 'z:\n  <<: {a: 1}\n', 'a1'],
    ['but not in quotation marks', "z:\n  '<<': 1\n", '<<1'],
  ])('takes over the keys %s', (_, text, expected) => {
    expect(
      list(text)
        ?.map(([key, value]) => `${key}${value}`)
        .join(' '),
    ).toBe(expected);
  });

  it('leaves each key the place where it is written', () => {
    expect(list('x: &x\n  a: 1\nz:\n  <<: *x\n  b: 2\n')).toEqual([
      ['a', 1, 6],
      ['b', 2, 9],
    ]);
  });

  it('is a fault with anything but mappings', () => {
    expect(parse('x: &x text\nz:\n  <<: *x\n').faults).toMatchObject([
      {
        message: "The key '<<' takes over the keys of a mapping, but this is not a mapping",
        place: { line: 7, column: 3 },
      },
    ]);
    expect(parse('z:\n  <<: [{a: 1}, 2]\n').faults).toMatchObject([{ place: { line: 6, column: 3 } }]);
    expect(parse('z: &z\n  <<: *z\n').faults).toMatchObject([
      { message: 'An alias is inside what it names' },
    ]);
  });
});

describe('faults', () => {
  it('of a text nested without end do not overflow', () => {
    expect(parse('['.repeat(20_000)).faults.length).toBeGreaterThan(0);
  });

  it('are unknown tags, too', () => {
    expect(parse('a: !!js/function x').faults).toMatchObject([{ place: { line: 5, column: 4 } }]);
  });

  it('are keys that are lists', () => {
    expect(parse('? [a]\n: b').faults).toEqual([
      {
        message: "A key is not a plain word, which happens when text begins with '{'",
        hint: 'Put the text in quotation marks.',
        place: { ...PLACE, column: 3 },
      },
    ]);
  });
});

describe('YAML that is read without the library', () => {
  it('is a mapping of values on one line each, with lists and mappings in it', () => {
    const text = [
      '',
      "title: 'It''s tea: 茶'",
      'versions:',
      "  cloud: '*'",
      '',
      'children:',
      '- /a-b',
      '- "c"',
      'isMap: true',
      '',
    ].join('\n');
    const source = { text, place: { ...PLACE, column: 4 }, verbatim: true };
    const value = readPlainYaml(source);
    expect([...(value?.entries.keys() ?? [])]).toEqual(['title', 'versions', 'children', 'isMap']);
    expect({ value, faults: [] }).toEqual(parseByLibrary(source));
  });

  it('comes to what the library makes of it', () => {
    const scalar = fc.constantFrom(
      ...`x|y z|/y/z|'x'|"y"|'it''s'|''''|''|""|茶|é: b|{% data x.y %}|'*'|true|false|yes|a:b|a#b|<=3|'"'`.split(
        '|',
      ),
    );
    const list = fc.tuple(
      fc.constantFrom('', '  ', '    '),
      fc.array(scalar, { minLength: 1, maxLength: 3 }),
    );
    const formatList = (indent: string, values: readonly string[]) =>
      values.map((value) => `\n${indent}- ${value}`).join('');
    const entry = fc.oneof(
      scalar.map((value) => ` ${value}`),
      list.map(([indent, values]) => formatList(indent, values)),
      list.map(([indent, values]) => `\n   d:${formatList(`   ${indent}`, values)}\n   e: x`),
    );
    // Somewhere in a text of such forms stands something that may not be one.
    const odd = fc.constantFrom(
      ...`\n| |  |\n\n|- |-|: |:|a: |f: |#| #|'|''|"|\\|\t|\r|\u00a0|\u2028|\ufeff|😀|True|null|~|3.1|0x1|.inf|>|&a |*a|!t `.split(
        '|',
      ),
      ...`>-|[|{|,|]|@|\`|%|? |---\n|\n---|...|__proto__: x\n|null: x\n|\n  z|\n   z`.split('|'),
    );
    let count = 0;
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 4 }),
        odd,
        fc.nat(),
        fc.boolean(),
        (entries, sign, nat, isHead) => {
          const plain = `\n${entries.map((text, at) => `${'abcf'[at]}:${text}\n`).join('')}`.slice(
            isHead ? 0 : 1,
          );
          const at = nat % (2 * plain.length + 1);
          const text = at > plain.length ? plain : plain.slice(0, at) + sign + plain.slice(at);
          const source = { text, place: { ...PLACE, column: isHead ? 4 : 1 }, verbatim: true };
          const value = readPlainYaml(source);
          if (value === undefined) return;
          count += 1;
          expect({ value, faults: [] }).toEqual(parseByLibrary(source));
        },
      ),
      { numRuns: 3000 },
    );
    expect(count).toBeGreaterThan(200);
  });
});
