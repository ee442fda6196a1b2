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
import { expect, test } from 'vitest';
import { cli, repository, runProgram } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

/** Debian's strace, where there is one: `.ci/run` sees to it. */
const strace = ['/usr/bin/strace', '/usr/local/bin/strace'].find((path) => existsSync(path));

const CALLS = [
  'socket,connect,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2',
  'unlink,unlinkat,link,linkat,symlink,symlinkat,truncate,rmdir',
].join();

test.skipIf(strace === undefined)(
  'a build with its workers and its search asks no network, reads its root alone and writes to output and cache alone',
  async () => {
    const folder = createTemporaryFolder();
    const [root, trace] = [join(folder, 'root'), join(folder, 'trace')];
    cpSync(join(repository, 'tests/sites/smallest'), root, { recursive: true });
    for (const name of ['home', 'temporary']) mkdirSync(join(folder, name));
    // What lies beside the root is nobody's business, even where a link leads to it.
    writeFileSync(join(folder, 'beside.md'), "---\ntitle: Beside\nversions: '*'\n---\n");
    symlinkSync(join(folder, 'beside.md'), join(root, 'content/tea/beside.md'));
    const places = ['--root', root, '--out', join(folder, 'site'), '--cache', join(folder, 'cache')];
    const args = ['-f', '-qq', '-s', '4096', '-o', trace, '-e', `trace=${CALLS}`];
    const command = [process.execPath, cli, 'build', '--keep-going', '--workers=1', ...places];
    // The folder of the tests' own modules is not that of a user.
    const env = { HOME: join(folder, 'home'), TMPDIR: join(folder, 'temporary'), NODE_COMPILE_CACHE: '' };
    await runProgram(strace as string, [...args, ...command], folder, env);
    expect(readdirSync(join(folder, 'site/en/tea'))).toContain('green');
    expect(readdirSync(join(folder, 'site/en/tea'))).not.toContain('beside');

    const calls = readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => !/ = -1 |resumed>/.test(line));
    expect(calls.filter((line) => /\bsocket\(AF_INET6?|\bconnect\(/.test(line))).toEqual([]);
    const opened = calls.map(readCall).filter((call) => call !== undefined);
    const written = opened.filter(({ isWrite }) => isWrite).flatMap(({ paths }) => paths);
    const ours = new RegExp(`^(?:${folder}/(?:site|cache|temporary)\\b|/dev/null$)`);
    expect(written.length).toBeGreaterThan(50);
    expect(written.filter((path) => !ours.test(path))).toEqual([]);
    const read = opened.filter(({ isWrite }) => !isWrite).flatMap(({ paths }) => paths);
    const theirs = /^\/(?:etc|lib|lib64|opt|proc|sys|usr|dev)\//;
    const own = new RegExp(`^${folder}(?:$|/(?:root|site|cache|temporary|home)\\b)`);
    expect(read.filter((path) => !own.test(path) && !theirs.test(path) && !isProgram(path))).toEqual([]);
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
