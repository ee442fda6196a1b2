import { mkdir, mkdtemp, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/index.ts';
import { loadCorpus, readFiles } from '../../src/load/index.ts';
import { listVersions } from '../../src/versions/index.ts';
import { page, problem } from './load-site.ts';

const SITE = `title: T
baseUrl: https://example.com/
languages:
  - { code: en, name: English }
  - { code: ja, name: 日本語, dir: translations/ja }
plans: [{ id: widget-cloud, short: cloud, name: Cloud, default: true }]
`;

let base = '';
let root = '';

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

async function read() {
  const { value: config } = await readConfig(root);
  if (config === undefined) throw new Error('The site file of the tests is sound.');
  return { config, files: await readFiles(config) };
}

beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'decant-load-')));
  root = join(base, 'site');
  await write('data/site.yml', SITE);
  await write('content/index.md', page('Home'));
  await write('translations/ja/content/index.md', page('ホーム'));
});

afterEach(() => rm(base, { recursive: true }));

describe('assets that could run code for whoever opens them', () => {
  const active: Readonly<Record<string, string | Uint8Array>> = {
    'assets/a.html': 'x',
    'assets/b.SVGZ': 'x',
    'assets/c.xml': '<a/>',
    'assets/script.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>a()</script></svg>',
    'assets/handler.svg': '<svg xmlns="http://www.w3.org/2000/svg"\nonload="a()"/>',
    'assets/link.svg': '<svg xmlns="http://www.w3.org/2000/svg"><a href="javascript:a()"/></svg>',
    'assets/utf-16.svg': new Uint8Array(Buffer.from('\ufeff<svg><script>a()</script></svg>', 'utf16le')),
  };

  it('are not published, and a warning names each', async () => {
    for (const [path, content] of Object.entries(active)) await write(path, content);
    await write('assets/plain.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>');
    await write('assets/plain.txt', '<script>a()</script>');
    const { files } = await read();
    expect([...files.value.assets]).toEqual(['assets/plain.svg', 'assets/plain.txt']);
    expect(files.diagnostics.map(({ code, severity, place }) => [code, severity, place.file])).toEqual(
      Object.keys(active)
        .sort()
        .map((file) => ['load/active-asset', 'warning', file]),
    );
  });

  it('are published where all authors are trusted', async () => {
    for (const [path, content] of Object.entries(active)) await write(path, content);
    await write('data/site.yml', `${SITE}html: trusted\n`);
    const { files } = await read();
    expect([...files.value.assets].sort()).toEqual(Object.keys(active).sort());
    expect(files.diagnostics).toEqual([]);
  });
});

