import { existsSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutputError, openSnapshotDrawer, openStaging, type Snapshot } from '../../src/output/index.ts';
import { readTree } from '../build/read-tree.ts';
import { fc } from '../property.ts';

let folder: string;
let root: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'decant-staging-'));
  root = join(folder, 'root');
  out = join(root, '_site');
  await mkdir(root);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function publishText(text: string): Promise<void> {
  const staging = await openStaging(out, root);
  await writeFile(join(staging.dir, 'index.html'), text);
  await staging.publish();
  await staging.discard();
}
const read = () => readFile(join(out, 'index.html'), 'utf8');
const listRoot = () => readdir(root);

describe('publishing', () => {
  it('makes the folder, and replaces it whole the next time', async () => {
    await publishText('one');
    await writeFile(join(out, 'old.html'), '');
    await publishText('two');
    expect(await read()).toBe('two');
    expect((await readdir(out)).sort()).toEqual(['.decant-site', 'index.html']);
    expect(await listRoot()).toEqual(['_site']);
  });

  it('leaves the last site as it was when a build is given up', async () => {
    await publishText('one');
    const staging = await openStaging(out, root);
    await writeFile(join(staging.dir, 'index.html'), 'half');
    await staging.discard();
    expect(await read()).toBe('one');
    expect(await listRoot()).toEqual(['_site']);
  });

  it('discarding after publishing takes nothing away', async () => {
    const staging = await openStaging(out, root);
    await writeFile(join(staging.dir, 'index.html'), 'one');
    await staging.publish();
    await staging.discard();
    expect(await read()).toBe('one');
  });

  it('brings back the last site where a crash came between the two renames', async () => {
    await publishText('one');
    await rename(out, `${out}.last`);
    await (await openStaging(out, root)).discard();
    expect(await read()).toBe('one');
  });

  it('removes the staging folders of builds that were killed', async () => {
    await mkdir(`${out}.staging-abc`);
    const staging = await openStaging(out, root);
    expect((await listRoot()).filter((name) => name.includes('.staging-'))).toHaveLength(1);
    await staging.discard();
    expect(await listRoot()).toEqual([]);
  });
});

