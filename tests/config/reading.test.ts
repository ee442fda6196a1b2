import { mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig, readTextFile } from '../../src/config/index.ts';

let base = '';
let root = '';

beforeAll(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'decant-config-')));
  root = join(base, 'site');
  await mkdir(join(root, 'data'), { recursive: true });
  await writeFile(join(base, 'secret.md'), 'secret');
});

afterAll(() => rm(base, { recursive: true }));

function fault(kind: string, message: string, hint?: string, line = 1, column = 1) {
  const place = { file: 'a.md', line, column };
  return { fault: { kind, message, ...(hint === undefined ? {} : { hint }), place } };
}

async function read(content: string | Uint8Array) {
  await writeFile(join(root, 'a.md'), content);
  const outcome = await readTextFile(root, 'a.md');
  await rm(join(root, 'a.md'));
  return outcome;
}

describe('reading a file', () => {
  it('cuts the byte order mark and ends lines in LF', async () => {
    expect(await read('\uFEFFa\r\nb\r\n')).toEqual({ file: { path: 'a.md', text: 'a\nb\n' } });
  });

  it('refuses bytes that are not UTF-8, with their place', async () => {
    expect(await read(Buffer.from([0x61, 0x0a, 0x62, 0xff, 0x63]))).toEqual(
      fault('not-utf8', "The file 'a.md' is not UTF-8.", 'Save the file as UTF-8.', 2, 2),
    );
  });

  it('refuses a file that is too large', async () => {
    expect(await read(new Uint8Array(4 * 1024 * 1024 + 1))).toEqual(
      fault('too-large', "The file 'a.md' is larger than 4 MB.", 'Split it into several files.'),
    );
  });

  it('takes descriptions of an API that are larger, for programs write them', async () => {
    await mkdir(join(root, 'data/rest'), { recursive: true });
    await writeFile(join(root, 'data/rest/all.json'), ' '.repeat(5 * 1024 * 1024));
    expect(await readTextFile(root, 'data/rest/all.json')).toHaveProperty('file');
    await truncate(join(root, 'data/rest/all.json'), 33 * 1024 * 1024);
    expect(await readTextFile(root, 'data/rest/all.json')).toMatchObject({
      fault: { message: "The file 'data/rest/all.json' is larger than 32 MB." },
    });
  });

  it('follows a link to a source and none that leads out', async () => {
    await mkdir(join(root, 'content'));
    await writeFile(join(root, 'content/b.md'), 'b');
    await symlink('content/b.md', join(root, 'in.md'));
    await symlink('../secret.md', join(root, 'a.md'));
    expect(await readTextFile(root, 'in.md')).toEqual({ file: { path: 'in.md', text: 'b' } });
    expect(await readTextFile(root, 'a.md')).toEqual(
      fault(
        'outside-root',
        "The file 'a.md' is a link that leads out of the sources of the site.",
        'Put the file itself there.',
      ),
    );
    await rm(join(root, 'a.md'));
  });

  it('refuses what is no file', async () => {
    await mkdir(join(root, 'a.md'));
    expect(await readTextFile(root, 'a.md')).toEqual(
      fault('not-a-file', "The file 'a.md' is not a regular file."),
    );
    await rm(join(root, 'a.md'), { recursive: true });
    expect(await readTextFile(root, 'a.md')).toEqual(
      fault('missing-file', "The file 'a.md' does not exist."),
    );
  });
});

describe('reading the site file', () => {
  it('says what a site needs when there is none', async () => {
    expect(await readConfig(root)).toEqual({
      value: undefined,
      diagnostics: [
        {
          code: 'config/missing-file',
          severity: 'error',
          message: "The file 'data/site.yml' does not exist.",
          hint: 'Every site has one: title, baseUrl, languages and plans.',
          place: { file: 'data/site.yml', line: 1, column: 1 },
          via: [],
          versions: [],
          languages: [],
        },
      ],
    });
  });

  it('says where a folder above has one', async () => {
    await mkdir(join(root, 'outer/data'), { recursive: true });
    await mkdir(join(root, 'outer/content/guides'), { recursive: true });
    await writeFile(join(root, 'outer/data/site.yml'), 'title: T\n');
    const { diagnostics } = await readConfig(join(root, 'outer/content/guides'));
    expect(diagnostics[0]?.hint).toMatch(/^A folder above has one: --root .*outer\.$/);
  });

  it('gives the absolute path of the root', async () => {
    const site =
      'title: T\nbaseUrl: https://example.com\nlanguages: [{ code: en, name: English }]\nplans: [{ id: a, short: a, name: A, default: true }]\n';
    await writeFile(join(root, 'data/site.yml'), site);
    const { value, diagnostics } = await readConfig(root);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ root, baseUrl: 'https://example.com/', basePath: '/' });
  });
});
