import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { SITE_FILE, TEA } from '../ledger/make-tea.ts';
import type { Texts } from '../workspace/random-site.ts';
import { runDecant } from './run-decant.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** A site on disk, and a way to build it. */
function writeTea(siteFile: string = SITE_FILE) {
  const root = join(createTemporaryFolder(), 'root');
  write({ ...TEA, 'data/site.yml': siteFile });
  return { root, write, replace, read, build, ledger: join(root, 'data/addresses.txt') };

  function write(texts: Texts): void {
    for (const [file, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
  }

  function read(file: string): string {
    return readFileSync(join(root, file), 'utf8');
  }

  function replace(file: string, before: string, after: string): void {
    expect(read(file)).toContain(before);
    write({ [file]: read(file).replace(before, after) });
  }

  function build(...args: readonly string[]) {
    return runDecant(['build', '--root', root, '--cache', join(root, '../cache'), '--no-search', ...args]);
  }
}

const WITH_LEDGER = `${SITE_FILE}ledger: data/addresses.txt\n`;

test('a build keeps what it publishes, and one that has nothing to do leaves the ledger as it is', async () => {
  const { build, read, ledger } = writeTea(WITH_LEDGER);
  const first = await build();
  expect(first.status).toBe(0);
  expect(first.stdout).toMatch(/^addresses {4}\d+ new in data\/addresses\.txt, to commit$/m);
  const text = read('data/addresses.txt');
  expect(text).toContain('\n/en/green/#storing\n');
  const second = await build();
  expect(second.stdout).toContain('Nothing has changed');
  expect(read('data/addresses.txt')).toBe(text);
  expect(existsSync(ledger)).toBe(true);
});

test('the command line names a ledger too, before the site file', async () => {
  const { root, build, ledger } = writeTea(WITH_LEDGER);
  const own = join(root, '../own.txt');
  expect((await build('--ledger', own)).status).toBe(0);
  expect(readFileSync(own, 'utf8')).toContain('/ja/green/#storing');
  expect(existsSync(ledger)).toBe(false);
});

test('a build that would lose something fails, and leaves the site and the ledger in their place', async () => {
  const { build, read, replace } = writeTea(WITH_LEDGER);
  await build();
  const text = read('data/addresses.txt');
  replace('content/green.md', '## Storing', '## Keeping the leaves');
  const failed = await build('--json');
  expect(failed.status).toBe(1);
  expect(JSON.parse(failed.stdout).diagnostics).toMatchObject([
    {
      code: 'ledger/lost-heading',
      place: { file: 'content/green.md' },
      languages: expect.arrayContaining(['en']),
    },
  ]);
  expect(read('_site/en/green/index.html')).toContain('id="storing"');
  expect(read('data/addresses.txt')).toBe(text);
});

test('one article built again says what its page has lost, and adds what it has more', async () => {
  const { build, read, replace } = writeTea(WITH_LEDGER);
  await build();
  replace('content/black.md', 'Boiling', 'Really boiling');
  expect((await build()).stdout).toContain('of them rebuilt');
  replace('content/black.md', '## Brewing black tea', '## Steeping');
  expect((await build()).stderr).toContain('ledger/lost-heading');
  replace('content/black.md', '## Steeping', '## Brewing black tea\n\nAs follows.\n\n## Steeping');
  expect((await build()).status).toBe(0);
  expect(read('data/addresses.txt')).toContain('/en/black/#steeping\n');
});

test('a part of the site adds what it has and takes nothing away', async () => {
  const { build, read } = writeTea(WITH_LEDGER);
  await build('--version=cl', '--lang=en');
  expect(read('data/addresses.txt')).not.toContain('/ja/');
  await build();
  const text = read('data/addresses.txt');
  expect(text).toContain('/ja/server@2.1/black/');
  expect((await build('--version=sv-2.0', '--lang=ja')).status).toBe(0);
  expect(read('data/addresses.txt')).toBe(text);
});

test('a ledger that git could not merge keeps a build from beginning', async () => {
  const { build, read, write } = writeTea(WITH_LEDGER);
  await build();
  const text = `${read('data/addresses.txt')}<<<<<<< HEAD\n/en/a/\n=======\n/en/b/\n>>>>>>> topic\n`;
  write({ 'data/addresses.txt': text });
  const { status, stderr } = await build();
  expect(status).toBe(2);
  expect(stderr).toMatch(/data\/addresses\.txt:\d+:1 error ledger\/conflict/);
  expect(stderr).toContain('The ledger of addresses cannot be used.');
  expect(read('data/addresses.txt')).toBe(text);
});

test('a ledger whose lines were joined by git is sorted again', async () => {
  const { build, read, write } = writeTea(WITH_LEDGER);
  await build();
  const text = read('data/addresses.txt');
  const [first = '', second = '', ...lines] = text.trimEnd().split('\n');
  write({
    'data/addresses.txt': [first, second, ...lines.reverse(), first, second, ...lines, ''].join('\r\n'),
  });
  expect((await build()).status).toBe(0);
  expect(read('data/addresses.txt')).toBe(text);
});

test.each([
  ['a folder', 'content', "The ledger 'content' cannot be read: it is a folder."],
  ['the output folder', '_site/addresses.txt', 'cannot be in the output folder, which each build replaces'],
])('the ledger cannot be %s', async (_, name, message) => {
  const { root, build } = writeTea();
  const { status, stderr } = await build('--ledger', join(root, name));
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test('a ledger outside of the site is named on the command line only', async () => {
  const { build } = writeTea(`${SITE_FILE}ledger: ../addresses.txt\n`);
  const { status, stderr } = await build();
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining("The file '../addresses.txt' is not inside the site."),
  ]);
});

test('with --keep-going what is lost stays in the ledger', async () => {
  const { build, read, replace } = writeTea(WITH_LEDGER);
  await build();
  replace('content/green.md', '## Storing', '## Keeping the leaves');
  expect((await build('--keep-going')).status).toBe(1);
  expect(read('data/addresses.txt')).toContain('/en/green/#storing\n');
  expect((await build()).stderr).toContain('ledger/lost-heading');
});

test('a ledger keeps its rights', async () => {
  const { build, ledger } = writeTea(WITH_LEDGER);
  writeFileSync(ledger, '');
  chmodSync(ledger, 0o640);
  await build();
  expect(statSync(ledger).mode & 0o777).toBe(0o640);
});

test('what was lost is answered from the site that was published last, and then the build passes', async () => {
  const { root, build, read, replace, write } = writeTea(WITH_LEDGER);
  await build();
  write({ 'content/dark.md': read('content/black.md') });
  rmSync(join(root, 'content/black.md'));
  replace('content/index.md', '/black', '/dark');
  replace('content/green.md', '## Storing', '## Keeping the leaves');
  replace('data/site.yml', "['2.1', '2.0'], deprecated: [", "['2.1'], deprecated: ['2.0', ");
  expect((await build()).status).toBe(1);
  const fix = (...args: readonly string[]) =>
    runDecant(['redirects', 'fix', '--root', root, '--no-cache', ...args]);

  const before = read('content/green.md');
  const patch = await fix('--dry-run');
  expect(patch.status).toBe(0);
  expect(patch.stdout).toMatch(/^--- a\/content\/green\.md/m);
  expect(patch.stdout).toContain('+<a id="storing"></a>\n');
  expect(read('content/green.md')).toBe(before);

  const fixed = await fix();
  expect(fixed.status).toBe(0);
  expect(fixed.stdout).toContain(
    'content/dark.md  redirect_from: /black  (100 % of its text is on /docs/en/dark/)',
  );
  expect((await build()).status).toBe(0);
  expect(read('_site/en/black/index.html')).toContain('url=/docs/en/dark/');
  for (const page of ['en/green', 'en/server@2.1/green', 'ja/green'])
    expect(read(`_site/${page}/index.html`)).toMatch(
      /<a id="storing"><\/a>(?:<\/p>)?\n<h2 [^>]*id="keeping-the-leaves"/,
    );
  expect((await fix()).stdout).toBe('No address of the ledger is lost.\n');
});

test('without a ledger there is nothing to fix', async () => {
  const { root } = writeTea();
  const { status, stderr } = await runDecant(['redirects', 'fix', '--root', root]);
  expect([status, stderr]).toEqual([2, expect.stringContaining('The site has no ledger')]);
});

test('what is given up leaves the ledger in every version and language, and what is answered does not', async () => {
  const { root, build, read, replace, write } = writeTea(WITH_LEDGER);
  await build();
  rmSync(join(root, 'content/black.md'));
  replace('content/index.md', ', /black', '');
  replace(
    'content/green.md',
    '## Storing\n\nKeep the leaves dry and cool in a closed tin, far from light and from spices.\n',
    '',
  );
  const japanese = 'translations/ja-JP/content/green.md';
  write({ [japanese]: read(japanese).replace(/## 保存[\s\S]*/, '') });
  const forget = (...names: readonly string[]) =>
    runDecant([
      'redirects',
      'fix',
      '--root',
      root,
      '--no-cache',
      ...names.flatMap((name) => ['--forget', name]),
    ]);
  const text = read('data/addresses.txt');
  const part = await forget('/green');
  expect([part.status, part.stderr]).toEqual([1, expect.stringContaining('out of data/addresses.txt')]);
  expect(read('data/addresses.txt')).toBe(text.replace(/^.*#storing\n/gm, ''));
  const none = await forget('/sencha');
  expect([none.status, none.stderr]).toEqual([
    2,
    expect.stringContaining("Nothing that is lost has the address '/sencha'"),
  ]);
  expect((await forget('black/')).status).toBe(0);
  expect(read('data/addresses.txt')).not.toContain('black');
  expect((await build()).status).toBe(0);
});
