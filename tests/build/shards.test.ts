import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listFiles, readTree } from './read-tree.ts';
import { type Outcome, repository, runDecant } from './run-decant.ts';
import { createFolder, removeFolder } from './temporary-folder.ts';

const folder = createFolder();
const createFolderHere = () => mkdtempSync(join(folder, 'build-'));

interface Place {
  readonly root: string;
  readonly out: string;
}

/** A copy of a small site, so that its content can change, and an output folder. */
function copySite(name: string): Place {
  const root = join(createFolderHere(), 'root');
  cpSync(join(repository, 'tests/sites', name), root, { recursive: true });
  return { root, out: join(createFolderHere(), 'site') };
}

function run(command: readonly string[], { root, out }: Place): Promise<Outcome> {
  return runDecant([...command, '--root', root, '--out', out, '--no-cache']);
}

/** Builds all shards, one after the other as if each had a machine of its own. */
async function buildShards(of: number, place: Place, ...args: readonly string[]): Promise<void> {
  for (let number = 1; number <= of; number += 1) {
    const { status, stderr } = await run(['build', `--shard=${number}/${of}`, ...args], place);
    expect({ status, stderr: stderr.match(/decant:.*/)?.[0] }).toEqual({ status: 0, stderr: undefined });
  }
}

/** What a command says, but for the time it took and where the site went. */
function describeOutcome({ status, stdout }: Outcome) {
  const { figures, diagnostics } = JSON.parse(stdout);
  const search = figures.search && { ...figures.search, seconds: 0 };
  return {
    status,
    figures: { ...figures, search, seconds: 0, published: typeof figures.published },
    diagnostics,
  };
}

beforeAll(() => () => removeFolder(folder));

describe('a merge of shards is the whole build', () => {
  it.each([1, 2, 3, 7])('byte for byte, from %i', async (of) => {
    const place = copySite('translations');
    const expected = await run(['build', '--json'], place);
    const tree = readTree(place.out);
    rmSync(place.out, { recursive: true });
    await buildShards(of, place);
    const merged = await run(['merge', '--json'], place);
    expect(describeOutcome(merged)).toEqual(describeOutcome(expected));
    expect(readTree(place.out)).toEqual(tree);
    expect(tree.size).toBeGreaterThan(10);
  });

  it('for one version and language, with more shards than texts', async () => {
    const place = copySite('smallest');
    const selection = ['--version=kettle', '--lang=en'];
    await run(['build', ...selection], place);
    const tree = readTree(place.out);
    rmSync(place.out, { recursive: true });
    await buildShards(9, place, ...selection);
    expect((await run(['merge', ...selection], place)).status).toBe(0);
    expect(readTree(place.out)).toEqual(tree);
  });

  it('with errors: nothing is published, or the good pages, and the exit code is 1', async () => {
    const place = copySite('broken');
    const expected = await run(['build', '--json', '--keep-going'], place);
    const tree = readTree(place.out);
    rmSync(place.out, { recursive: true });
    await buildShards(2, place);
    expect((await run(['merge'], place)).status).toBe(1);
    expect(listFiles(place.out)).toEqual([]);
    const merged = await run(['merge', '--json', '--keep-going'], place);
    expect(describeOutcome(merged)).toEqual(describeOutcome(expected));
    expect(merged.status).toBe(1);
    expect(readTree(place.out)).toEqual(tree);
  });

  it('although packs are damaged, cut off or gone', async () => {
    const place = copySite('versions');
    await run(['build'], place);
    const tree = readTree(place.out);
    await buildShards(2, place);
    const shards = `${place.out}.shards`;
    const packs = listFiles(shards).filter((file) => file.endsWith('.pack'));
    expect(packs.length).toBeGreaterThan(2);
    for (const [at, pack] of packs.entries()) {
      const file = join(shards, pack);
      const text = readFileSync(file, 'latin1');
      if (at % 3 === 0) rmSync(file);
      else writeFileSync(file, at % 3 === 1 ? text.slice(0, -9) : text.replace('<p>', '<b>'), 'latin1');
    }
    expect((await run(['merge'], place)).status).toBe(0);
    expect(readTree(place.out)).toEqual(tree);
  });

  it('from folders of shards that are named, in any order', async () => {
    const place = copySite('smallest');
    await run(['build'], place);
    const tree = readTree(place.out);
    await buildShards(2, place);
    const named = readdirSync(`${place.out}.shards`).map((name) => join(`${place.out}.shards`, name));
    const elsewhere = { ...place, out: join(createFolderHere(), 'site') };
    expect((await run(['merge', ...named.reverse()], elsewhere)).status).toBe(0);
    expect(readTree(elsewhere.out)).toEqual(tree);
  });

  it('refused where they are of other content, whatever a cache knows of the last build', async () => {
    const place = copySite('smallest');
    const cached = (...args: readonly string[]) =>
      runDecant([
        ...args,
        '--no-search',
        '--root',
        place.root,
        '--out',
        place.out,
        '--cache',
        `${place.out}.cache`,
      ]);
    await buildShards(2, place);
    await cached('build');
    appendFileSync(join(place.root, 'content/tea/green.md'), '\nHot.\n');
    const { status, stderr } = await cached('merge');
    expect(status).toBe(2);
    expect(stderr).toContain('content');
  });

  it('with what shards kept in a cache, the same packs that a merge then finds there', async () => {
    const place = copySite('smallest');
    const cached = (...args: readonly string[]) =>
      runDecant([...args, '--root', place.root, '--out', place.out, '--cache', `${place.out}.cache`]);
    for (const shard of ['1/2', '2/2']) await cached('build', `--shard=${shard}`);
    const packs = readTree(`${place.out}.cache`);
    await cached('build', '--shard=1/2');
    expect(readTree(`${place.out}.cache`)).toEqual(packs);
    for (const file of listFiles(`${place.out}.shards`).filter((name) => name.endsWith('.pack')))
      rmSync(join(`${place.out}.shards`, file));
    expect((await cached('merge')).status).toBe(0);
    expect(readTree(`${place.out}.cache`)).toEqual(packs);
  });
});

