import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFiles } from '../../src/load/index.ts';
import { config } from '../publish/make-site.ts';

let folder: string;
let root: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'decant-days-'));
  root = join(folder, 'repository/docs');
  mkdirSync(join(root, 'content'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

function git(day: string, ...words: readonly string[]): void {
  const date = `${day}T23:30:00+0900`;
  const name = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@x',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@x',
  };
  const env = {
    ...process.env,
    ...name,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  execFileSync('git', ['-C', join(folder, 'repository'), ...words], { env, stdio: 'pipe' });
}

function commit(day: string, file: string, text: string): void {
  writeFileSync(join(root, file), text);
  git(day, 'add', '.');
  git(day, 'commit', '-m', file);
}

function writeHistory(): void {
  git('2021-01-01', 'init', '-b', 'main');
  commit('2021-01-02', 'content/old.md', '1');
  commit('2021-02-03', 'content/お茶 1.md', '1');
  commit('2021-03-04', 'content/new.md', '1');
  commit('2021-04-05', 'content/new.md', '2');
}

async function readDays(from = root) {
  const { value } = await readFiles({ ...config, root: from, lastUpdated: 'git' });
  return value.days && Object.fromEntries(value.days);
}

test('the day of a file is that of the last commit that changed it, where it was made', async () => {
  writeHistory();
  expect(await readDays()).toEqual({
    'content/new.md': '2021-04-05',
    'content/old.md': '2021-01-02',
    'content/お茶 1.md': '2021-02-03',
  });
});

test('what only the end of a shallow clone names has no day', async () => {
  writeHistory();
  const origin = `file://${join(folder, 'repository')}`;
  execFileSync('git', ['clone', '--depth', '2', origin, join(folder, 'clone')], { stdio: 'pipe' });
  expect(await readDays(join(folder, 'clone/docs'))).toEqual({ 'content/new.md': '2021-04-05' });
});

test('outside of a repository nothing has a day', async () => {
  expect(await readDays()).toEqual({});
});

test('nobody asks git where the site file does not', async () => {
  writeHistory();
  expect((await readFiles({ ...config, root })).value.days).toBeUndefined();
});
