import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, runDecant } from './run-decant.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

test('a bundle replaces the last one alone, and only when it is whole', async () => {
  const root = join(createTemporaryFolder(), 'root');
  cpSync(join(repository, 'tests/sites/smallest'), root, { recursive: true });
  const file = join(root, 'kettle-en.zip');
  const bundle = (...args: readonly string[]) =>
    runDecant(['build', '--root', root, '--workers=0', '--no-search', '--bundle', 'kettle', ...args]);

  const first = await bundle('--lang=en', '--json');
  expect([first.status, JSON.parse(first.stdout).figures]).toMatchObject([0, { published: file, errors: 0 }]);
  const bytes = readFileSync(file);
  expect((await bundle('--lang=en')).stdout).toContain(`Packed in ${file}: `);
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(existsSync(join(root, '_site'))).toBe(false);

  writeFileSync(
    join(root, 'content/index.md'),
    '---\ntitle: Kettle\nversions: "*"\n---\n\n{% ifversion kettle %}\n',
  );
  const failed = await bundle('--lang=en');
  expect([failed.status, failed.stdout]).toEqual([
    1,
    expect.stringContaining('The previous zip is unchanged'),
  ]);
  expect(readFileSync(file).equals(bytes)).toBe(true);

  writeFileSync(join(root, 'mine.zip'), 'PK');
  mkdirSync(join(root, 'public'));
  for (const [args, why] of [
    [
      ['--out', join(root, 'mine.zip')],
      'mine.zip already exists and is not a bundle, so it was not replaced.',
    ],
    [['--out', join(root, 'public')], 'public is a folder.'],
    [['--out', join(root, 'content/kettle.zip')], "is inside 'content'"],
    [['--out', join(root, 'mine.zip/kettle.zip')], 'the path above it is a file'],
    [['--version=kettle'], '--bundle cannot be combined with --version.'],
    [['--bundle=coffee'], "'coffee'"],
    [['--lang=xx'], "'xx'"],
  ] as const) {
    const { status, stderr } = await bundle(...args);
    expect([status, stderr], args.join(' ')).toEqual([2, expect.stringContaining(why)]);
  }
  expect(readFileSync(join(root, 'mine.zip'), 'utf8')).toBe('PK');
});
