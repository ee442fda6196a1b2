import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { findCommit } from '../sources/index.ts';
import { UsageError } from '../usage-error.ts';

/** A built site to compare, and how to clear away what was made for it. */
export interface Side {
  readonly folder: string;
  close(): Promise<void>;
}

const run = promisify(execFile);
const MAX_OUTPUT = 64 * 1024 * 1024;

/**
 * A folder is taken as it is. Anything else is a git ref: it is checked out into a temporary worktree and built there by
 * the running program.
 *
 * @param root the folder that holds content/ and data/, inside a git repository where a ref is named
 * @param signal ends the build, and what was made for it is cleared away
 * @throws UsageError where the name is neither, or the ref does not build
 */
export async function openSide(name: string, root: string, signal: AbortSignal): Promise<Side> {
  if (statSync(name, { throwIfNoEntry: false })?.isDirectory())
    return { folder: resolve(name), close: async () => undefined };
  const commit = await findSideCommit(name, root);
  await refuseSubmodules(name, root, commit);
  const temporary = await mkdtemp(join(tmpdir(), 'decant-side-'));
  const tree = join(temporary, 'tree');
  const close = async () => {
    await git(root, ['worktree', 'remove', '--force', tree]).catch(() => undefined);
    await rm(temporary, { recursive: true, force: true });
  };
  try {
    // Hooks of the repository are not run: they belong to the work of people.
    await git(root, ['-c', 'core.hooksPath=/dev/null', 'worktree', 'add', '--detach', tree, commit]);
    const inner = (await git(root, ['rev-parse', '--show-prefix'])).trim();
    signal.throwIfAborted();
    return { folder: await build(name, join(tree, inner), join(temporary, 'site'), signal), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A name that is neither was more likely meant to be a folder, or a ref that has to be fetched: both are said. */
async function findSideCommit(name: string, root: string): Promise<string> {
  return findCommit(root, name).catch((error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(
      `'${name}' is neither a folder nor a commit that git knows in ${root}. ${error.message}`,
    );
  });
}

/** A worktree has nothing of a submodule, so that a site would be built without it. */
async function refuseSubmodules(name: string, root: string, commit: string): Promise<void> {
  const listed = await git(root, ['ls-tree', '-r', '-z', commit, '.']);
  const [, submodule] = /(?:^|\0)160000 commit [0-9a-f]+\t([^\0]*)/.exec(listed) ?? [];
  if (submodule === undefined) return;
  throw new UsageError(
    `'${name}' has '${submodule}' in a submodule, which is not checked out for pictures. Build both states, and name their folders: decant visual old/_site _site.`,
  );
}

async function git(root: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', root, ...args], { maxBuffer: MAX_OUTPUT });
  return stdout;
}

/** Pages without errors are compared although others have some. */
async function build(name: string, root: string, out: string, signal: AbortSignal): Promise<string> {
  const program = process.argv[1] ?? '';
  const args = [program, 'build', '--root', root, '--out', out, '--keep-going', '--quiet'];
  const running = run(process.execPath, args, { maxBuffer: MAX_OUTPUT });
  // Its end is waited for: until then it may write.
  const stop = () => running.child.kill();
  signal.addEventListener('abort', stop);
  const failure = await running.catch((error) => error);
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (statSync(out, { throwIfNoEntry: false })?.isDirectory()) return out;
  throw new UsageError(`'${name}' could not be built.\n${failure.stderr ?? failure}`);
}
