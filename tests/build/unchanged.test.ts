import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build, buildAnew, copySite, formatArgs, type Place } from './copy-site.ts';
import { readTree } from './read-tree.ts';
import { buildForReport, repository, runDecant, runProgram } from './run-decant.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

it('a build that would make the same again says the same again, and leaves every file alone', async () => {
  const place = copySite('translations');
  const first = await build(place, '--keep-going');
  expect(first.figures).toMatchObject({ unchanged: false, published: place.out });
  expect(first.diagnostics.length).toBeGreaterThan(0);
  const tree = readTree(place.out);
  const again = await build(place, '--keep-going');
  const { seconds: _, unchanged, ...figures } = again.figures;
  expect(unchanged).toBe(true);
  expect(first.figures).toMatchObject(figures);
  expect(again.diagnostics).toEqual(first.diagnostics);
  expect(again.status).toBe(first.status);
  expect(readTree(place.out)).toEqual(tree);
  const { stdout } = await runDecant(['build', ...formatArgs(place), '--no-search', '--keep-going']);
  expect(stdout).toContain(`Nothing has changed in ${place.out}`);
});

it('a text that could not be rendered is tried again', async () => {
  const place = copySite('translations');
  const file = join(place.root, 'translations/ja-JP/content/light/wick.md');
  appendFileSync(file, `\n${'<div>'.repeat(5000)}\n`);
  const codes = async () => {
    const { figures, diagnostics } = await build(place);
    expect(figures).toMatchObject({ unchanged: false, published: place.out });
    return diagnostics.map(({ code }) => code);
  };
  expect(await codes()).toContain('markdown/translation-fallback');
  appendFileSync(file, 'Trim it.\n');
  expect(await codes()).toEqual(await codes());
});

describe('what differs from the last build is built', () => {
  const edit = (file: string, text: string) => (place: Place) => appendFileSync(join(place.root, file), text);
  it.each<readonly [string, (place: Place) => void]>([
    ['an article', edit('content/light/wick.md', '\nTrim it.\n')],
    ['a translation', edit('translations/ja-JP/content/light/wick.md', '\n芯を切ります。\n')],
    ['a variable', edit('data/variables/product.yml', '\nnew: New\n')],
    ['the site file', edit('data/site.yml', 'editUrl: https://example.com/{file}\n')],
    ['a warning of the site file', edit('data/site.yml', 'colour: blue\n')],
    ['an asset', edit('assets/list.csv', 'green,3\n')],
    ['a new asset', ({ root }) => writeFileSync(join(root, 'assets/new.csv'), '')],
    ['an asset that is gone', ({ root }) => rmSync(join(root, 'assets/list.csv'))],
    ['a page that somebody changed', ({ out }) => appendFileSync(join(out, 'en/index.html'), ' ')],
    ['a page that was written again', ({ out }) => utimesSync(join(out, 'en/index.html'), 1, 1)],
    ['a page that is gone', ({ out }) => rmSync(join(out, 'en/index.html'))],
    ['a strange file among the pages', ({ out }) => writeFileSync(join(out, 'en/strange.html'), '')],
    ['an empty folder among the pages', ({ out }) => mkdirSync(join(out, 'en/strange'))],
    ['a site that is gone', ({ out }) => rmSync(out, { recursive: true })],
    ['a broken memory', ({ cache }) => breakFiles(cache)],
  ])('%s', async (_, change) => {
    const place = copySite('translations');
    await build(place, '--keep-going');
    change(place);
    expect((await build(place, '--keep-going')).figures).toMatchObject({ unchanged: false });
    expect(readTree(place.out)).toEqual((await buildAnew(place, '--keep-going')).tree);
    expect((await build(place, '--keep-going')).figures).toMatchObject({ unchanged: true });
  });

  it.each([['--version=server-2.0'], ['--lang=en']])('%s', async (option) => {
    const place = copySite('translations');
    await build(place, '--keep-going');
    expect((await build(place, '--keep-going', option)).figures).toMatchObject({ unchanged: false });
    expect((await build(place, '--keep-going', option)).figures).toMatchObject({ unchanged: true });
    expect((await build(place, '--keep-going')).figures).toMatchObject({ unchanged: false });
  });

  it('the search index', async () => {
    const place = copySite('smallest');
    await build(place);
    const first = await buildForReport(formatArgs(place));
    expect(first.figures).toMatchObject({ unchanged: false, search: { pages: expect.any(Number) } });
    const again = await buildForReport(formatArgs(place));
    expect(again.figures).toMatchObject({ unchanged: true });
    expect(again.figures.search).toMatchObject({ pages: (first.figures.search as { pages: number }).pages });
  });

  it('all of it, where templates of the site may ask for anything', async () => {
    const place = copySite('themed');
    await build(place);
    expect((await build(place)).figures).toMatchObject({ unchanged: false });
  });
});

