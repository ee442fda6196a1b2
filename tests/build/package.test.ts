import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Outcome, repository, runProgram } from './run-decant.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

test('the packed package, installed elsewhere, builds a site there', async () => {
  const folder = createTemporaryFolder();
  cpSync(join(repository, 'tests/sites/smallest'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const tarball = await pack(folder);
  await install(folder, tarball);

  const outcome = await runProgram('node_modules/.bin/decant', ['build'], folder);
  expect(outcome).toMatchObject({ status: 0 });
  expect(readFileSync(join(folder, '_site/en/tea/green/index.html'), 'utf8')).toContain('<em>three</em>');
});

/** Without scripts: they would compile into the folder that other tests are running from. */
async function pack(folder: string): Promise<string> {
  const outcome = await runNpm(
    ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
    repository,
  );
  expect(outcome).toMatchObject({ status: 0 });
  const [{ filename, files }] = JSON.parse(outcome.stdout);
  const paths = files.map(({ path }: { path: string }) => path);
  expect(paths).toContain('README.md');
  // The renderer holds code of others.
  expect(paths).toContain('dist/licenses.txt');
  expect(
    paths.filter((path: string) => /^(?:src|tests|content|scripts)\/|\.tsbuildinfo$/.test(path)),
  ).toEqual([]);
  return join(folder, filename);
}

/** By npm from its cache where that holds everything; otherwise by hand, with this repository's packages. */
async function install(folder: string, tarball: string): Promise<void> {
  const { status } = await runNpm(
    ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball],
    folder,
  );
  if (status !== 0) await installByHand(folder, tarball);
}

async function installByHand(folder: string, tarball: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  const target = join(modules, 'decant');
  for (const path of listProductionPackages()) {
    cpSync(join(repository, path), join(folder, path), { recursive: true });
  }
  mkdirSync(target, { recursive: true });
  const unpacked = await runProgram('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'], folder);
  expect(unpacked).toMatchObject({ status: 0 });
  mkdirSync(join(modules, '.bin'), { recursive: true });
  writeFileSync(
    join(target, 'start'),
    `#!/bin/sh\nexec "${process.execPath}" "${target}/dist/src/cli.js" "$@"\n`,
    {
      mode: 0o755,
    },
  );
  symlinkSync('../decant/start', join(modules, '.bin/decant'));
}

function listProductionPackages(): readonly string[] {
  const lock = JSON.parse(readFileSync(join(repository, 'node_modules/.package-lock.json'), 'utf8'));
  const entries = Object.entries<{ dev?: boolean }>(lock.packages);
  return entries.filter(([path, { dev }]) => !dev && !path.includes('/node_modules/')).map(([path]) => path);
}

function runNpm(args: readonly string[], cwd: string): Promise<Outcome> {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js')
    ? runProgram(process.execPath, [npm, ...args], cwd)
    : runProgram('npm', args, cwd);
}