describe('a merge is refused with exit code 2', () => {
  const refuse = async (place: Place, ...args: readonly string[]) => {
    const { status, stderr } = await run(['merge', '--quiet', ...args], place);
    expect(status).toBe(2);
    expect(listFiles(place.out)).toEqual([]);
    return stderr.trim().replaceAll(place.out, 'OUT');
  };

  it('without shards, and while one is missing or has failed', async () => {
    const place = copySite('smallest');
    expect(await refuse(place)).toMatch(/^decant: There is no shard in OUT\.shards\. /);
    await run(['build', '--shard=2/3'], place);
    expect(await refuse(place)).toMatch(/^decant: Shard 1\/3, 3\/3 is missing in OUT\.shards\. /);
    await buildShards(3, place);
    rmSync(join(`${place.out}.shards`, '2-of-3/shard.json'));
    expect(await refuse(place)).toMatch(/^decant: Shard 2\/3 is missing/);
  });

  it('for other versions, languages or content, or by another program', async () => {
    const place = copySite('versions');
    await buildShards(2, place);
    expect(await refuse(place, '--version=cloud')).toMatch(
      /^decant: Shard 1\/2 was built for the versions cloud, .*, but this merge is for cloud\. /,
    );
    const manifest = join(`${place.out}.shards`, '2-of-2/shard.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace(/"program": "[^"]*"/, '"program": "other"'));
    expect(await refuse(place)).toMatch(/^decant: Shard 2\/2 was built by another version of Decant\. /);
    writeFileSync(manifest, text.replace(/"texts": "[^"]*"/, '"texts": "other"'));
    expect(await refuse(place)).toMatch(/^decant: Shard 2\/2 was built from other content than shard 1\. /);
    writeFileSync(manifest, text);
    const file = listFiles(join(place.root, 'content')).find((name) => !name.endsWith('index.md'));
    const article = join(place.root, 'content', file ?? '');
    writeFileSync(article, `${readFileSync(article, 'utf8')}\nOne more paragraph.\n`);
    expect(await refuse(place)).toMatch(/^decant: The shards were built from other content/);
  });

  it('where the command line asks for what is no shard', async () => {
    const place = copySite('smallest');
    for (const shard of ['0/2', '3/2', '2', 'a/b', '1/2/3'])
      expect((await run(['build', `--shard=${shard}`], place)).status).toBe(2);
    expect((await run(['check', '--shard=1/2'], place)).status).toBe(2);
  });
});
