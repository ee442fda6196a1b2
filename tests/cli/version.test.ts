import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runDecant } from '../build/run-decant.ts';
import { page, SITE } from '../queries/open-source.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'decant-drop-'));
  mkdirSync(join(root, 'content'));
  mkdirSync(join(root, 'data'));
  mkdirSync(join(root, 'translations/ja/content'), { recursive: true });
  writeFileSync(join(root, 'data/site.yml'), SITE);
  writeFileSync(join(root, 'content/index.md'), page('Home', '*', '', 'children: [a, b]'));
  writeFileSync(
    join(root, 'content/a.md'),
    page('A', '*', 'One.\r\n{% ifversion server > 3.0 %}Two.{% endif %}').replaceAll(/\r?\n/g, '\r\n'),
  );
  writeFileSync(join(root, 'translations/ja/content/a.md'), '---\ntitle: エー\n---\n一。\n');
  writeFileSync(join(root, 'content/b.md'), page('B', "server: '3.0'", 'Old.'));
});
afterEach(() => rmSync(root, { recursive: true }));

const decant = (...words: readonly string[]) => runDecant([...words, '--root', root, '--workers', '0']);
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const git = (...words: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-C', root, ...words], {
    stdio: 'ignore',
  });

describe('decant version drop', () => {
  it('rewrites the files, keeps how lines end, and deletes what is gone', async () => {
    const { status, stdout } = await decant('version', 'drop', 'server-3.0');
    expect(stdout).toBe(
      'release      server-3.0 retired\ngone         1 articles\nproof        20 pages compared: all unchanged\nwrote        3 files, 1 deleted\n',
    );
    expect(status).toBe(0);
    expect(read('content/a.md')).toContain('One.\r\n{% ifversion server %}Two.{% endif %}\r\n');
    expect(() => read('content/b.md')).toThrow();
    expect(read('data/site.yml')).toContain("releases: ['3.2', '3.1'], deprecated: ['3.0'] }");
    expect((await decant('build', '--out', join(root, '_site'), '--strict')).status).toBe(0);
  });

  it('prints a patch that git applies, and writes nothing', async () => {
    git('init', '-q');
    const before = read('content/a.md');
    const { status, stdout } = await decant('version', 'drop', 'server-3.0', '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^--- a\/data\/site\.yml\n/);
    expect(read('content/a.md')).toBe(before);
    const copy = join(root, 'copy');
    mkdirSync(copy);
    for (const name of ['content', 'data']) cpSync(join(root, name), join(copy, name), { recursive: true });
    writeFileSync(join(root, 'p.diff'), stdout);
    execFileSync('git', ['apply', '--unsafe-paths', '--directory', copy, join(root, 'p.diff')], {
      cwd: tmpdir(),
    });
    expect(readFileSync(join(copy, 'content/a.md'), 'utf8')).toContain('{% ifversion server %}Two.');
  });

  it('refuses what is not committed, unless it is told to go on', async () => {
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'One');
    writeFileSync(join(root, 'content/b.md'), page('B', "server: '3.0'", 'Older.'));
    const refused = await decant('version', 'drop', 'server-3.0');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('Git has uncommitted changes: content/b.md.');
    expect((await decant('version', 'drop', 'server-3.0', '--allow-dirty')).status).toBe(0);
  });

  it('keeps the release as an archive that says so', async () => {
    const archive = join(root, 'archive');
    const { status, stdout, stderr } = await decant('version', 'drop', 'server-3.0', '--archive', archive);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^release {6}server-3\.0 retired\n/);
    expect(stderr).toContain(`server-3.0 is archived in ${archive}.`);
    const html = readFileSync(join(archive, 'en/widget-server@3.0/b/index.html'), 'utf8');
    expect(html).toContain('Widget Server 3.0 is no longer supported. These pages are an archive');
    expect(html).toContain('Old.');
    expect(() => readFileSync(join(archive, 'en/a/index.html'), 'utf8')).toThrow();
  });

  it('gives one document', async () => {
    const { stdout } = await decant('version', 'drop', 'server@3.0', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      dropped: 'server-3.0',
      gone: { b: '' },
      changed: ['data/site.yml', 'content/a.md', 'content/index.md'],
      deleted: ['content/b.md'],
      proof: { pages: 20, broken: [], blank: [] },
      written: true,
    });
  });

  it.each([
    ['server-3.3', "There is no release 'server-3.3'. Did you mean 'server-3.2'? The releases are"],
    ['server', "'server' is more than one release."],
    ['cloud', "'cloud' has no releases."],
    ['managed-next', "'managed-next' is a preview, not a release."],
  ])('says what is wrong with %s', async (name, message) => {
    const { status, stderr } = await decant('version', 'drop', name);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it('keeps the only release', async () => {
    writeFileSync(join(root, 'data/site.yml'), SITE.replace("['3.2', '3.1', '3.0']", "['3.0']"));
    const { status, stderr } = await decant('version', 'drop', 'server-3.0');
    expect(status).toBe(2);
    expect(stderr).toContain("'server-3.0' is the only release of 'server': add another one first.");
  });
});

describe('decant version add', () => {
  it('writes the site file, and lists what is to do', async () => {
    writeFileSync(join(root, 'content/b.md'), page('B', '*', '{% ifversion server > 3.2 %}New.{% endif %}'));
    const { status, stdout } = await decant('version', 'add', 'server-3.3');
    expect(stdout).toBe(
      [
        "content/b.md:5:1: server-3.3 gets 'ifversion server > 3.2', server-3.2 gets nothing",
        '',
        'to do        1 places distinguish server-3.3 from server-3.2',
        'pages        6 of server-3.3: 4 same as in server-3.2, 2 different',
        'release      server-3.3 added, like server-3.2',
        'proof        36 pages compared: all unchanged',
        'wrote        1 file',
        '',
      ].join('\n'),
    );
    expect(status).toBe(0);
    expect(read('data/site.yml')).toContain("releases: ['3.3', '3.2', '3.1', '3.0']");
  });

  it.each([
    ['server-3.2', "'server-3.2' already exists. The releases are server-3.2, server-3.1, server-3.0."],
    ['sever-3.3', "No plan 'sever' has releases. Did you mean 'server-3.3'?"],
    ['3.3', "'3.3' is not the name of a release. Did you mean 'server-3.3'?"],
    ['server', "'server' is not the name of a release. Write it like server-3.2."],
    [
      'server-99999999999999999.1',
      "'server-99999999999999999.1' is not the name of a release. Write it like server-3.2.",
    ],
  ])('says what is wrong with %s', async (name, message) => {
    const { status, stderr } = await decant('version', 'add', name);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
