import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseYaml } from '../../src/config/index.ts';
import { readYaml } from '../../src/rest/text/read-yaml.ts';
import { fc } from '../property.ts';

function parse(text: string) {
  return parseYaml({ text, place: { file: 'x.yaml', line: 1, column: 1 }, verbatim: true });
}

const scalar = fc.oneof(
  fc.constantFrom(
    'a',
    'a b',
    "it's",
    'a: b',
    'a #b',
    'a#b',
    '- a',
    '',
    'true',
    'null',
    '~',
    '1',
    '1.0',
    '0x1',
    '012',
  ),
  fc.constantFrom(
    '/a/{b}',
    '#/x/y',
    'a, b',
    '[a]',
    '{a}',
    '*',
    '&a',
    '!a',
    '@a',
    '`a`',
    '%a',
    '?a',
    ':a',
    'a:',
    '>',
    '|',
  ),
  fc.constantFrom(
    'one\ntwo',
    'one\n\ntwo\n',
    ' lead',
    'trail ',
    '\n',
    'long '.repeat(30),
    'tab\tbed',
    'é☃',
    '日本語。',
    '<<',
  ),
  fc.constantFrom(true, false, null, 0, -1, 3.5, 1e21, 123456789012345),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom('type', 'a b', '200', '/a/{b}', 'x-y', 'true', '1.0', 'a:b', '"q"', ''),
      tie('tree'),
      { maxKeys: 4 },
    ),
  ),
}));

test('YAML is read as the library reads it, places included, or not at all', () => {
  let read = 0;
  const options = fc.record({
    indentSeq: fc.boolean(),
    defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
    collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
    lineWidth: fc.constantFrom(0, 40),
    blockQuote: fc.constantFrom('literal' as const, 'folded' as const, false),
  });
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a', 'b', 'paths'), tree, { maxKeys: 3 }),
      options,
      (value, form) => {
        const text = stringify(value, form);
        const found = readYaml({ path: 'x.yaml', text });
        if (found === undefined) return;
        read += 1;
        expect(parse(text)).toEqual({ value: found, faults: [] });
      },
    ),
    { numRuns: 300 },
  );
  expect(read).toBeGreaterThan(30);
});

test.each([
  'a: b\n  c\n\n  d\ne: >-\n  f\n  g\n\n  h\ni: |\n\n  j\n   k\n\nl:\n- m: n\n  o: [p, "q", {r: s}]\n-\n- - t\n',
  '---\n# c\n\na:\n  # c\n  - b\n  # c\nc:\n',
  "'a b': 'it''s'\n\"c\": \"d\\n\"\n200: { $ref: '#/x' }\n",
  'a: {}\nb: []\nc: { d: 1.50, e: -2, f: a b }\n',
  'a: |-\n  one\n\n\n\nb: "x"\n',
  'a: |\n  last\n',
])('what people write is read: %j', (text) => {
  const found = readYaml({ path: 'x.yaml', text });
  expect(found).toBeDefined();
  expect(parse(text)).toEqual({ value: found, faults: [] });
});

test('any change of a character is read as the library reads it, or not at all', () => {
  const path = join(import.meta.dirname, '../sites/broken/data/rest/server-3.2.yaml');
  const whole = readFileSync(path, 'utf8');
  const sign = fc.constantFrom(' ', '\n', ':', '-', '#', "'", '"', '{', ']', ',', '&', '|', '\t', 'a', '');
  fc.assert(
    fc.property(fc.nat(whole.length - 1), sign, fc.boolean(), (at, put, isInserted) => {
      const text = whole.slice(0, at) + put + whole.slice(isInserted ? at : at + 1);
      const found = readYaml({ path: 'x.yaml', text });
      if (found !== undefined) expect(parse(text)).toEqual({ value: found, faults: [] });
    }),
    { numRuns: 300 },
  );
});
