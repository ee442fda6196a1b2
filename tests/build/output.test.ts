import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openStaging } from '../../src/output/index.ts';
import { readTree } from './read-tree.ts';
import { repository, runDecant } from './run-decant.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

const sites = join(repository, 'tests/sites');

/** A copy of one of tests/sites/, to be changed. */
function copySite(name: string): { root: string; out: string } {
  const folder = createTemporaryFolder();
  const root = join(folder, 'root');
  cpSync(join(sites, name), root, { recursive: true });
  return { root, out: join(folder, 'site') };
}

const build = ({ root, out }: { root: string; out: string }, ...more: readonly string[]) =>
  runDecant(['build', '--root', root, '--out', out, ...more]);

test('the same sources give the same bytes, wherever they lie and whatever was published before', async () => {
  const one = copySite('translations');
  const other = copySite('translations');
  await build(one);
  await build(other);
  const first = readTree(one.out);
  expect(first.size).toBeGreaterThan(0);
  expect(readTree(other.out)).toEqual(first);
  await build(one);
  expect(readTree(one.out)).toEqual(first);
});

test('a version built alone has the pages it has among all versions', async () => {
  const whole = copySite('versions');
  const alone = copySite('versions');
  await build(whole);
  await build(alone, '--version=server-3.9');
  const isPage = ([path]: readonly [string, string]) => path.startsWith('en/server@3.9/');
  const articlesOf = (tree: ReadonlyMap<string, string>) =>
    [...tree]
      .filter(isPage)
      .map(([path, text]) => [path, /id="article-contents"[\s\S]*<\/article>/.exec(text)?.[0]]);
  const pages = articlesOf(readTree(alone.out));
  expect(pages.length).toBeGreaterThan(2);
  expect(pages).toEqual(articlesOf(readTree(whole.out)));
});

test('a build with an error leaves the last site byte for byte and exits with 1', async () => {
  const site = copySite('smallest');
  expect(await build(site)).toMatchObject({ status: 0 });
  const last = readTree(site.out);
  writeFileSync(
    join(site.root, 'content/tea/green.md'),
    "---\ntitle: Green\nversions: '*'\n---\n\n{% data reusables.gone %}\n",
  );
  const outcome = await build(site);
  expect(outcome.status).toBe(1);
  expect(outcome.stderr).toContain('content/tea/green.md:6:1');
  expect(readTree(site.out)).toEqual(last);
});

test('what no longer exists in the sources is gone from the next site', async () => {
  const site = copySite('smallest');
  await build(site);
  expect([...readTree(site.out).keys()]).toContain('en/tea/green/index.html');
  writeFileSync(
    join(site.root, 'content/tea/index.md'),
    "---\ntitle: Tea\nversions: '*'\nchildren:\n  - /black\n---\n",
  );
  writeFileSync(
    join(site.root, 'content/tea/black.md'),
    "---\ntitle: Black tea\nversions: '*'\n---\n\nBoil.\n",
  );
  await build(site, '--keep-going');
  expect([...readTree(site.out).keys()]).not.toContain('en/tea/green/index.html');
  expect([...readTree(site.out).keys()]).toContain('en/tea/black/index.html');
});

test('a warning about the site file is in the report, and counts as an error if asked for', async () => {
  const site = copySite('smallest');
  appendFileSync(join(site.root, 'data/site.yml'), 'colour: blue\n');
  const { status, stdout } = await build(site, '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout).diagnostics).toMatchObject([
    { code: 'config/unknown-key', severity: 'warning', place: { file: 'data/site.yml' } },
  ]);
  expect(await build(site, '--json', '--strict')).toMatchObject({ status: 1 });
});

test('wrong usage exits with 2 and writes nothing', async () => {
  const site = copySite('smallest');
  expect(await build(site, '--version=kettel')).toMatchObject({ status: 2, stdout: '' });
  expect(await build(site, '--lang=ja')).toMatchObject({ status: 2, stdout: '' });
  expect(await build(site, '--no-such-option')).toMatchObject({ status: 2, stdout: '' });
  expect(await build({ ...site, out: site.root })).toMatchObject({ status: 2, stdout: '' });
  expect(await build({ ...site, root: join(site.root, 'content') })).toMatchObject({ status: 2, stdout: '' });
  expect(readTree(site.out).size).toBe(0);
});

test('a build into a folder that another one writes into is refused', async () => {
  const site = copySite('smallest');
  const other = await openStaging(site.out, site.root);
  await other.write('index.html', 'of the other');
  const outcome = await build(site);
  expect(outcome).toMatchObject({ status: 2, stdout: '' });
  expect(outcome.stderr).toContain(`Another build writes into ${site.out}.`);
  await other.publish();
  await other.discard();
  expect(readTree(site.out).get('index.html')).toBe('of the other');
  expect(await build(site)).toMatchObject({ status: 0 });
});

test("a build that was killed is in nobody's way", async () => {
  const site = copySite('smallest');
  await build(site);
  const tree = readTree(site.out);
  const args = ['dist/src/cli.js', 'build', '--root', site.root, '--out', site.out, '--no-cache'];
  const killed = spawn(process.execPath, args, { cwd: repository, stdio: 'ignore' });
  const ended = once(killed, 'exit');
  while (!existsSync(`${site.out}.lock`)) await new Promise((resolve) => setTimeout(resolve, 1));
  killed.kill('SIGKILL');
  await ended;
  expect(existsSync(`${site.out}.lock`)).toBe(true);
  expect(await build(site)).toMatchObject({ status: 0 });
  expect(readTree(site.out)).toEqual(tree);
  expect(readdirSync(dirname(site.out)).sort()).toEqual(['root', 'site']);
});

test.each(['content/tea', 'data', 'assets/site', 'translations/ja-JP/content'])(
  'an output folder among the sources (%s) is refused',
  async (folder) => {
    const { root } = copySite('translations');
    const { status, stderr } = await runDecant(['build', '--root', root, '--out', join(root, folder)]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("site's sources are") });
  },
);

test('with --strict and --quiet, the warnings that fail a build are named', async () => {
  const site = copySite('smallest');
  appendFileSync(join(site.root, 'content/tea/green.md'), '\n[nothing](/nothing)\n');
  expect(await build(site, '--quiet')).toMatchObject({ status: 0, stderr: '' });
  const { status, stderr } = await build(site, '--quiet', '--strict');
  expect(status).toBe(1);
  expect(stderr).toContain('links/broken');
  expect(stderr).toContain('decant: There are warnings, and --strict counts them as errors.');
});
