import { createHash } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/index.ts';
import { readFiles } from '../../src/load/index.ts';
import { findCommit, findMergeBase, listIgnored, openGitTree, readCommit } from '../../src/sources/index.ts';
import { createFolder, removeFolder } from '../build/temporary-folder.ts';
import { createRepository, type TestRepository } from './repository.ts';

const temporary = createFolder();
afterAll(() => removeFolder(temporary));

const SITE = `title: Kettles
baseUrl: https://kettles.example.com/
languages:
  - { code: en, name: English, dir: . }
  - { code: ja, name: 日本語, dir: translations/ja }
plans:
  - { id: home, short: home, name: Home, default: true }
`;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAADElEQVR4nGNgoD8AAABjAAH3ZQYEAAAAAElFTkSuQmCC',
  'base64',
);

let repository: TestRepository;
let first: string;
const root = () => join(repository.folder, 'docs');

/** Of every kind that a site can have, below a folder of the repository. */
beforeAll(() => {
  const parts = createRepository(join(temporary, 'parts'));
  parts.write({ 'jug.md': 'A jug.\n', '.hidden.md': 'Nothing.\n' });
  parts.commit();
  repository = createRepository(join(temporary, 'site'));
  repository.write({
    'secret.md': 'Not of the site.\n',
    'docs/data/site.yml': SITE,
    'docs/content/index.md': '---\ntitle: Kettles\nversions: "*"\nchildren:\n  - /湯\n---\n',
    'docs/content/湯.md': '---\r\ntitle: 湯\r\nversions: "*"\r\n---\r\n\r\nHot.\r\n',
    'docs/content/README.md': 'For writers.\n',
    'docs/content/.drafts/one.md': 'Hidden.\n',
    'docs/content/latin.md': Buffer.from('caf\u00e9\n', 'latin1'),
    'docs/content/long.md': 'a'.repeat(5_000_000),
    'docs/content/tea "x"\t1.md': 'A name that git quotes.\n',
    'docs/data/reusables/water.md': '\uFEFFWater.\n',
    'docs/data/variables/a.yml': 'name: Kettle\n',
    'docs/translations/ja/content/湯.md': '---\ntitle: お湯\n---\n\n熱い。\n',
    'docs/translations/ja/content/only.md': 'No source.\n',
    'docs/assets/images/pot.png': PNG,
    'docs/assets/list.pdf': 'PDF',
  });
  symlinkSync('湯.md', join(root(), 'content/same.md'));
  symlinkSync('../../secret.md', join(root(), 'content/out.md'));
  symlinkSync('/etc/hostname', join(root(), 'content/absolute.md'));
  symlinkSync('nowhere.md', join(root(), 'content/dangling.md'));
  symlinkSync('circle.md', join(root(), 'content/circle.md'));
  symlinkSync('../data', join(root(), 'content/linked'));
  repository.git('submodule', '--quiet', 'add', parts.folder, 'docs/data/reusables/parts');
  first = repository.commit('First');
});

async function readBoth(folder: string, commit: string) {
  const tree = await openGitTree({ root: folder, commit });
  const { value: config } = await readConfig(folder, async (path) => {
    const [outcome] = await tree.readTexts([path]);
    if (outcome === undefined) throw new Error('A tree answers for every path.');
    return outcome;
  });
  if (config === undefined) throw new Error('The site file cannot be read.');
  return { config, tree, files: await readFiles(config, tree) };
}

describe('a commit', () => {
  test('has the files of its checkout, with the same faults', async () => {
    const { config, files } = await readBoth(root(), first);
    // What the frontmatter was parsed to is a function; the texts decide what it answers.
    const withoutHeads = ({ value: { heads: _, ...value }, diagnostics }: typeof files) => ({
      value,
      diagnostics,
    });
    expect(withoutHeads(files)).toEqual(withoutHeads(await readFiles(config)));
    expect(files.value.texts.get('content/湯.md')).toBe('---\ntitle: 湯\nversions: "*"\n---\n\nHot.\n');
    expect(files.value.texts.get('content/same.md')).toContain('Hot.');
    expect(files.value.texts.get('data/reusables/parts/jug.md')).toBe('A jug.\n');
    expect(files.value.images.get('assets/images/pot.png')?.size).toEqual({ width: 2, height: 3 });
    expect(files.value.strays).toEqual(['translations/ja/content/only.md']);
    const faults = files.diagnostics.map(({ code, place }) => `${code} ${place.file}`);
    expect(faults).toEqual([
      'load/linked-folder content/linked',
      'load/outside-root content/absolute.md',
      'load/missing-file content/circle.md',
      'load/missing-file content/dangling.md',
      'load/not-utf8 content/latin.md',
      'load/too-large content/long.md',
      'load/outside-root content/out.md',
    ]);
  });

  test('takes texts that are known as they are, and reads those that differ', async () => {
    const known = new Map([
      ['content/湯.md', 'Other.\n'],
      ['data/reusables/parts/jug.md', 'A jug.\n'],
    ]);
    const tree = await openGitTree({ root: root(), commit: first, known });
    const read = await tree.readTexts([...known.keys(), 'content', 'content/none.md']);
    expect(read).toMatchObject([
      { file: { text: '---\ntitle: 湯\nversions: "*"\n---\n\nHot.\n' } },
      { file: { text: 'A jug.\n' } },
      { fault: { kind: 'not-a-file' } },
      { fault: { kind: 'missing-file' } },
    ]);
  });

  test('is read without a checkout: from a bare repository, and from a worktree at another commit', async () => {
    repository.write({ 'docs/content/湯.md': 'Changed.\n' });
    const second = repository.commit('Second');
    repository.git('worktree', 'add', '--quiet', '--detach', join(temporary, 'tree'), first);
    const { files } = await readBoth(join(temporary, 'tree/docs'), second).catch(() => ({
      files: undefined,
    }));
    // Submodules of a worktree are a checkout of their own, which nobody made.
    expect(files).toBeUndefined();
    repository.git('rm', '--quiet', '-r', '--cached', 'docs/data/reusables/parts');
    repository.git('mv', 'docs', 'site');
    const third = repository.commit('Third');
    repository.git('clone', '--quiet', '--bare', repository.folder, join(temporary, 'bare'));
    const tree = await openGitTree({ root: join(temporary, 'bare'), commit: third });
    expect(await tree.readTexts(['site/content/湯.md'])).toEqual([
      { file: { path: 'site/content/湯.md', text: 'Changed.\n' } },
    ]);
    repository.git('reset', '--quiet', '--hard', second);
  });
});

