import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Room for what git says of a long history, in bytes. */
const MAX_OUTPUT = 1_000_000_000;

/**
 * The day of the last commit to each file below the root, `2021-10-01`, by names relative to the root: one pass through
 * the history. Where there is no git, or no repository, nothing is known. Of a shallow clone, the commits at its end seem
 * to have written every file, so what only they name stays unknown rather than wrong.
 */
export async function readDays(root: string): Promise<ReadonlyMap<string, string>> {
  const days = new Map<string, string>();
  const history = await askGit(root, [
    '-c',
    'log.showSignature=false',
    'log',
    '--format=%x01%H %cs',
    '--name-only',
    '--no-renames',
    '--relative',
    '-z',
    '--',
    '.',
  ]);
  if (history === undefined) return days;
  const ends = await listEnds(root);
  for (const commit of history.split('\x01').slice(1)) {
    const [head = '', ...names] = commit.split(/[\0\n]+/);
    const [hash = '', day = ''] = head.split(' ');
    if (ends.has(hash)) continue;
    for (const name of names) if (name !== '' && !days.has(name)) days.set(name, day);
  }
  return days;
}

/** The commits that a shallow clone ends with. */
async function listEnds(root: string): Promise<ReadonlySet<string>> {
  const path = await askGit(root, ['rev-parse', '--git-path', 'shallow']);
  if (path === undefined) return new Set();
  const text = await readFile(resolve(root, path.trim()), 'utf8').catch(() => '');
  return new Set(text.split('\n').filter((line) => line !== ''));
}

async function askGit(root: string, words: readonly string[]): Promise<string | undefined> {
  try {
    return (await run('git', ['-C', root, ...words], { maxBuffer: MAX_OUTPUT })).stdout;
  } catch {
    return undefined;
  }
}
