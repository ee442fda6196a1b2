import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { cli, repository, runDecant } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

/** A busy machine takes its time. */
const PATIENCE = { timeout: 60_000 };

interface Served {
  readonly url: string;
  /** What was said so far. */
  read(): string;
  end(): Promise<void>;
}

/** Ends a program when the process that started it is gone, however that ended: a run of tests that was broken off, too. */
const LEASH = `data:text/javascript,process.once('disconnect',()=>process.exit(1));process.channel.unref()`;

/** Starts `decant dev`; there when it prints its address. */
function serve(root: string, ...more: readonly string[]): Promise<Served> {
  const args = ['--import', LEASH, cli, 'dev', '--root', root, '--port=0', ...more];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const end = async () => {
    child.kill('SIGINT');
    const deadline = setTimeout(() => child.kill('SIGKILL'), 60_000);
    expect(await ended).toBe(0);
    clearTimeout(deadline);
  };
  // Nothing stays behind, and Ctrl-C is no error.
  onTestFinished(end);
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    child.stdout?.on('data', (chunk) => {
      const url = /Serving (\S+)/.exec(String(chunk))?.[1];
      if (url !== undefined) resolve({ url, read: () => said, end });
    });
    child.once('exit', (code) => reject(new Error(`decant dev ended with ${code}:\n${said}`)));
  });
}

async function readUntil(url: string, text: string): Promise<string> {
  for (;;) {
    const html = await (await fetch(url)).text();
    if (html.includes(text)) return html;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

it('serves pages, shows changes without being asked, and says what is wrong with those that are looked at', async () => {
  const root = createTemporaryFolder();
  cpSync(join(repository, 'tests/sites/translations'), root, { recursive: true });
  const { url, read } = await serve(root, '--no-search', '--editor=zed://open?{file}');
  expect(await readUntil(`${url}en/light/wick/`, '/__decant/client.js')).toContain('id="article-contents"');
  const wick = join(root, 'content/light/wick.md');
  appendFileSync(wick, '\nA sentence that was not there.\n');
  await readUntil(`${url}en/light/wick/`, 'A sentence that was not there.');
  // As editors save that write another file first.
  const text = readFileSync(wick, 'utf8');
  writeFileSync(`${wick}.new`, `${text}\n{% ifversion %}\n`);
  renameSync(`${wick}.new`, wick);
  expect(await readUntil(`${url}en/light/wick/`, '"isBroken":true')).toContain('zed://open?');
  await expect.poll(read, PATIENCE).toMatch(/content\/light\/wick\.md:\d+:\d+/);
  writeFileSync(wick, `${text}\nThe last one.\n`);
  await readUntil(`${url}en/light/wick/`, 'The last one.');
  await expect.poll(read, PATIENCE).toContain('no longer has problems');
});

it('makes of the whole site what is asked for, and takes no notice of a build among the sources', async () => {
  const root = createTemporaryFolder();
  cpSync(join(repository, 'tests/sites/smallest'), root, { recursive: true });
  const out = join(root, 'public');
  const { url } = await serve(root, `--out=${out}`);
  expect(await readUntil(`${url}pages.json`, '"pages"')).toContain('/en/');
  const build = await runDecant(['build', '--root', root, '--out', out, '--no-cache']);
  expect(build.status).toBe(0);
  appendFileSync(join(root, 'content/index.md'), '\nA sentence that was not there.\n');
  await readUntil(`${url}en/`, 'A sentence that was not there.');
});

it('begins with the pages of the last session, or with what has changed since', async () => {
  const root = createTemporaryFolder();
  const cache = createTemporaryFolder();
  cpSync(join(repository, 'tests/sites/translations'), root, { recursive: true });
  const begin = () => serve(root, '--no-search', `--cache=${cache}`);
  const first = await begin();
  const page = await readUntil(`${first.url}en/light/wick/`, 'id="article-contents"');
  await first.end();
  const second = await begin();
  expect(await (await fetch(`${second.url}en/light/wick/`)).text()).toBe(page);
  expect(await readUntil(`${second.url}ja/light/wick/`, 'lang="ja"')).not.toBe(page);
  await second.end();
  appendFileSync(join(root, 'content/light/wick.md'), '\nA sentence that was not there.\n');
  const third = await begin();
  expect(await (await fetch(`${third.url}en/light/wick/`)).text()).toContain(
    'A sentence that was not there.',
  );
});
