import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutputError, openStaging } from '../../src/publish/index.ts';

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
    staging.discard();
    expect(await read()).toBe('one');
    expect(await listRoot()).toEqual(['_site']);
  });

  it('discarding after publishing takes nothing away', async () => {
    const staging = await openStaging(out, root);
    await writeFile(join(staging.dir, 'index.html'), 'one');
    await staging.publish();
    staging.discard();
    expect(await read()).toBe('one');
  });

  it('brings back the last site where a crash came between the two renames', async () => {
    await publishText('one');
    await rename(out, `${out}.last`);
    (await openStaging(out, root)).discard();
    expect(await read()).toBe('one');
  });

  it('removes staging folders of processes that are gone, and no others', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    await mkdir(`${out}.staging-${gone}-abc`);
    const other = await openStaging(out, root);
    const staging = await openStaging(out, root);
    expect((await listRoot()).length).toBe(2);
    other.discard();
    staging.discard();
  });
});

describe('an output folder is refused', () => {
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
