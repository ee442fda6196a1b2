import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { readConfig } from '../../src/config/index.ts';
import { assembleCorpus, readFiles } from '../../src/load/index.ts';
import { listVersions } from '../../src/versions/index.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

/** Every name with `locked` in it is kept from this process, as file modes keep it from everybody but root. */
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof import('node:fs')>();
  return { ...fs, openSync: lock(fs.openSync), accessSync: lock(fs.accessSync) };
});
vi.mock('node:fs/promises', async (load) => {
  const fs = await load<typeof import('node:fs/promises')>();
  return { ...fs, readdir: lock(fs.readdir) };
});

function lock<T extends (...args: never[]) => unknown>(call: T): T {
  return ((...args: Parameters<T>) => {
    if (!String(args[0]).includes('locked')) return call(...args);
    throw Object.assign(new Error(`EACCES: permission denied, open '${args[0]}'`), { code: 'EACCES' });
  }) as T;
}

let root = '';
beforeEach(() => {
  root = createTemporaryFolder();
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

const SITE = `title: Kettle
baseUrl: https://docs.example.com/
languages: [{ code: en, name: English }, { code: ja, name: 日本語, dir: ja }]
plans: [{ id: kettle, short: kettle, name: Kettle, default: true }]
`;

test('what cannot be read is named, and everything else is read', async () => {
  write({
    'data/site.yml': SITE,
    'content/index.md': 'Home',
    'content/locked.md': 'Secret',
    'content/locked/tea.md': 'Secret',
    'ja/content/index.md': 'ホーム',
    'ja/content/locked.md': '秘密',
    'data/variables/locked.yml': 'a: b',
    'assets/locked.pdf': 'Secret',
    'assets/locked.png': 'Secret',
    'assets/open.pdf': 'Open',
  });
  const { value: config } = await readConfig(root);
  if (config === undefined) throw new Error('The site file cannot be used.');
  const { value, diagnostics } = await readFiles(config);
  expect([...value.texts.keys()]).toEqual(['content/index.md', 'data/site.yml', 'ja/content/index.md']);
  expect([...value.assets]).toEqual(['assets/open.pdf']);
  expect(
    diagnostics.map(({ code, severity, message, place, languages }) => [
      code,
      severity,
      message,
      place.file,
      languages,
    ]),
  ).toEqual([
    fault('folder', 'content/locked'),
    fault('file', 'content/locked.md'),
    fault('file', 'data/variables/locked.yml'),
    [
      'load/unreadable',
      'warning',
      "The file 'ja/content/locked.md' cannot be read.",
      'ja/content/locked.md',
      ['ja'],
    ],
    fault('file', 'assets/locked.pdf'),
    fault('file', 'assets/locked.png'),
  ]);
});

test('of a file that cannot be read, nothing is said where it is named and translated', async () => {
  write({
    'data/site.yml': SITE,
    'content/index.md': "---\ntitle: Home\nversions: '*'\nchildren: [/locked]\n---\n",
    'content/locked.md': 'Secret',
    'ja/content/locked.md': '秘密',
  });
  const { value: config } = await readConfig(root);
  if (config === undefined) throw new Error('The site file cannot be used.');
  const { value } = await readFiles(config);
  const files = { ...value, texts: new Map([...value.texts, ['ja/content/locked.md', '秘密']]) };
  const corpus = assembleCorpus(files, config, listVersions(config.plans));
  expect(corpus.diagnostics).toEqual([]);
  expect(corpus.value.failed).toEqual(new Set(['locked']));
});

test('of a file of data that cannot be read, it is known that nothing can be said', async () => {
  write({
    'data/site.yml': SITE,
    'content/index.md': "---\ntitle: Home\nversions: '*'\n---\n",
    'data/reusables/locked.md': 'Secret',
    'data/variables/locked.yml': 'a: b',
    'data/features/locked.yml': "versions: '*'",
  });
  const { value: config } = await readConfig(root);
  if (config === undefined) throw new Error('The site file cannot be used.');
  const { value: files } = await readFiles(config);
  const { data, features } = assembleCorpus(files, config, listVersions(config.plans)).value;
  expect(data.explainAbsent('reusables.locked')).toEqual({ kind: 'unread' });
  expect(data.explainAbsent('variables.locked.a')).toEqual({ kind: 'unread' });
  expect(data.explainAbsent('variables.other.a')).toMatchObject({ kind: 'absent' });
  expect([...features]).toEqual([['locked', 0n]]);
});

function fault(kind: string, file: string) {
  return ['load/unreadable', 'error', `The ${kind} '${file}' cannot be read.`, file, []];
}
