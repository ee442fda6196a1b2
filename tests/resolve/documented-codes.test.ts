import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../build/read-tree.ts';

const root = join(import.meta.dirname, '../..');

test('the documents say of every mistake in a text what is published', () => {
  const told = readFileSync(join(root, 'docs/diagnostics.md'), 'utf8');
  const codes = listFiles(join(root, 'src'))
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(root, 'src', file), 'utf8').matchAll(
        /'((?:resolve|markdown|versions)\/[a-z-]+)'/g,
      ),
    ])
    .map(([, code = '']) => code);
  expect(new Set(codes).size).toBeGreaterThan(60);
  expect([...new Set(codes)].filter((code) => !told.includes(`\`${code}\``))).toEqual([]);
});
