import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../build/read-tree.ts';
import { type Outcome, repository, runDecant } from '../build/run-decant.ts';
import { createFolder, createTemporaryFolder, removeFolder } from '../build/temporary-folder.ts';

const siteOf = (name: string) => join(repository, 'tests/sites', name);

function render(site: string, ...args: readonly string[]): Promise<Outcome> {
  return runDecant(['render', ...args], siteOf(site));
}

describe('an article is named', () => {
  it.each([
    ['by its file in the site', 'content/ships/tides.md'],
    ['by its absolute file', join(siteOf('versions'), 'content/ships/tides.md')],
    ['by its path', 'ships/tides'],
    ['by its path as an address', '/ships/tides/'],
  ])('%s', async (_, name) => {
    expect(await render('versions', name, '--version=server-3.10')).toEqual({
      status: 0,
      stdout:
        '# Tides\n\nTides are known since 3.10. [Moor](https://docs.example.com/help/en/server@3.10/ships/mooring/) in time.\n',
      stderr: '',
    });
  });

  it('by its file from the working folder, in the site of another', async () => {
    const root = siteOf('versions');
    const { stdout } = await runDecant(['render', 'ships/quays.md', '--root', root], join(root, 'content'));
    expect(stdout).toBe('# Quays\n\n## Fees\n\nQuays cost two coins.\n');
  });

  it('by the file of a translation, which also chooses its language', async () => {
    const { stdout } = await render('translations', 'translations/ja-JP/content/light/first.md');
    expect(stdout).toBe(readFileSync(join(lantern, 'ja/light/first.md'), 'utf8'));
  });
});

describe('what is not there is told', () => {
  it.each([
    [
      ['content/ships/tide.md'],
      "There is no article 'content/ships/tide.md'. Did you mean 'content/ships/tides.md'?",
    ],
    [['ships/moring'], "There is no article 'ships/moring'. Did you mean 'ships/mooring'?"],
    [['ships/tides', '--version=server-4'], "There is no version 'server-4'."],
    [['ships/tides', '--version=cloud,server-3.9'], 'Name one version to render.'],
    [['ships/tides', '--lang=en,ja'], 'Name one language to render.'],
    [['ships/tides', '--lang=ja'], "There is no language 'ja'."],
  ])('%j is wrong usage', async (args, message) => {
    const { status, stdout, stderr } = await render('versions', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`decant: ${message}`);
  });

  it('an article that is not in the version names those that it is in', async () => {
    expect(await render('versions', 'ships/tides', '--version=server-3.9')).toEqual({
      status: 1,
      stdout: '',
      stderr: "decant: The article 'ships/tides' is not in server-3.9. It is in: server-3.10, server-next.\n",
    });
  });

  it('a file that no index page names is not published', async () => {
    const root = createTemporaryFolder();
    cpSync(siteOf('smallest'), root, { recursive: true });
    writeFileSync(join(root, 'content/lost.md'), "---\ntitle: Lost\nversions: '*'\n---\n\nText.\n");
    const { status, stdout, stderr } = await runDecant(['render', 'content/lost.md'], root);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('content/lost.md:1:1 warning load/orphan');
    expect(stderr).toContain("decant: The article 'lost' is not published.");
  });
});

describe('what is wrong with the article is told on stderr', () => {
  it('errors fail the command, and the page is printed as far as there is one', async () => {
    const { status, stdout, stderr } = await render('broken', 'content/tools/links.md');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^# Links\n/);
    expect(stderr).toContain('error links/autotitle');
    expect(stderr).not.toContain('content/tools/html.md');
  });

  it('as one document with --json', async () => {
    const { stdout } = await render('versions', 'ships/quays', '--json');
    expect(JSON.parse(stdout)).toEqual({
      path: 'ships/quays',
      version: 'cloud',
      language: 'en',
      markdown: '# Quays\n\n## Fees\n\nQuays cost two coins.\n',
      diagnostics: [],
    });
  });
});

const lantern = createFolder();
beforeAll(async () => {
  expect(
    await runDecant(['build', '--quiet', '--out', lantern, '--root', siteOf('translations')]),
  ).toMatchObject({
    stderr: '',
  });
  return () => removeFolder(lantern);
});

describe('the output is that of a build', () => {
  const cases = [
    { version: 'cloud', path: 'light/first', language: 'en' },
    { version: 'server-1.0', path: 'light/repair', language: 'ja' },
    { version: 'server-1.0', path: 'light', language: 'ja' },
    { version: 'cloud', path: '', language: 'en' },
  ];

  it.each(cases)('as Markdown: /$path for $version in $language', async ({ version, path, language }) => {
    const segment = version === 'cloud' ? [] : ['server@1.0'];
    const file = [language, ...segment, path === '' ? 'index' : path].join('/');
    const name = path === '' ? 'content/index.md' : path;
    const { stdout } = await render('translations', name, `--version=${version}`, `--lang=${language}`);
    expect(stdout).toBe(readFileSync(join(lantern, `${file}.md`), 'utf8'));
  });

  it('as HTML: the content of the article', async () => {
    const { stdout } = await render('translations', 'light/first', '--lang=ja', '--format=html');
    const page = readFileSync(join(lantern, 'ja/light/first/index.html'), 'utf8');
    expect(stdout.trim()).not.toBe('');
    expect(page).toContain(stdout.trim());
    expect(listFiles(lantern)).toContain('ja/light/first/index.html');
  });
});
