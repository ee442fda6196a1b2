import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { readConfig } from '../../src/config/index.ts';
import { readFiles } from '../../src/load/index.ts';
import { createFile, openStaging, replaceFile } from '../../src/output/index.ts';
import { hold, link, readTree, removeDrives, write } from './simulate.ts';

vi.mock('node:path', async () => (await import('./simulate.ts')).path);
vi.mock('node:fs', async () => (await import('./simulate.ts')).fs);
vi.mock('node:fs/promises', async () => (await import('./simulate.ts')).fsPromises);

const SITE = `title: Kettle
baseUrl: https://docs.example.com/
languages: [{ code: en, name: English }, { code: ja, name: 日本語, dir: translations/ja }]
plans: [{ id: kettle, short: kettle, name: Kettle, default: true }]
`;

const page = (title: string, body: string, keys = '') =>
  `---\ntitle: ${title}\nversions: '*'\n${keys}---\n\n${body}\n`.replaceAll('\n', '\r\n');

beforeAll(() => {
  write('C:\\site', {
    'data/site.yml': SITE,
    'content/index.md': page('Home', '[Tea](/tea/green)', 'children: [/tea]\n'),
    'content/tea/index.md': page('Tea', 'Tea.', 'children: [/green, /secret]\n'),
    'content/tea/green.md': page('Green', 'First.\n\n{% data reusables.hot.water %}'),
    'translations/ja/content/index.md': page('ホーム', '[茶](/tea/gren)', 'children: [/tea]\n'),
    'data/reusables/hot/water.md': 'Pour it, with [milk](/milk).\r\n',
  });
  write('D:\\other', { 'secret.md': page('Secret', 'It is out.'), 'folder/x.md': page('X', 'x') });
  link('C:\\site\\content\\tea\\secret.md', 'D:\\other\\secret.md');
  link('C:\\site\\assets', 'D:\\other');
});
afterAll(removeDrives);

/** What a command prints in the folder of the site, and its exit code. */
async function run(...args: readonly string[]) {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      said[name] += String(text);
      return true;
    }),
  );
  spies.push(vi.spyOn(process, 'cwd').mockReturnValue('C:\\site') as never);
  try {
    return { status: await runCommandLine([...args, '--no-cache'], {}), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('a site on a drive of Windows', () => {
  test('has its files by names with `/`, and nothing of another drive', async () => {
    const { value: config } = await readConfig('C:\\site');
    if (config === undefined) throw new Error('The site file cannot be used.');
    const { value, diagnostics } = await readFiles(config);
    expect([...value.texts.keys()]).toEqual([
      'content/index.md',
      'content/tea/green.md',
      'content/tea/index.md',
      'data/reusables/hot/water.md',
      'data/site.yml',
      'translations/ja/content/index.md',
    ]);
    expect([...value.assets]).toEqual([]);
    expect(diagnostics.map(({ code, place }) => [code, place.file])).toEqual([
      ['load/outside-root', 'content/tea/secret.md'],
      ['load/linked-folder', 'assets'],
    ]);
  });

  test('is checked, with the places and the ways that it has elsewhere', async () => {
    const { stdout } = await run('check', '--json', '--workers=0');
    const found = JSON.parse(stdout).diagnostics.filter(({ code }: { code: string }) => /^links/.test(code));
    expect(found).toMatchObject([
      {
        message: "The link '/milk' is broken.",
        place: { file: 'data/reusables/hot/water.md', line: 1, column: 15 },
        via: [{ file: 'content/tea/green.md', line: 8, column: 1 }],
      },
      { place: { file: 'translations/ja/content/index.md', line: 7, column: 1 }, languages: ['ja'] },
    ]);
  });

  test.each([
    'content\\tea\\green.md:8',
    '.\\content\\tea\\green.md:8:1',
    'C:\\site\\content\\tea\\green.md:8',
  ])('answers for %s', async (subject) => {
    const { status, stdout } = await run('explain', subject, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ file: 'content/tea/green.md' });
  });

  test('says of a file on another drive that it is outside', async () => {
    const { status, stderr } = await run('affected', 'D:\\other\\secret.md');
    expect(status).toBe(2);
    expect(stderr).toContain("'D:\\other\\secret.md' is outside C:\\site, so it is not part of the site.");
  });

  test('gets no file through a link to another drive', async () => {
    await expect(createFile('C:\\site', 'assets/new.md', 'x')).rejects.toThrow(
      "'assets/new.md' would be written outside the folder, because a link leads there.",
    );
  });
});

describe('publishing where an open file cannot go', () => {
  const OUT = 'C:\\out\\site';
  beforeEach(() => publish({ 'en/a/index.html': 'a', 'en/b/index.html': 'b', 'list.json': '1' }));

  async function publish(files: Readonly<Record<string, string>>): Promise<void> {
    const staging = await openStaging(OUT, 'C:\\site', { isAlone: true });
    try {
      for (const [name, text] of Object.entries(files)) await staging.write(name, text);
      await staging.publish();
    } finally {
      await staging.discard();
    }
  }

  const read = () => Object.fromEntries([...readTree(OUT)].filter(([name]) => !name.startsWith('.')));

  test('a reader of a file that stays disturbs nobody', async () => {
    const release = hold(`${OUT}\\en\\a\\index.html`);
    await publish({ 'en/a/index.html': 'a', 'en/c/index.html': 'c', 'list.json': '2' });
    release();
    expect(read()).toEqual({ 'en/a/index.html': 'a', 'en/c/index.html': 'c', 'list.json': '2' });
  });

  test('a reader of a file that changes keeps the whole last site in its place, until it has gone', async () => {
    const release = hold(`${OUT}\\list.json`);
    const next = { 'en/a/index.html': 'other', 'list.json': '2' };
    await expect(publish(next)).rejects.toThrow(/EPERM|EBUSY/);
    expect(read()).toEqual({ 'en/a/index.html': 'a', 'en/b/index.html': 'b', 'list.json': '1' });
    release();
    await publish(next);
    expect(read()).toEqual(next);
  });

  test('a file that somebody reads is not replaced, and nothing is left beside it', async () => {
    const release = hold(`${OUT}\\list.json`);
    await expect(replaceFile(`${OUT}\\list.json`, '2')).rejects.toThrow('EPERM');
    release();
    expect(read()).toEqual({ 'en/a/index.html': 'a', 'en/b/index.html': 'b', 'list.json': '1' });
    expect([...readTree('C:\\out').keys()].filter((name) => !name.startsWith('site/'))).toEqual([]);
  });
});
