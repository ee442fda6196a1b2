import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { listFiles } from './build/read-tree.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

interface LockedPackage {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

const { dependencies = {}, scripts }: Package = JSON.parse(read('package.json'));
const locked = Object.entries(
  (JSON.parse(read('package-lock.json')) as { readonly packages: Record<string, LockedPackage> }).packages,
).filter(([name]) => name !== '');

test('every dependency has a row in the decision about them, and every row is one', () => {
  const rows = [...read('docs/decisions/003-dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map(
    ([, name]) => name,
  );
  expect(rows.sort()).toEqual(Object.keys(dependencies).sort());
});

test('the decision counts what an installation brings', () => {
  const installed = locked.filter(([, { dev }]) => dev !== true);
  const others = installed.filter(([, { optional }]) => optional === true);
  expect(read('docs/decisions/003-dependencies.md')).toContain(
    `${installed.length} packages in all, ${others.length} of them for other systems`,
  );
});

test('no package needs a script of its own to be installed', () => {
  expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
});

test('workflows run scripts that there are', () => {
  const files = listFiles(join(root, '.github/workflows'));
  expect(files).toContain('ci.yml');
  for (const file of files) {
    const { jobs } = parse(read(`.github/workflows/${file}`)) as {
      readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
    };
    const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = '' }) => run));
    const asked = commands.flatMap((run) => [...run.matchAll(/npm run (\S+)/g)].map(([, name = '']) => name));
    expect(asked.filter((name) => scripts[name] === undefined)).toEqual([]);
  }
});

test('names of files can be written on every system', () => {
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
  const folders = ['src', 'site', 'tests', 'docs', 'scripts', 'starter', 'content', 'data', 'translations'];
  const files = folders.flatMap((folder) => listFiles(join(root, folder)).map((file) => `${folder}/${file}`));
  const wrong = files.filter((file) =>
    file.split('/').some((step) => reserved.test(step) || /[<>:"|?*\\]|[ .]$/.test(step)),
  );
  expect(wrong).toEqual([]);
  const folded = files.map((file) => file.normalize('NFC').toLowerCase());
  expect(folded.filter((file, at) => folded.indexOf(file) !== at)).toEqual([]);
});
