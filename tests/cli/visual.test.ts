import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, repository, runDecant, runProgram } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';
import { hasBrowser } from '../visual-diff/browser.ts';

async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const who = ['-c', 'user.name=Writer', '-c', 'user.email=writer@example.com'];
  const { status, stdout, stderr } = await runProgram('git', [...who, ...args], folder);
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** A repository of two commits, of which the second adds a sentence. */
async function createRepository(): Promise<string> {
  const root = createTemporaryFolder();
  cpSync(join(repository, 'tests/sites/smallest/content'), join(root, 'content'), { recursive: true });
  cpSync(join(repository, 'tests/sites/smallest/data'), join(root, 'data'), { recursive: true });
  await git(root, 'init', '--quiet');
  await git(root, 'add', '.');
  await git(root, 'commit', '--quiet', '-m', 'before');
  const file = join(root, 'content/tea/green.md');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nA sentence \`that\` was added.\n`);
  await git(root, 'commit', '--quiet', '-a', '-m', 'after');
  return root;
}

it.skipIf(!hasBrowser)('builds two git refs, compares them, and leaves nothing of it behind', async () => {
  const root = await createRepository();
  const args = ['visual', 'HEAD~1', 'HEAD', '--width=800', '--scheme=light', '--json'];
  const { status, stdout, stderr } = await runDecant(args, root);
  expect(status, stderr).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    renderings: [{ page: 'en/tea/green/index.html', hasWords: true, hasLook: false }],
    added: [],
    removed: [],
  });
  expect(readFileSync(join(root, 'decant-visual/summary.md'), 'utf8')).toContain(
    '+ A sentence that was added.',
  );
  expect(existsSync(join(root, 'decant-visual/report.html'))).toBe(true);
  expect((await git(root, 'worktree', 'list')).trim().split('\n')).toHaveLength(1);
});

it('refuses a ref whose site has a folder in a submodule, and says what would work', async () => {
  const root = await createRepository();
  const commit = (await git(root, 'rev-parse', 'HEAD')).trim();
  await git(root, 'update-index', '--add', '--cacheinfo', `160000,${commit},content/coffee`);
  await git(root, 'commit', '--quiet', '-m', 'submodule');
  const { status, stderr } = await runDecant(['visual', 'HEAD', 'HEAD~1'], root);
  expect(status).toBe(2);
  expect(stderr).toContain("'HEAD' has 'content/coffee' in a submodule");
});

describe.skipIf(!hasBrowser)('a signal', () => {
  it.each([
    ['SIGINT', 'opening HEAD\n', 130],
    ['SIGTERM', 'looking at page 1', 143],
  ] as const)('%s while it says %j ends it, and leaves nothing behind', async (signal, phase, code) => {
    const root = await createRepository();
    const temporary = createTemporaryFolder();
    const child = spawn(process.execPath, [cli, 'visual', 'HEAD~1', 'HEAD'], {
      cwd: root,
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
      if (said.includes(phase)) child.kill(signal);
    });
    const [status] = await once(child, 'close');
    expect(status, said).toBe(code);
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(join(root, 'decant-visual'))).toBe(false);
    expect((await git(root, 'worktree', 'list')).trim().split('\n')).toHaveLength(1);
    expect(listProcesses(temporary)).toEqual([]);
  });

  /** Command lines that name a folder, as that of a browser names its profile; none on systems without `/proc`. */
  function listProcesses(folder: string): readonly string[] {
    const ids = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
    return ids.map(readCommand).filter((command) => command.includes(folder));
  }

  /** Processes end while they are listed. */
  function readCommand(id: string): string {
    try {
      return readFileSync(`/proc/${id}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  }
});

it('says what it cannot compare', async () => {
  const root = createTemporaryFolder();
  const refuse = async (...args: readonly string[]) => {
    const { status, stderr } = await runDecant(['visual', ...args], root);
    expect(status).toBe(2);
    return stderr;
  };
  expect(await refuse('one')).toContain('Name two built sites or git refs');
  expect(await refuse('--', '--all', 'two')).toContain("'--all' is neither a folder nor a commit");
  expect(await refuse('one', 'two', '--width=wide')).toContain("--width 'wide' is not a whole number");
  expect(await refuse('one', 'two', '--scheme=blue')).toContain("There is no scheme 'blue'");
});