describe('the files of a site', () => {
  it('are articles and data of all languages, and the names of assets', async () => {
    for (const path of [
      'content/README.md',
      'content/a.txt',
      'content/.hidden.md',
      'data/reusables/a.md',
      'data/b.yaml',
      'data/c.json',
    ]) {
      await write(path, 'x');
    }
    await write('translations/ja/content/only-here.md', 'x');
    await write('translations/ja/data/reusables/a.md', 'x');
    await write('assets/images/a.png', new Uint8Array([255]));
    const { files } = await read();
    expect(files.diagnostics).toEqual([]);
    expect([...files.value.texts.keys()]).toEqual([
      'content/index.md',
      'data/b.yaml',
      'data/reusables/a.md',
      'data/site.yml',
      'translations/ja/content/index.md',
      'translations/ja/data/reusables/a.md',
    ]);
    expect([...files.value.assets]).toEqual(['assets/images/a.png']);
  });

  it('are told, and left out, where they cannot be read', async () => {
    await writeFile(join(base, 'secret.md'), 'secret');
    await symlink('../../secret.md', join(root, 'content/secret.md'));
    await write('translations/ja/content/index.md', new Uint8Array([0xff]));
    const { files } = await read();
    expect(files.diagnostics).toEqual([
      problem(
        'load/outside-root',
        'error',
        "The file 'content/secret.md' is a link that leads out of the sources of the site.",
        'content/secret.md:1:1',
        {
          hint: 'Put the file itself there.',
        },
      ),
      problem(
        'load/not-utf8',
        'warning',
        "The file 'translations/ja/content/index.md' is not UTF-8.",
        'translations/ja/content/index.md:1:1',
        {
          hint: 'Save the file as UTF-8.',
          languages: ['ja'],
        },
      ),
    ]);
    expect([...files.value.texts.keys()]).toEqual(['content/index.md', 'data/site.yml']);
  });

  it('are sources, whatever a link says', async () => {
    await write('.env', 'secret');
    await write('.git/config', 'secret');
    await write('notes.md', 'private');
    await write('assets/images/a.png', '');
    await write('data/reusables/note.md', 'public');
    await symlink('../.env', join(root, 'content/env.md'));
    await symlink('../notes.md', join(root, 'content/notes.md'));
    await symlink('../data/reusables/note.md', join(root, 'content/note.md'));
    await symlink('../.git/config', join(root, 'assets/config.txt'));
    await symlink('nowhere', join(root, 'assets/nowhere.txt'));
    await symlink('images/a.png', join(root, 'assets/b.png'));
    const { files } = await read();
    expect(files.diagnostics.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
      'content/env.md load/outside-root',
      'content/notes.md load/outside-root',
      'assets/config.txt load/outside-root',
      'assets/nowhere.txt load/missing-file',
    ]);
    expect(files.value.texts.get('content/note.md')).toBe('public');
    expect([...files.value.assets]).toEqual(['assets/b.png', 'assets/images/a.png']);
  });

  it.each(['.git', '.', 'node_modules/x'])(
    'do not come from a folder that is a link to %s',
    async (folder) => {
      await write('.git/config', 'secret');
      await write('node_modules/x/a.txt', 'installed');
      await symlink(folder, join(root, 'assets'));
      const { files } = await read();
      expect(files.diagnostics.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
        'assets load/linked-folder',
      ]);
      expect([...files.value.assets]).toEqual([]);
    },
  );

  it('may lie elsewhere in the root, where the folder is a link', async () => {
    await rename(join(root, 'content'), join(root, 'pages'));
    await symlink('pages', join(root, 'content'));
    const { files } = await read();
    expect(files.diagnostics).toEqual([]);
    expect([...files.value.texts.keys()]).toContain('content/index.md');
  });

  it('do not include folders that are links', async () => {
    await symlink('..', join(root, 'content/loop'));
    const { files } = await read();
    expect(files.diagnostics).toEqual([
      problem(
        'load/linked-folder',
        'warning',
        "'content/loop' is a link to a folder and is not followed.",
        'content/loop:1:1',
        {
          hint: 'Put the folder itself there.',
        },
      ),
    ]);
  });

  it('are missed where a language has none', async () => {
    await rm(join(root, 'translations'), { recursive: true });
    const { files } = await read();
    expect(files.diagnostics).toEqual([
      problem(
        'load/missing-language',
        'warning',
        "There is nothing in 日本語 (ja) in the folder 'translations/ja'.",
        'data/site.yml:1:1',
        {
          hint: "Correct 'dir' of the language, or remove the language.",
          languages: ['ja'],
        },
      ),
    ]);
  });

  it('become a Corpus in every language', async () => {
    await write('content/index.md', `\uFEFF${page('Home').replaceAll('\n', '\r\n')}`);
    const { config } = await read();
    const { value, diagnostics } = await loadCorpus(config, listVersions(config.plans));
    expect(diagnostics).toEqual([]);
    const texts = value.articles.get('')?.texts;
    expect(texts?.get('ja')?.fields.title?.text).toBe('ホーム');
    expect(texts?.get('en')?.fields.body).toEqual({
      text: 'Body.\n',
      place: { file: 'content/index.md', line: 5, column: 1 },
      verbatim: true,
    });
  });
});
