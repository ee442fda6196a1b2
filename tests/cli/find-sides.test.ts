import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSides } from '../../src/cli/find-sides.ts';
import { findSources } from '../../src/cli/find-sources.ts';
import { createFolder, removeFolder } from '../build/temporary-folder.ts';
import { readTestSetup } from '../queries/two-states.ts';
import { createRepository, type TestRepository } from '../sources/repository.ts';
import { SITE_FILE } from '../workspace/random-site.ts';

const temporary = createFolder();
afterAll(() => removeFolder(temporary));
const { versions } = readTestSetup(SITE_FILE.replace("'1.0'],", "'1.0'], deprecated: ['0.9'],"));
let repository: TestRepository;
const find = (...operands: readonly string[]) => findSides(operands, { root: repository.folder, versions });

beforeAll(() => {
  repository = createRepository(temporary);
  repository.write({ 'data/site.yml': SITE_FILE });
  repository.commit();
  repository.git('tag', 'cloud');
  repository.git('tag', 'server-2.0');
  repository.git('branch', 'side');
});

test('that a shallow clone does not have are told with what to fetch', async () => {
  const folder = join(temporary, 'shallow');
  repository.git('clone', '-q', '--depth=1', `file://${repository.folder}`, folder);
  await expect(findSides(['HEAD~1', 'main'], { root: folder, versions })).rejects.toThrow(
    'This is a shallow clone: fetch the whole history with git fetch --unshallow',
  );
});

describe('operands', () => {
  test('are versions, refs or folders by their names', async () => {
    const found = await find('server-1.0', 'server@2.0');
    expect(found.kind).toBe('version');
    expect(found.sides.map((each) => (typeof each === 'string' ? each : each.name))).toEqual([
      'server-1.0',
      'server-2.0',
    ]);
    expect(await find('main', 'side')).toEqual({ kind: 'ref', sides: ['main', 'side'] });
    expect(await find('main..side')).toEqual({ kind: 'ref', sides: ['main', 'side'] });
    expect(await find('main...')).toEqual({ kind: 'ref', sides: ['main', 'HEAD'] });
    const folders = [join(temporary, 'a'), join(temporary, 'b')] as const;
    for (const folder of folders) mkdirSync(folder);
    expect(await find(...folders)).toEqual({ kind: 'folder', sides: folders });
  });

  test('that could be several things are asked about, and a word before a colon says which', async () => {
    await expect(find('cloud', 'server-2.0')).rejects.toThrow(
      "'cloud' and 'server-2.0' can each be a version and a git ref. Say which: decant diff version:cloud version:server-2.0, or decant diff ref:cloud ref:server-2.0.",
    );
    expect((await find('version:cloud', 'server-2.0')).kind).toBe('version');
    expect(await find('ref:cloud', 'server-2.0')).toEqual({ kind: 'ref', sides: ['cloud', 'server-2.0'] });
    // The other one decides.
    expect(await find('cloud', 'main')).toEqual({ kind: 'ref', sides: ['cloud', 'main'] });
  });

  test.each([
    [['main'], /needs two sides, and 'main' is only one\..*: decant affected --since main\./],
    [['server-1.0'], /needs two sides.* Name another version as well: decant diff cloud server-1\.0\.$/],
    [['mian'], /needs two sides.* 'mian' is not a version/],
    [['mian', 'side'], /'mian' is not a version, a commit that git knows in .*, or a folder/],
    [['server-2.1', 'cloud'], /'server-2.1' is not a version.* Did you mean 'server-2.0'\?/],
    [['server-0.9', 'cloud'], /'server-0.9' is no longer documented: the site file lists it as deprecated/],
    [['server', 'version:cloud'], /'server' names 2 versions. Name one: server-2.0, server-1.0/],
    [['server-1.0', 'side'], /'server-1.0' is a version, and 'side' is a git ref. Name two of the same kind/],
    [['folder:none', 'folder:other'], /There is no folder 'none'/],
    [['--all', 'main'], /'--all' is not a version, a commit/],
  ] as const)('that mean nothing are refused: %j', async (operands, message) => {
    await expect(find(...operands)).rejects.toThrow(message);
  });

  test('that are said to be refs are left to git, which names the nearest', async () => {
    expect(await find('ref:nowhere', 'ref:side')).toEqual({ kind: 'ref', sides: ['nowhere', 'side'] });
  });
});

describe('files of a site', () => {
  const files = {
    texts: new Map([['content/wick.md', '']]),
    assets: new Set(['assets/wick.png']),
    images: new Map(),
  };

  test('are named from the working folder, from the root, or whole', () => {
    expect(
      findSources('/lamps', files, ['content/wick.md', '/lamps/assets/wick.png', './data/site.yml']),
    ).toEqual(['content/wick.md', 'assets/wick.png', 'data/site.yml']);
  });

  test('that are not there, or outside, are refused', () => {
    expect(() => findSources('/lamps', files, ['content/wik.md'])).toThrow(
      "The site in /lamps has no file 'content/wik.md'. Did you mean 'content/wick.md'?",
    );
    expect(() => findSources('/lamps', files, ['/etc/hostname'])).toThrow(/There is no file|outside \/lamps/);
  });
});
