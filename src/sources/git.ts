import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { UsageError } from '../usage-error.ts';

const run = promisify(execFile);

/** Room for what git lists of a large repository, in bytes. */
const MAX_OUTPUT = 1_000_000_000;

/** What git answered: its output, or its exit code and what it said. */
export type GitAnswer =
  | { readonly output: string }
  | { readonly output?: undefined; readonly code: number; readonly complaint: string };

/**
 * Asks git about the repository that holds a folder. Nothing of that repository is run: no hook, no monitor of files. Nothing
 * is written there, and nobody is asked for a password.
 *
 * @throws UsageError where there is no git, or no such folder
 */
export async function askGit(folder: string, words: readonly string[], input?: string): Promise<GitAnswer> {
  try {
    const running = run('git', [...SAFE, '-C', folder, ...words], {
      maxBuffer: MAX_OUTPUT,
      env: createGitEnvironment(process.env),
    });
    running.child.stdin?.on('error', () => undefined).end(input ?? '');
    return { output: (await running).stdout };
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw describeNoGit();
    if (typeof code !== 'number') throw error;
    return { code, complaint: stderr.trim() };
  }
}

/** The bytes of some objects, in order; undefined for one that is not there, is no file, or is larger than that. */
export async function readBlobs(
  folder: string,
  names: readonly string[],
  maxBytes: number,
): Promise<readonly (Uint8Array | undefined)[]> {
  if (names.length === 0) return [];
  const sizes = await askGit(folder, ['cat-file', '--batch-check'], `${names.join('\n')}\n`);
  const lines = (sizes.output ?? '').split('\n');
  const isWanted = names.map((_, at) => {
    const [, kind, size] = (lines[at] ?? '').split(' ');
    return kind === 'blob' && Number(size) <= maxBytes;
  });
  const wanted = names.filter((_, at) => isWanted[at]);
  const blobs = wanted.length === 0 ? [] : splitBatch(await runBatch(folder, wanted));
  let next = 0;
  return names.map((_, at) => (isWanted[at] ? blobs[next++] : undefined));
}

/** In output of `cat-file --batch`: a line with the size, that many bytes, a line feed. */
function splitBatch(output: Buffer): readonly (Uint8Array | undefined)[] {
  const blobs: (Uint8Array | undefined)[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const [, kind, size] = output.toString('latin1', at, end).split(' ');
    const length = kind === 'blob' ? Number(size) : 0;
    blobs.push(kind === 'blob' ? output.subarray(end + 1, end + 1 + length) : undefined);
    at = kind === 'blob' ? end + 2 + length : end + 1;
  }
  return blobs;
}

function runBatch(folder: string, names: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const env = createGitEnvironment(process.env);
    const child = spawn('git', [...SAFE, '-C', folder, 'cat-file', '--batch'], {
      env,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? describeNoGit() : error),
    );
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(chunks)) : reject(new Error(`git cat-file ended with ${code}.`)),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${names.join('\n')}\n`);
  });
}

const SAFE = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];

/** Variables by which a hook of git speaks of a repository of its own: the folder decides here. */
const OWN = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR', 'GIT_NAMESPACE'];

/** The environment that git runs in. */
function createGitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !OWN.includes(name));
  return {
    ...Object.fromEntries(kept),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

/** Node says so of a folder that is not there, too; that one was looked at before. */
function describeNoGit(): UsageError {
  return new UsageError(
    'There is no git on this machine. Install git, or compare two built sites: decant diff OLD_FOLDER NEW_FOLDER.',
  );
}