describe('pictures of a commit', () => {
  test('are taken from the working tree where they are the same, also where the commit has a pointer of Git LFS', async () => {
    const folder = join(temporary, 'pictures');
    const own = createRepository(folder);
    const oid = createHash('sha256').update(PNG).digest('hex');
    const pointer = (hash: string) =>
      `version https://git-lfs.github.com/spec/v1\noid sha256:${hash}\nsize ${PNG.length}\n`;
    own.write({
      'data/site.yml': SITE.replace(/ {2}- \{ code: ja.*\n/, ''),
      'content/index.md': '---\ntitle: Kettles\nversions: "*"\n---\n',
      'assets/same.png': PNG,
      'assets/large.png': pointer(oid),
      'assets/other.png': pointer('0'.repeat(64)),
      '.gitignore': 'content/made.md\n',
    });
    const commit = own.commit();
    own.write({ 'assets/large.png': PNG, 'assets/other.png': PNG, 'content/made.md': 'Made.\n' });
    const { value: config } = await readConfig(folder);
    if (config === undefined) throw new Error('The site file is sound.');
    const { value: now } = await readFiles(config);
    const known = { files: now, folder };
    const old = await readCommit({ root: folder, commit, name: 'main', known });
    const { images, texts } = old.files.value;
    expect(images.get('assets/same.png')).toEqual(now.images.get('assets/same.png'));
    expect(images.get('assets/large.png')).toEqual(now.images.get('assets/large.png'));
    expect(images.get('assets/other.png')).toEqual({
      output: 'assets/other.0000000000.png',
      size: undefined,
    });
    expect(
      await listIgnored(
        folder,
        [...now.texts.keys()].filter((file) => !texts.has(file)),
      ),
    ).toEqual(new Set(['content/made.md']));
  });
});

describe('a name of a commit', () => {
  test('is a branch, a tag or a hash; of others the nearest is named', async () => {
    repository.git('tag', 'v1.0', first);
    expect(await findCommit(root(), 'v1.0')).toBe(first);
    expect(await findCommit(root(), first.slice(0, 10))).toBe(first);
    await expect(findCommit(root(), 'v1.1')).rejects.toThrow(
      `git knows no commit 'v1.1' in ${root()}. Did you mean 'v1.0'?`,
    );
  });

  test('is never an option of git', async () => {
    for (const name of ['--all', '-n1', '--output=/tmp/x', '', 'a\nb', ':/x', 'main^{tree}'])
      await expect(findCommit(root(), name)).rejects.toThrow(/git knows no commit/);
  });

  test('leads to where its way parts from the one that is checked out', async () => {
    repository.git('checkout', '--quiet', '-b', 'side', first);
    repository.write({ 'docs/content/side.md': 'Side.\n' });
    repository.commit();
    expect(await findMergeBase(root(), 'main')).toEqual({ commit: first, note: undefined });
    repository.git('checkout', '--quiet', '--orphan', 'other');
    repository.commit();
    const main = repository.git('rev-parse', 'main');
    expect(await findMergeBase(root(), 'main')).toEqual({
      commit: main,
      note: "'main' and HEAD have no commit in common, so the comparison is with 'main' itself.",
    });
    repository.git('checkout', '--quiet', '-f', 'main');
  });

  test('needs history: a shallow clone is told apart, and what to fetch', async () => {
    const clone = join(temporary, 'shallow');
    const from = `file://${repository.folder}`;
    repository.git('clone', '--quiet', '--depth=1', '--no-single-branch', '--branch=side', from, clone);
    await expect(findMergeBase(clone, 'origin/main')).rejects.toThrow(
      "The commit where 'origin/main' and HEAD branched off is missing: this is a shallow clone. Fetch the whole history: git fetch --unshallow (in GitHub Actions: fetch-depth: 0).",
    );
    await expect(findCommit(clone, 'v0.9')).rejects.toThrow(/This is a shallow clone: fetch/);
  });

  test('needs a repository', async () => {
    const folder = createFolder();
    try {
      await expect(findCommit(folder, 'main')).rejects.toThrow(
        `${folder} is not in a git repository, so there are no commits to compare with.`,
      );
      await expect(findCommit(join(folder, 'none'), 'main')).rejects.toThrow(/There is no folder/);
    } finally {
      removeFolder(folder);
    }
  });
});
