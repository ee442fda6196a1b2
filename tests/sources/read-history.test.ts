import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type History, readHistory } from '../../src/sources/index.ts';
import { createFolder, removeFolder } from '../build/temporary-folder.ts';
import { createRepository, type TestRepository } from './repository.ts';

const temporary = createFolder();
afterAll(() => removeFolder(temporary));

let repository: TestRepository;
let commits: readonly string[];

/** A site in a folder of a repository, in four commits. */
beforeAll(() => {
  repository = createRepository(join(temporary, 'site'));
  repository.write({
    'docs/content/a.md': 'One.\r\n',
    'docs/ja/a b.md': '一。\n',
    'docs/ja/moved.md': '動く。\n',
    'docs/ja/gone.md': '消える。\n',
    'docs/ja/湯.md': '湯。\n',
  });
  const first = repository.commit();
  repository.write({ 'docs/content/a.md': 'Two.\n', 'docs/ja/a b.md': '二。\n' });
  const second = repository.commit();
  repository.git('mv', 'docs/ja/moved.md', 'docs/ja/other.md');
  repository.git('rm', '--quiet', 'docs/ja/gone.md');
  const third = repository.commit();
  repository.write({ 'docs/ja/gone.md': 'また。\n' });
  commits = [first, second, third, repository.commit()];
  repository.write({ 'docs/ja/new.md': '新。\n', 'docs/ja/湯.md': 'お湯。\n' });
});

async function read(folder = repository.folder): Promise<Extract<History, { kind: 'git' }>> {
  const history = await readHistory(join(folder, 'docs'), ['ja']);
  if (history.kind === 'none') throw new Error(history.reason);
  return history;
}

test('the last touch of every file of some folders, past moves', async () => {
  const { touches, changed, isShallow } = await read();
  expect(
    [...touches].map(([file, { commit, path }]) => [file, commits.indexOf(commit), path]).sort(),
  ).toEqual([
    ['ja/a b.md', 1, 'ja/a b.md'],
    ['ja/gone.md', 3, 'ja/gone.md'],
    ['ja/other.md', 0, 'ja/moved.md'],
    ['ja/湯.md', 0, 'ja/湯.md'],
  ]);
  expect(touches.get('ja/a b.md')?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect([...changed].sort()).toEqual(['ja/new.md', 'ja/湯.md']);
  expect(isShallow).toBe(false);
});

test('texts of files in commits, and of none that was not there', async () => {
  const { readTexts } = await read();
  const [first = '', second = ''] = commits;
  expect(
    await readTexts([
      { commit: first, path: 'content/a.md' },
      { commit: second, path: 'content/a.md' },
      { commit: second, path: 'content/b.md' },
      { commit: first, path: 'ja/湯.md' },
    ]),
  ).toEqual(['One.\n', 'Two.\n', undefined, '湯。\n']);
});

test('where a shallow clone ends, nothing older is known', async () => {
  const clone = join(temporary, 'clone');
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${repository.folder}`, clone], {
    stdio: 'ignore',
  });
  const { touches, isShallow } = await read(clone);
  expect(isShallow).toBe(true);
  expect([...touches.values()].every(({ isOldestKnown }) => isOldestKnown)).toBe(true);
});

test('without a repository, or without a commit, there is a reason', async () => {
  const folder = createFolder();
  expect(await readHistory(folder, ['ja'])).toEqual({
    kind: 'none',
    reason: `${folder} is not in a git repository.`,
  });
  createRepository(folder);
  expect(await readHistory(folder, ['ja'])).toEqual({
    kind: 'none',
    reason: 'Nothing is committed here yet.',
  });
  removeFolder(folder);
});
