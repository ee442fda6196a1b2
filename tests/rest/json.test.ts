import { expect, test } from 'vitest';
import { parseYaml } from '../../src/config/index.ts';
import { readJson } from '../../src/rest/text/read-json.ts';
import { fc } from '../property.ts';

test('JSON is read as the parser of YAML reads it, places included', () => {
  const spaces = fc.constantFrom(undefined, 2, '\t');
  const string = fc.constantFrom(
    '',
    'a',
    'a b',
    "it's",
    'a "b"',
    'a\\b',
    'ü☃',
    'a\nb',
    '{{',
    '#x',
    'null',
    '1',
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      string,
      fc.integer(),
      fc.constantFrom(true, false, null, 1.5, 1e30, -2.5e-7),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(string, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(tree, spaces, (value, space) => {
      const text = JSON.stringify(value, undefined, space).replaceAll('\t', space === '\t' ? '  ' : '\t');
      const read = readJson({ path: 'x.json', text });
      expect(read).toEqual(
        parseYaml({ text, place: { file: 'x.json', line: 1, column: 1 }, verbatim: true }),
      );
    }),
    { numRuns: 60 },
  );
});

test('the first mistake of a text that is no JSON has its place', () => {
  const tell = (text: string) => {
    const [fault] = readJson({ path: 'x.json', text }).faults;
    return fault && `${fault.place.line}:${fault.place.column} ${fault.message}`;
  };
  expect(tell('{\n  "a": }')).toBe('2:8 A value is missing');
  expect(tell('{ "a": 1,\n "a": 2 }')).toBe("2:2 The key 'a' is already on line 1");
  expect(tell('{ "a": 1 "b": 2 }')).toBe("1:10 The character ',' is missing");
  expect(tell('{ a: 1 }')).toBe('1:3 A name in quotation marks is missing');
  expect(tell('[1, 2')).toBe("1:6 The character ',' is missing");
  expect(tell('{} x')).toBe('1:4 Something follows the value');
  expect(tell('['.repeat(300))).toBe('1:202 It is nested too deeply');
});