describe('a file that has not changed', () => {
  /** Publishes files that are written through the staging folder, and tells which of them are the same files as before. */
  async function publishFiles(files: Readonly<Record<string, string | readonly string[]>>) {
    const before = await listInodes();
    const staging = await openStaging(out, root);
    for (const [name, text] of Object.entries(files)) await staging.write(name, text);
    await staging.publish();
    await staging.discard();
    const after = await listInodes();
    const names = [...after.keys()].sort();
    return {
      names: names.filter((name) => name !== '.decant-site'),
      same: names.filter((name) => name !== '.decant-site' && before.get(name) === after.get(name)),
    };
  }

  async function listInodes(): Promise<ReadonlyMap<string, number>> {
    if (!existsSync(out)) return new Map();
    const entries = await readdir(out, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory());
    const paths = files.map((entry) => join(entry.parentPath, entry.name));
    return new Map(
      await Promise.all(
        paths.map(async (path) => [path.slice(out.length + 1), (await stat(path)).ino] as const),
      ),
    );
  }

  it('stays, and only what differs changes places', async () => {
    await publishFiles({ 'a/x.html': 'x', 'a/y.html': 'y', 'b/z.html': 'z', 'list.json': ['1', '2'] });
    const second = await publishFiles({
      'a/x.html': 'x',
      'a/y.html': 'Y',
      'c.html': 'c',
      'list.json': ['12'],
    });
    expect(second).toEqual({
      names: ['a/x.html', 'a/y.html', 'c.html', 'list.json'],
      same: ['a/x.html', 'list.json'],
    });
    expect(await readFile(join(out, 'a/y.html'), 'utf8')).toBe('Y');
    expect(await readdir(out)).not.toContain('b');
    expect(await listRoot()).toEqual(['_site']);
  });

  it('is one whose bytes are the same: what others changed does not survive', async () => {
    const files = { 'a/x.html': 'good', 'y.html': 'y' };
    await publishFiles(files);
    const { mtime, atime } = await stat(join(out, 'a/x.html'));
    await writeFile(join(out, 'a/x.html'), 'evil');
    await utimes(join(out, 'a/x.html'), atime, mtime);
    await writeFile(join(out, 'a/foreign.html'), '');
    await mkdir(join(out, 'empty'));
    await symlink('y.html', join(out, 'link.html'));
    expect(await publishFiles(files)).toEqual({ names: ['a/x.html', 'y.html'], same: ['y.html'] });
    expect(await readFile(join(out, 'a/x.html'), 'utf8')).toBe('good');
    expect((await readdir(out)).sort()).toEqual(['.decant-site', 'a', 'y.html']);
  });

  it('is no link to a file with the same bytes, or in a folder that is a link', async () => {
    await publishFiles({ 'x.html': 'x', 'a/y.html': 'y', 'z.html': 'z' });
    await rename(join(out, 'x.html'), join(folder, 'x.html'));
    await symlink(join(folder, 'x.html'), join(out, 'x.html'));
    await rename(join(out, 'a'), join(folder, 'a'));
    await symlink(join(folder, 'a'), join(out, 'a'));
    await publishFiles({ 'x.html': 'x', 'a/y.html': 'y', 'z.html': 'z' });
    const entries = await readdir(out, { recursive: true, withFileTypes: true });
    expect(entries.filter((entry) => entry.isSymbolicLink())).toEqual([]);
    expect(await readFile(join(folder, 'a/y.html'), 'utf8')).toBe('y');
  });

  it('may give its name to a folder, and a folder to a file', async () => {
    await publishFiles({ a: 'file', 'b/c/d.html': 'd', 'z.html': 'z' });
    const { names } = await publishFiles({ 'a/b.html': 'b', b: 'file', 'z.html': 'z' });
    expect(names).toEqual(['a/b.html', 'b', 'z.html']);
  });

  it('leaves with all the rest of its site, whatever has come into that meanwhile', async () => {
    await publishFiles({ 'a.html': 'a', 'b.html': 'b', 'z.html': 'z' });
    const staging = await openStaging(out, root);
    for (const [name, text] of Object.entries({ 'z.html': 'z', 'a.html': 'A', 'n/new.html': 'n' }))
      await staging.write(name, text);
    await mkdir(join(out, 'n/new.html/foreign'), { recursive: true });
    await staging.publish();
    await staging.discard();
    expect(await readFile(join(out, 'a.html'), 'utf8')).toBe('A');
    expect(await readFile(join(out, 'n/new.html'), 'utf8')).toBe('n');
    expect((await readdir(out)).sort()).toEqual(['.decant-site', 'a.html', 'n', 'z.html']);
    expect(await listRoot()).toEqual(['_site']);
  });

  it('comes back where a crash came between two changes', async () => {
    await publishFiles({ 'a.html': 'a', 'b/c.html': 'c', 'z.html': 'z' });
    const undo = `${out}.undo`;
    await mkdir(undo);
    const changes = { removed: ['a.html', 'b/c.html', 'z.html'], added: ['a.html', 'b', 'z.html'] };
    await writeFile(join(undo, 'journal.json'), JSON.stringify(changes));
    await rename(join(out, 'a.html'), join(undo, '0'));
    await rename(join(out, 'b/c.html'), join(undo, '1'));
    await rm(join(out, 'b'), { recursive: true });
    await writeFile(join(out, 'a.html'), 'new');
    await writeFile(join(out, 'b'), 'new');
    await (await openStaging(out, root)).discard();
    const texts = ['a.html', 'b/c.html', 'z.html'].map((name) => readFile(join(out, name), 'utf8'));
    expect(await Promise.all(texts)).toEqual(['a', 'c', 'z']);
    expect(await listRoot()).toEqual(['_site']);
  });
});

/** The same snapshot as the next process finds it. */
async function store({ whole, since }: Snapshot): Promise<Snapshot> {
  if ('file' in whole) return { whole, since };
  const drawer = openSnapshotDrawer({ dir: join(folder, 'cache'), mode: 'write' }, out);
  const of = String(Math.random());
  await drawer.write(of, whole);
  const stored = await drawer.find(of);
  if (stored === undefined) throw new Error('The cache has kept nothing.');
  return { whole: stored, since };
}