it('another program builds anew', async () => {
  const place = copySite('smallest');
  const program = copyProgram();
  const run = async () => {
    const args = ['build', '--json', '--no-search', ...formatArgs(place)];
    const cli = join(program, 'dist/src/cli.js');
    const { stdout } = await runProgram(process.execPath, [cli, ...args], program);
    return JSON.parse(stdout).figures.unchanged;
  };
  expect(await run()).toBe(false);
  expect(await run()).toBe(true);
  appendFileSync(join(program, 'dist/src/compose/write-pages.js'), '\n// another\n');
  expect(await run()).toBe(false);
  expect(await run()).toBe(true);
});

it('a program stays what it is while another is compiled into its place', async () => {
  const place = copySite('smallest');
  const program = copyProgram();
  const script = `
    import { appendFileSync } from 'node:fs';
    const { runCommandLine } = await import('./dist/src/cli/run-command-line.js');
    const build = () => runCommandLine(${JSON.stringify(['build', '--no-search', ...formatArgs(place)])}, process.env);
    await build();
    appendFileSync('dist/src/compose/write-pages.js', '\\n// another\\n');
    await build();`;
  const { stdout } = await runProgram(process.execPath, ['--input-type=module', '--eval', script], program);
  expect(stdout).toContain('Nothing has changed in ');
});

it('errors count as in any other build', async () => {
  const place = copySite('smallest');
  writeFileSync(
    join(place.root, 'content/tea/green.md'),
    "---\ntitle: Green\nversions: '*'\n---\n\n{% data reusables.gone %}\n",
  );
  expect(await build(place, '--keep-going')).toMatchObject({ status: 1 });
  const kept = await build(place, '--keep-going');
  expect(kept).toMatchObject({ status: 1, figures: { unchanged: true, published: place.out } });
  const refused = await build(place);
  expect(refused).toMatchObject({ status: 1, figures: { unchanged: true, published: null } });
  expect(refused.diagnostics).toEqual(kept.diagnostics);
});

it('a build that failed leaves what is known of the site', async () => {
  const place = copySite('smallest');
  await build(place);
  const file = join(place.root, 'content/tea/more.md');
  const index = join(place.root, 'content/tea/index.md');
  cpSync(index, `${index}.kept`);
  writeFileSync(file, '---\ntitle: More\nversions: [\n---\n');
  writeFileSync(index, "---\ntitle: Tea\nversions: '*'\nchildren:\n  - /more\n---\n");
  expect(await build(place)).toMatchObject({ status: 1 });
  cpSync(`${index}.kept`, index);
  rmSync(`${index}.kept`);
  rmSync(file);
  expect((await build(place)).figures).toMatchObject({ unchanged: true });
});

it('a cache that is only read is not written, but asked', async () => {
  const place = copySite('smallest');
  await build(place, '--cache-mode=read');
  expect((await build(place)).figures).toMatchObject({ unchanged: false });
  expect((await build(place, '--cache-mode=read')).figures).toMatchObject({ unchanged: true });
});

/** The compiled program, to be changed. */
function copyProgram(): string {
  const program = createTemporaryFolder();
  cpSync(join(repository, 'dist'), join(program, 'dist'), { recursive: true });
  for (const name of ['node_modules', 'site', 'package.json'])
    symlinkSync(join(repository, name), join(program, name));
  return program;
}

function breakFiles(folder: string): void {
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'decant-pack broken\n{}');
}
