import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fingerprintCode } from '../../src/cache/index.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

describe('the fingerprint of code', () => {
  let root = '';
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const writePackage = (name: string, version: string, dependencies = {}) =>
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version, dependencies }));
  const take = () => fingerprintCode([join(root, 'stage')], '.js');

  function fill(): void {
    root = createTemporaryFolder();
    write(
      'stage/index.js',
      "import { a } from './parts/a.js';\nimport { far } from '../far/far.js';\n// from './gone.js'",
    );
    write('stage/parts/a.js', "import parser from '@scope/parser/lib';\nexport const a = parser;");
    write('far/far.js', "const lazy = () => import('lazy');");
    write('stage/index.d.ts', 'export {};');
    write('other/other.js', 'export {};');
    writePackage('@scope/parser', '1.0.0', { deep: '^1' });
    writePackage('deep', '1.0.0');
    writePackage('lazy', '1.0.0');
    writePackage('stranger', '1.0.0');
  }
  beforeEach(fill);

  it('is the same for the same code, wherever it lies', () => {
    const first = take();
    fill();
    expect(take()).toBe(first);
  });

  it.each<[string, () => void]>([
    ['one of its files', () => write('stage/parts/a.js', 'export const a = 1;')],
    ['a file it imports from elsewhere', () => write('far/far.js', 'export {};')],
    ['a package it imports', () => writePackage('@scope/parser', '1.0.1', { deep: '^1' })],
    ['a package it imports when needed', () => writePackage('lazy', '2.0.0')],
    ['a package that such a package depends on', () => writePackage('deep', '1.0.1')],
    ['a new file', () => write('stage/b.js', '')],
  ])('changes with %s', (_, change) => {
    const before = take();
    change();
    expect(take()).not.toBe(before);
  });

  it.each<[string, () => void]>([
    ['types', () => write('stage/index.d.ts', 'export type A = 1;')],
    ['other folders', () => write('other/other.js', 'export const a = 1;')],
    ['packages that nobody imports', () => writePackage('stranger', '2.0.0')],
  ])('does not change with %s', (_, change) => {
    const before = take();
    change();
    expect(take()).toBe(before);
  });
});
