import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatCodes } from '../../src/diagnostics/codes/format-codes.ts';
import { CODES, findCodes, nameRule } from '../../src/diagnostics/index.ts';
import { listFiles } from '../build/read-tree.ts';

const root = join(import.meta.dirname, '../..');
const STAGES =
  'config|versions|load|rest|resolve|markdown|links|navigation|redirects|check|ledger|theme|search|cards|exchange|system';
/** Kinds of faults that a file can have for whoever reads it: the code begins with the stage. */
const OF_READING =
  /^(?:config|load|theme)\/(?:missing-file|outside-root|not-a-file|unreadable|too-large|not-utf8)$/;

test('the document is made of the table: npm run docs', () => {
  const document = formatCodes();
  expect(readFileSync(join(root, 'docs/content/reference/diagnostics.md'), 'utf8')).toBe(document);
  expect(CODES.filter(({ code }) => !document.includes(code))).toEqual([]);
  const [row] = CODES;
  expect(() => formatCodes(row && [row, { ...row, code: 'kettle/cold' }])).toThrow('kettle/cold');
});

test('every code that a stage gives has a row, and every row is given', () => {
  const files = listFiles(join(root, 'src')).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('diagnostics/codes/'),
  );
  const pattern = new RegExp(`'((?:${STAGES})/[a-z-]+)'`, 'g');
  const given = new Set(
    files.flatMap((file) =>
      [...readFileSync(join(root, 'src', file), 'utf8').matchAll(pattern)].map(([, code = '']) => code),
    ),
  );
  const rows = CODES.map(({ code }) => code);
  expect(given.size).toBeGreaterThan(100);
  expect([...given].filter((code) => !rows.includes(code))).toEqual([]);
  expect(rows.filter((code) => !given.has(code) && !OF_READING.test(code))).toEqual([]);
  expect(rows.filter((code, at) => rows.indexOf(code) !== at)).toEqual([]);
});

test('every section has its words and an example', () => {
  for (const { code, means, remedy, cost } of CODES)
    for (const text of [means, remedy, cost]) expect(`${code}: ${text}`).toMatch(/[.…)]$/);
  expect(CODES.filter(({ example }) => example.trim() === '').map(({ code }) => code)).toEqual([]);
});

test('a rule is named by what stands behind the slash, unless another code ends so', () => {
  const [syntax] = findCodes('resolve/syntax');
  expect(findCodes('syntax').length).toBeGreaterThan(1);
  expect(syntax && nameRule(syntax)).toBe('resolve/syntax');
  const [orphan] = findCodes('orphan');
  expect(orphan && nameRule(orphan)).toBe('orphan');
});
