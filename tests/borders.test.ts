import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from './build/read-tree.ts';

/** The stages in the order in which they may know each other: each only those before it. */
const stages = [
  'diagnostics',
  'versions',
  'config',
  'load',
  'sources',
  'resolve',
  'markdown',
  'links',
  'navigation',
  'redirects',
  'changes',
  'check',
  'workspace',
  'cache',
  'shards',
  'page',
  'output',
  'theme',
  'record',
  'compose',
  'publish',
  'queries',
  'search',
  'publish-site',
  'rules',
  'serve',
  'visual',
  'cli',
];
/** Versions are made of the plans that the site file declares: one type the other way round. */
const isPlan = ({ file, target }: { file: string; target: string }) =>
  stageOf(file) === 'versions' && target === 'config/types.ts';

const src = join(import.meta.dirname, '../src');
const imports = listFiles(src)
  .filter((file) => file.includes('/') && file.endsWith('.ts'))
  .flatMap((file) => listImports(file).map((target) => ({ file, target })))
  .filter(({ file, target }) => target.includes('/') && stageOf(file) !== stageOf(target));

test('a stage knows only the faces of other stages', () => {
  expect(imports.length).toBeGreaterThan(50);
  const inner = imports.filter(({ target }) => !/^[^/]+\/(?:index|types)\.ts$/.test(target));
  expect(inner).toEqual([]);
});

test('a stage knows only stages before it', () => {
  const upward = imports.filter((each) => !isPlan(each) && rankOf(each.target) >= rankOf(each.file));
  expect(upward).toEqual([]);
});

test('every stage has its place in the order', () => {
  const folders = new Set(
    listFiles(src)
      .filter((file) => file.includes('/'))
      .map(stageOf),
  );
  expect([...folders].sort()).toEqual([...stages].sort());
});

/** Paths of imported files of src/, relative to it. */
function listImports(file: string): readonly string[] {
  const text = readFileSync(join(src, file), 'utf8');
  const relatives = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) => path);
  return relatives
    .map((path) => normalize(join(dirname(file), path)))
    .filter((path) => !path.startsWith('..'));
}

function stageOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function rankOf(path: string): number {
  return stages.indexOf(stageOf(path));
}