describe.each([
  ['one site takes the place of the other', undefined, false],
  ['single files change places', 0, false],
  ['the snapshot lies in the cache', undefined, true],
])('a snapshot tells whether a folder still is as it was left: %s', (_, linkLimit, isStored) => {
  const files = { 'a/x.html': 'x', 'a/b/湯.html': 'y', 'z.html': 'z' };

  /** Publishes files, of which those that are not given may be kept. */
  async function publishAll(
    texts: Readonly<Record<string, string>>,
    before?: Snapshot,
    removed: readonly string[] = [],
  ): Promise<Snapshot | undefined> {
    const options = { snapshot: before, ...(linkLimit !== undefined && { linkLimit }) };
    const staging = await openStaging(out, root, options);
    if (before !== undefined) staging.keepOthers();
    for (const name of removed) staging.remove(name);
    for (const [name, text] of Object.entries(texts)) await staging.write(name, text);
    await staging.publish();
    const snapshot = await staging.takeSnapshot();
    await staging.discard();
    return isStored && snapshot !== undefined ? store(snapshot) : snapshot;
  }

  async function isAsBefore(snapshot: Snapshot | undefined): Promise<boolean> {
    const staging = await openStaging(out, root, { snapshot });
    const answer = await staging.isAsBefore();
    await staging.discard();
    return answer;
  }

  it('as it was', async () => {
    const snapshot = await publishAll(files);
    expect(await isAsBefore(snapshot)).toBe(true);
    expect(await isAsBefore(undefined)).toBe(false);
  });

  it.each<readonly [string, () => Promise<unknown>]>([
    ['another text', () => writeFile(join(out, 'a/x.html'), 'longer')],
    ['the same text later', () => utimes(join(out, 'a/x.html'), 1, 1)],
    ['a file more', () => writeFile(join(out, 'a/b/new.html'), '')],
    ['a folder more', () => mkdir(join(out, 'a/b/new'))],
    ['a file less', () => rm(join(out, 'a/b/湯.html'))],
    ['a folder less', () => rm(join(out, 'a/b'), { recursive: true })],
    ['another name', () => rename(join(out, 'z.html'), join(out, 'y.html'))],
    ['a folder instead of a file', () => rm(join(out, 'z.html')).then(() => mkdir(join(out, 'z.html')))],
  ])('but for %s', async (_, change) => {
    const snapshot = await publishAll(files);
    const later = await publishAll({ 'a/x.html': 'X' }, snapshot);
    await change();
    expect(await isAsBefore(later)).toBe(false);
  });

  it('after some files have taken the place of others', async () => {
    const snapshot = await publishAll(files);
    const second = await publishAll({ 'a/x.html': 'X', 'c/d/new.html': 'new' }, snapshot);
    const third = await publishAll({ 'z.html': 'Z' }, second);
    expect(await isAsBefore(third)).toBe(true);
    expect(await isAsBefore(second)).toBe(false);
    expect(await isAsBefore(snapshot)).toBe(false);
    expect(await readFile(join(out, 'a/b/湯.html'), 'utf8')).toBe('y');
    expect(await readFile(join(out, 'c/d/new.html'), 'utf8')).toBe('new');
  });

  it('after some files were taken away, and when they have come back', async () => {
    const snapshot = await publishAll(files);
    const less = await publishAll({}, snapshot, ['a/b/湯.html', 'z.html', 'never-there.html']);
    expect(await isAsBefore(less)).toBe(true);
    expect(await isAsBefore(snapshot)).toBe(false);
    expect(existsSync(join(out, 'a/b'))).toBe(false);
    const later = await publishAll({ 'a/x.html': 'X' }, less, ['z.html']);
    expect(await isAsBefore(later)).toBe(true);
    const back = await publishAll({ 'a/b/湯.html': 'again' }, later, ['a/b/湯.html']);
    expect(await isAsBefore(back)).toBe(true);
    expect(await isAsBefore(later)).toBe(false);
    expect(await readFile(join(out, 'a/b/湯.html'), 'utf8')).toBe('again');
    await writeFile(join(out, 'z.html'), 'foreign');
    expect(await isAsBefore(back)).toBe(false);
  });

  it('after any files have come and gone in turns', async () => {
    const names = ['x', 'y', 'a/x', 'a/y', 'a/b/x', 'a/b/y', 'c/x', 'c/y', 'd/x'];
    const texts = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('1', '2', '3'));
    const step = fc.record({ texts, removed: fc.subarray(names) });
    await fc.assert(
      fc.asyncProperty(texts, fc.array(step, { minLength: 1, maxLength: 5 }), async (first, steps) => {
        await rm(out, { recursive: true, force: true });
        let snapshot = await publishAll(first);
        const expected = new Map(Object.entries(first));
        for (const { texts, removed } of steps) {
          snapshot = await publishAll(texts, snapshot, removed);
          for (const name of removed) expected.delete(name);
          for (const [name, text] of Object.entries(texts)) expected.set(name, text);
          const found = new Map(readTree(out));
          found.delete('.decant-site');
          expect(new Map([...found].sort())).toEqual(new Map([...expected].sort()));
          expect(await isAsBefore(snapshot)).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('and a stored one is none where it was damaged, replaced or thrown out', async () => {
    const snapshot = await publishAll(files);
    const stored = snapshot && (await store(snapshot));
    expect(await isAsBefore(stored)).toBe(true);
    const [name = ''] = await readdir(join(folder, 'cache'));
    const file = join(folder, 'cache', name);
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill('!', bytes.length - 1));
    expect(await isAsBefore(stored)).toBe(false);
    await openSnapshotDrawer({ dir: join(folder, 'cache'), mode: 'write' }, out).write(
      'another build',
      new Uint8Array(),
    );
    expect(await isAsBefore(stored)).toBe(false);
    await rm(file);
    expect(await isAsBefore(stored)).toBe(false);
  });

  it('and there is none where something else lies in it', async () => {
    const staging = await openStaging(out, root);
    await staging.write('x.html', 'x');
    await staging.publish();
    await writeFile(join(out, 'foreign.html'), '');
    expect(await staging.takeSnapshot()).toBeUndefined();
    await staging.discard();
  });
});

describe('an output folder is refused', () => {
  it('where another build writes into it, by whatever way it came there', async () => {
    await symlink(root, join(folder, 'link'));
    const other = await openStaging(out, root);
    await expect(openStaging(join(folder, 'link/_site'), root)).rejects.toThrow(OutputError);
    await other.discard();
    await (await openStaging(join(folder, 'link/_site'), root)).discard();
  });

  it('while another build writes into it, and only so long', async () => {
    await publishText('one');
    const first = await openStaging(out, root);
    await writeFile(join(first.dir, 'index.html'), 'two');
    await expect(openStaging(out, root)).rejects.toThrow(OutputError);
    await first.publish();
    await first.discard();
    expect(await read()).toBe('two');
    await publishText('three');
    expect(await listRoot()).toEqual(['_site']);
  });

  it('where it holds files that no build wrote', async () => {
    await mkdir(out);
    await writeFile(join(out, 'thesis.txt'), 'ten years of work');
    await expect(openStaging(out, root)).rejects.toThrow(OutputError);
    expect(await readdir(out)).toEqual(['thesis.txt']);
  });

  it('where it is a file', async () => {
    await writeFile(out, '');
    await expect(openStaging(out, root)).rejects.toThrow(OutputError);
  });

  it.each(['.', '..'])('where it holds the sources: %s', async (path) => {
    await expect(openStaging(join(root, path), root)).rejects.toThrow(OutputError);
  });
});

describe('among the sources', () => {
  const sources = ['content', 'data', 'translations/ja'];
  const open = (path: string) => openStaging(join(root, path), root, { sources });

  it.each(['content', 'content/a/b', 'data/site', 'translations/ja/_site'])('%s is refused', async (path) => {
    await mkdir(join(root, 'content'));
    await expect(open(path)).rejects.toThrow(/is inside '[a-z/]+', where the site's sources are/);
    expect(await listRoot()).toEqual(['content']);
  });

  it('a link does not hide where a folder lies', async () => {
    await mkdir(join(root, 'content/old'), { recursive: true });
    await symlink('content/old', join(root, 'published'));
    await expect(open('published/new')).rejects.toThrow("is inside 'content'");
  });

  it('a folder beside them, of a name that begins alike, is taken', async () => {
    const staging = await open('contents');
    await staging.discard();
  });
});
