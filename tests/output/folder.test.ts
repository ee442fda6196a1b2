import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openFolder, openThread, readLastSite } from '../../src/output/index.ts';
import { listFiles } from '../build/read-tree.ts';
import { runProgram } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

/** Only compiled does it start a thread. */
const compiled: { readonly openThread: typeof openThread } = await import(
  new URL('../../dist/src/output/index.js', import.meta.url).href
);

describe.each([
  [
    'here',
    (dir: string, target?: string, onKeep?: (name: string) => void) =>
      openFolder(dir, target === undefined ? undefined : readLastSite(target), onKeep),
  ],
  ['in a thread', compiled.openThread],
  ['in a thread, as sources without one', openThread],
])('a folder that is written %s', (_, open) => {
  const makeFolder = (): string => {
    const dir = join(createTemporaryFolder(), 'out');
    mkdirSync(dir);
    return dir;
  };
  const read = (dir: string) =>
    Object.fromEntries(listFiles(dir).map((name) => [name, readFileSync(join(dir, name), 'utf8')]));

  it('has texts, bytes and what came in stretches, however much it is', async () => {
    const dir = makeFolder();
    const folder = open(dir);
    const texts = Array.from(
      { length: 40 },
      (_, at) => [`a/${at}.txt`, `${'茶 🍵 tea'.repeat(at * 1000)}\n`] as const,
    );
    for (const [name, text] of texts) await folder.write(name, text);
    await folder.write('empty.txt', '');
    await folder.write('b/bytes.txt', new TextEncoder().encode('湯'));
    await folder.write('b/stretches.txt', ['one ', 'two']);
    await folder.copy(join(dir, 'b/stretches.txt'), 'c/copy.txt');
    await folder.flush();
    expect(read(dir)).toEqual({
      ...Object.fromEntries(texts),
      'empty.txt': '',
      'b/bytes.txt': '湯',
      'b/stretches.txt': 'one two',
      'c/copy.txt': 'one two',
    });
  });

  it('gets only what the last site does not have just so, and tells what stays', async () => {
    const last = makeFolder();
    const files = { same: 'same', shorter: 'a long text', other: 'one', stretches: 'one two' };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(last, name), text);
    const dir = makeFolder();
    const kept: string[] = [];
    const folder = open(dir, last, (name) => kept.push(name));
    await folder.write('same', 'same');
    await folder.write('shorter', 'a text');
    await folder.write('other', 'two');
    await folder.write('stretches', ['one', ' two']);
    await folder.copy(join(last, 'same'), 'copied');
    await folder.flush();
    expect(kept.sort()).toEqual(['same', 'stretches']);
    expect(read(dir)).toEqual({ shorter: 'a text', other: 'two', copied: 'same' });
  });

  it('leaves files that have a writer to it, in runs, but for those that stay', async () => {
    const last = makeFolder();
    writeFileSync(join(last, '7.txt'), '湯 7');
    const dir = makeFolder();
    const writer = join(createTemporaryFolder(), 'writer.mjs');
    writeFileSync(writer, WRITER);
    const folder = open(dir, last);
    for (let at = 0; at < 700; at += 1)
      await folder.write(`${at}.txt`, `湯 ${at}`, pathToFileURL(writer).href);
    await folder.write('own.txt', 'own');
    await folder.flush();
    const { 'runs.txt': runs, 'own.txt': own, ...rest } = read(dir);
    const numbers = Array.from({ length: 700 }, (_, at) => at).filter((at) => at !== 7);
    expect(rest).toEqual(Object.fromEntries(numbers.map((at) => [`${at}.txt`, `by hand: 湯 ${at}`])));
    expect(runs).toBe('300 300 99 ');
    expect(own).toBe('own');
  });

  it('ends a run early where its texts are long', async () => {
    const dir = makeFolder();
    const writer = join(createTemporaryFolder(), 'writer.mjs');
    writeFileSync(writer, WRITER);
    const folder = open(dir);
    const text = 'x'.repeat(9 * 1024 * 1024);
    for (const name of ['1', '2', '3']) await folder.write(name, text, pathToFileURL(writer).href);
    await folder.flush();
    expect(read(dir)['runs.txt']).toBe('2 1 ');
  });

  it('says what kept a file from being written', async () => {
    const folder = open(makeFolder());
    const write = async () => {
      await folder.write('a'.repeat(300), 'text');
      await folder.flush();
    };
    await expect(write()).rejects.toMatchObject({ code: 'ENAMETOOLONG' });
  });
});

const WRITER = `import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export async function writePages(files, dir) {
  for (const { output, content } of files)
    writeFileSync(join(dir, output), 'by hand: ' + Buffer.from(content));
  appendFileSync(join(dir, 'runs.txt'), files.length + ' ');
}
`;

it.each([
  ['a thread', compiled.openThread],
  ['sources', openThread],
])('%s lists the last site', async (_, open) => {
  const [dir, last] = [createTemporaryFolder(), createTemporaryFolder()];
  mkdirSync(join(last, 'a/empty'), { recursive: true });
  writeFileSync(join(last, 'a/湯.txt'), '');
  const folder = open(dir, last);
  expect(await folder.listLast()).toEqual(readLastSite(last));
  await folder.close();
  const first = open(dir);
  expect(await first.listLast()).toBeUndefined();
  const lost = async () => open(dir, join(last, 'none')).listLast();
  await expect(lost()).rejects.toMatchObject({ code: 'ENOENT' });
});

it('a thread that nobody waits for keeps no program alive', async () => {
  const program = `
    import { openThread } from ${JSON.stringify(new URL('../../dist/src/output/index.js', import.meta.url))};
    const folder = openThread('.', '.');
    await folder.listLast();
    await folder.write('a.txt', 'a');
    process.exitCode = 3;
  `;
  const dir = createTemporaryFolder();
  writeFileSync(join(dir, 'program.mjs'), program);
  expect((await runProgram(process.execPath, ['program.mjs'], dir)).status).toBe(3);
});

it('a file that cannot be written fails its program, whatever becomes of rejections there', async () => {
  const program = `
    import { openThread } from ${JSON.stringify(new URL('../../dist/src/output/index.js', import.meta.url))};
    const folder = openThread('.');
    await folder.write('a'.repeat(300), 'a');
    await folder.flush().catch(({ code }) => console.log(code));
  `;
  const dir = createTemporaryFolder();
  writeFileSync(join(dir, 'program.mjs'), program);
  const env = { NODE_OPTIONS: '--unhandled-rejections=warn' };
  const { stdout } = await runProgram(process.execPath, ['program.mjs'], dir, env);
  expect(stdout).toBe('ENAMETOOLONG\n');
});

it('a thread that is ended has written nothing more afterwards, and fails nobody', async () => {
  const dir = join(createTemporaryFolder(), 'out');
  mkdirSync(dir);
  const folder = compiled.openThread(dir);
  for (let at = 0; at < 5000; at += 1) void folder.write(`${at}.txt`, 'text '.repeat(200));
  await folder.close();
  const left = listFiles(dir).length;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(listFiles(dir).length).toBe(left);
});
