import { expect, test } from 'vitest';
import {
  formatLedger,
  formatLedgerAddress,
  mergeLedgers,
  parseLedger,
  splitAddress,
} from '../../src/ledger/index.ts';
import { fc } from '../property.ts';

const site = 'https://tea.example.com/docs/';
const segment = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
  .map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '') || 'x'));
const anchor = fc
  .string({ unit: 'binary', minLength: 1 })
  .map((text) => text.replace(/\p{Surrogate}/gu, '') || 'x');
const record = fc
  .tuple(fc.array(segment, { minLength: 1, maxLength: 3 }), fc.option(anchor, { nil: undefined }))
  .map(([path, id]) => formatLedgerAddress(`/${path.join('/')}/`, id));
const ledger = fc.array(record).map((list) => ({ site, addresses: new Set(list) }));

test('a ledger that was written is read as it was, and written again the same', () => {
  fc.assert(
    fc.property(ledger, (one) => {
      const text = formatLedger(one);
      const read = parseLedger(text, 'addresses.txt', site);
      expect(read.diagnostics).toEqual([]);
      expect(read.ledger).toEqual(one);
      expect(formatLedger(read.ledger)).toBe(text);
    }),
  );
});

test('an address keeps its heading, whatever the id holds', () => {
  fc.assert(
    fc.property(anchor, (id) => {
      expect(splitAddress(formatLedgerAddress('/en/tea/', id))).toEqual({ address: '/en/tea/', anchor: id });
    }),
  );
});

test('the order in which ledgers are merged does not matter, and nothing is lost', () => {
  fc.assert(
    fc.property(ledger, ledger, ledger, (a, b, c) => {
      const whole = formatLedger(mergeLedgers(mergeLedgers(a, b), c));
      expect(formatLedger(mergeLedgers(c, mergeLedgers(b, a)))).toBe(whole);
      expect(formatLedger(mergeLedgers(a, a))).toBe(formatLedger(a));
      const { addresses } = parseLedger(whole, 'addresses.txt', site).ledger;
      for (const each of [a, b, c].flatMap((one) => [...one.addresses]))
        expect(addresses.has(each)).toBe(true);
    }),
  );
});

test('lines of two ledgers, joined as git joins them, are the merged ledger', () => {
  fc.assert(
    fc.property(ledger, ledger, (a, b) => {
      const joined = `${formatLedger(a)}${formatLedger(b).replaceAll('\n', '\r\n')}`;
      const read = parseLedger(joined, 'addresses.txt', site);
      expect(read.diagnostics).toEqual([]);
      expect(formatLedger(read.ledger)).toBe(formatLedger(mergeLedgers(a, b)));
    }),
  );
});

test('a ledger is one address a line, sorted, below two lines that say what it is', () => {
  const addresses = new Set(['/en/tea/#steep', '/en/tea/', '/en/old/', '/ja/tea/']);
  expect(formatLedger({ site, addresses })).toBe(
    `# Decant ledger of addresses, form 1\n# Site: ${site}\n/en/old/\n/en/tea/\n/en/tea/#steep\n/ja/tea/\n`,
  );
});

test('the marks of a merge conflict are named by their lines', () => {
  const text = `# Site: ${site}\n/en/\n<<<<<<< HEAD\n/en/a/\n||||||| base\n=======\n/en/b/\n>>>>>>> topic\n`;
  const { ledger: read, diagnostics } = parseLedger(text, 'data/addresses.txt', site);
  expect(diagnostics).toEqual([
    {
      code: 'ledger/conflict',
      severity: 'error',
      message: 'The ledger contains the markers of a merge conflict: lines 3, 5, 6 and 8.',
      hint: "Delete the marked lines and keep the lines of both sides. With 'data/addresses.txt merge=union' in .gitattributes, git does so itself.",
      place: { file: 'data/addresses.txt', line: 3, column: 1 },
      via: [],
      versions: [],
      languages: [],
    },
  ]);
  expect([...read.addresses]).toEqual(['/en/', '/en/a/', '/en/b/']);
});

test.each([
  ['en/tea/', 'ledger/broken-line'],
  ['/en/tea', 'ledger/broken-line'],
  ['/en/tea/#', 'ledger/broken-line'],
  ['/en/tea/?q', 'ledger/broken-line'],
  ['/en//tea/', 'ledger/broken-line'],
  [' /en/tea/', 'ledger/broken-line'],
  ['# Site: https://other.example.com/', 'ledger/other-site'],
  ['# Decant ledger of addresses, form 2', 'ledger/other-form'],
])('the line %s is a fault: %s', (line, code) => {
  const { diagnostics } = parseLedger(`/en/\n${line}\n`, 'addresses.txt', site);
  expect(diagnostics.map((each) => [each.code, each.place.line])).toEqual([[code, 2]]);
});

test('comments and empty lines are none', () => {
  const text = `\uFEFF# Decant ledger of addresses, form 1\r\n# Site: ${site}\r\n\r\n# Ours\r\n/en/`;
  const read = parseLedger(text, 'addresses.txt', site);
  expect(read).toEqual({ ledger: { site, addresses: new Set(['/en/']) }, diagnostics: [] });
});
