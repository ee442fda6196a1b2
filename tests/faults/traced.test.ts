import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, repository, runProgram } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

/** Debian's strace, where there is one: `.ci/run` sees to it. */
const strace = ['/usr/bin/strace', '/usr/local/bin/strace'].find((path) => existsSync(path));

const CALLS = [
  'socket,connect,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2',
  'unlink,unlinkat,link,linkat,symlink,symlinkat,truncate,rmdir',
].join();

/** What a command asked the system for, and where it was let. */
interface Traced {
  readonly folder: string;
  /** Calls that succeeded, one a line. */
  readonly calls: readonly string[];
  readonly written: readonly string[];
  readonly read: readonly string[];
}

/** Runs a command with the smallest site, in whose content a link leads out. Site, zip or book is `out`. */
async function traceCommand(words: readonly string[]): Promise<Traced> {
  const folder = createTemporaryFolder();
  const [root, trace] = [join(folder, 'root'), join(folder, 'trace')];
  cpSync(join(repository, 'tests/sites/smallest'), root, { recursive: true });
  for (const name of ['home', 'made', 'temporary']) mkdirSync(join(folder, name));
  // What lies beside the root is nobody's business, even where a link leads to it.
  writeFileSync(join(folder, 'beside.md'), "---\ntitle: Beside\nversions: '*'\n---\n");
  symlinkSync(join(folder, 'beside.md'), join(root, 'content/tea/beside.md'));
  const places = ['--root', root, '--out', join(folder, 'made/out'), '--cache', join(folder, 'cache')];
  const args = ['-f', '-qq', '-s', '4096', '-o', trace, '-e', `trace=${CALLS}`];
  const command = [process.execPath, cli, ...words, '--keep-going', '--workers=1', ...places];
  // The folder of the tests' own modules is not that of a user.
  const env = { HOME: join(folder, 'home'), TMPDIR: join(folder, 'temporary'), NODE_COMPILE_CACHE: '' };
  await runProgram(strace as string, [...args, ...command], folder, env);
  const calls = readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => !/ = -1 |resumed>/.test(line));
  const opened = calls.map(readCall).filter((call) => call !== undefined);
  const list = (isWrite: boolean) =>
    opened.filter((call) => call.isWrite === isWrite).flatMap(({ paths }) => paths);
  return { folder, calls, written: list(true), read: list(false) };
}

function expectKeptInside({ folder, calls, written, read }: Traced): void {
  expect(calls.filter((line) => /\bsocket\(AF_INET6?|\bconnect\(/.test(line))).toEqual([]);
  const ours = new RegExp(`^(?:${folder}/(?:made|cache|temporary)\\b|/dev/null$)`);
  expect(written.length).toBeGreaterThan(50);
  expect(written.filter((path) => !ours.test(path))).toEqual([]);
  const theirs = /^\/(?:etc|lib|lib64|opt|proc|sys|usr|dev)\//;
  const own = new RegExp(`^${folder}(?:$|/(?:root|made|cache|temporary|home)\\b)`);
  expect(read.filter((path) => !own.test(path) && !theirs.test(path) && !isProgram(path))).toEqual([]);
}

describe.skipIf(strace === undefined)(
  'without network, reading its root and writing what it was told to',
  () => {
    test('a build works, with its workers and its search', async () => {
      const traced = await traceCommand(['build']);
      expectKeptInside(traced);
      expect(readdirSync(join(traced.folder, 'made/out/en/tea'))).toContain('green');
      expect(readdirSync(join(traced.folder, 'made/out/en/tea'))).not.toContain('beside');
    });

    test('a bundle is made, and nothing else is left', async () => {
      const traced = await traceCommand(['build', '--bundle', 'kettle']);
      expectKeptInside(traced);
      expect(readFileSync(join(traced.folder, 'made/out')).subarray(0, 4).toString('latin1')).toBe(
        'PK\u0003\u0004',
      );
      expect(readdirSync(join(traced.folder, 'made'))).toEqual(['out']);
      expect(readdirSync(join(traced.folder, 'temporary'))).toEqual([]);
    });
  },
);

/** Files of Decant itself: its compiled program, what it publishes of the theme, its packages. */
function isProgram(path: string): boolean {
  return ['dist', 'node_modules', 'site', 'schemas', 'package.json'].some((name) =>
    path.startsWith(join(repository, name)),
  );
}

/** What a line of the trace says of files; `undefined` of any other. */
function readCall(
  line: string,
): { readonly paths: readonly string[]; readonly isWrite: boolean } | undefined {
  const [, name = '', rest = ''] = /\b([a-z0-9]+)\((.*)$/.exec(line) ?? [];
  const paths = [...rest.matchAll(/"([^"]*)"/g)]
    .map(([, path = '']) => path)
    .filter((path) => path.startsWith('/'));
  if (name === 'socket' || paths.length === 0) return undefined;
  return { paths, isWrite: !name.startsWith('open') || /O_WRONLY|O_RDWR|O_CREAT/.test(rest) };
}
