import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Outcome, repository, runProgram } from './run-decant.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

test('the packed package, installed elsewhere, builds a site there', async () => {
  const folder = createTemporaryFolder();
  cpSync(join(repository, 'tests/sites/smallest'), folder, { recursive: true });
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
  expect(paths).toContain('starter/ja/content/guide/versions.md');
  // The renderer holds code of others.
  expect(paths).toContain('dist/licenses.txt');
  expect(
    paths.filter((path: string) => /^(?:src|tests|content|scripts)\/|\.tsbuildinfo$/.test(path)),
  ).toEqual([]);
  const modules = paths.filter(
    (path: string) => /^dist\/s.*(?<!\.d)\.(?:js|ts)$/.test(path) && !/\/chunks\//.test(path),
  );
  expect(modules.map(findSource).filter((source: string) => !existsSync(join(repository, source)))).toEqual(
    [],
  );
  return join(folder, filename);
}

/** Of a compiled module. */
function findSource(path: string): string {
  return path.replace(/^dist\//, '').replace(/\.js$/, '.ts');
}

/** As npm would lay it out, with the packages of this repository that are no tools of its developers. */
async function install(folder: string, tarball: string): Promise<void> {
  for (const path of listProductionPackages()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(repository, path), join(folder, path));
  }
  const target = join(folder, 'node_modules/decant');
  mkdirSync(target);
  const unpacked = await runProgram('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'], folder);
  expect(unpacked).toMatchObject({ status: 0 });
  const { bin } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  for (const [name, file] of Object.entries<string>(bin)) {
    chmodSync(join(target, file), 0o755);
    symlinkSync(join('../decant', file), join(folder, 'node_modules/.bin', name));
  }
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
