import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from './build/read-tree.ts';

/** The stages in the order in which they may know each other: each only those before it. */
const stages = [
  'diagnostics',
  'versions',
  'config',
  'rest',
  'load',
  'sources',
  'resolve',
  'markdown',
  'chromium',
  'diagrams',
  'cards',
  'links',
  'navigation',
  'redirects',
  'changes',
  'check',
  'ledger',
  'workspace',
  'cache',
  'shards',
  'page',
  'output',
  'theme',
  'record',
  'compose',
  'publish',
  'pdf',
  'queries',
  'search',
  'bundle',
  'exchange',
  'codemod',
  'init',
  'publish-site',
  'rules',
  'mcp',
  'serve',
  'visual',
  'lsp',
  'cli',
];
/** Versions are made of the plans that the site file declares: one type the other way round. */
const isPlan = ({ file, target }: { file: string; target: string }) =>
  stageOf(file) === 'versions' && target === 'config/types.ts';

/** Beside the stages: what everybody may use, and the edges, which may use everybody. */
const shared = ['media-types.ts', 'trim-folder.ts', 'tune-v8.ts', 'usage-error.ts'];
const edges = ['cli.ts', 'index.ts'];

/** Who calls several stages in a row: the workspace, the reader of one page, the writers, and those who ask the workspace. */
const joints = [
  'workspace',
  'page',
  'queries',
  'codemod',
  'publish-site',
  'rules',
  'mcp',
  'serve',
  'visual',
  'cli',
];
/** What makes something of sources. */
const makers = {
  load: ['assembleCorpus', 'loadCorpus', 'refreshCorpus'],
  resolve: ['createResolver'],
  links: ['linkPages'],
  navigation: ['buildNavigation'],
};

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

test('nobody but edges and joints uses what lies beside the stages', () => {
  const loose = listFiles(src).filter((file) => !file.includes('/') && file.endsWith('.ts'));
  expect(loose.sort()).toEqual([...shared, ...edges, 'create-renderer.ts'].sort());
  const users = listFiles(src).filter((file) => file.endsWith('.ts') && file.includes('/'));
  const wrong = users.filter((file) =>
    listImports(file).some(
      (target) =>
        edges.includes(target) || (target === 'create-renderer.ts' && !joints.includes(stageOf(file))),
    ),
  );
  expect(wrong).toEqual([]);
});

test('only joints call the stages one after another', () => {
  const wrong = listFiles(src).filter((file) => {
    if (!file.includes('/') || !file.endsWith('.ts') || joints.includes(stageOf(file))) return false;
    const text = readFileSync(join(src, file), 'utf8');
    return Object.entries(makers).some(
      ([stage, names]) => stage !== stageOf(file) && names.some((name) => text.includes(`${name}(`)),
    );
  });
  expect(wrong).toEqual([]);
});

test('the templates know pages and what is told of them, and no stage that makes them', () => {
  const site = join(src, '../site');
  const known = [
    'diagnostics',
    'versions',
    'config',
    'load',
    'markdown',
    'links',
    'navigation',
    'redirects',
    'changes',
  ];
  const files = listFiles(site).filter((file) => file.endsWith('.ts'));
  const imported = files.flatMap((file) => {
    const text = readFileSync(join(site, file), 'utf8');
    const targets = [...text.matchAll(/from\s*'([./]*\/src\/[^']+)'/g)].map(([, path = '']) => path);
    return targets.map((path) => ({ file, target: path.replace(/^[./]*\/src\//, '') }));
  });
  expect(imported.length).toBeGreaterThan(3);
  const wrong = imported.filter(
    ({ target }) => !known.includes(stageOf(target)) || !/^[^/]+\/(?:index|types)\.ts$/.test(target),
  );
  expect(wrong).toEqual([]);
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
