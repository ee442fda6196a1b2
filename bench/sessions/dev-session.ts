/**
 * A writer with `decant dev`, without a browser: asks for a page, and saves edits until it shows each. Its phases are `starting`
 * (until the page is there), `editing` (its article), `sharing` (a reusable on it), `ending`, and `between` them.
 *
 * Arguments: root, cache, a language, an article of the first version, a reusable that it uses, a line of that.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { repository } from '../repository.ts';
import { beginPhase, TIMES, waitForEnd } from './phases.ts';

/** Milliseconds. */
const PATIENCE = 20_000;

const [root = '', cache = '', language = '', article = '', reusable = '', line = '1'] = process.argv.slice(2);
const program = join(repository, 'dist/src/cli.js');
const server = spawn(
  process.execPath,
  [program, 'dev', '--quiet', '--port=0', '--root', root, '--cache', cache],
  // What it says of its own phases would end ours.
  { stdio: ['ignore', 'pipe', 'ignore'] },
);
process.once('exit', () => server.kill());
const site = await readAddress();
const path = relative(join(root, 'content'), article).replaceAll(sep, '/');
const address = `${site}${language}/${path.replace(/(?:^|\/)index\.md$|\.md$/, '')}/`;
await readPage();
beginPhase('between');
const next = await listenForUpdates();
appendFileSync(article, '\n\nA last line.');
const last = readFileSync(article, 'utf8').split('\n').length;
for (const [phase, file, at] of [
  ['editing', article, last],
  ['sharing', reusable, Number(line)],
] as const) {
  // The first edit waits until the folders are watched.
  await edit(file, at, `${phase}-0`);
  beginPhase(phase);
  for (let time = 1; time <= TIMES; time += 1) await edit(file, at, `${phase}-${time}`);
  beginPhase('between');
}
beginPhase('ending');
await waitForEnd(server, () => server.kill('SIGINT'));
process.exit(0);

async function readAddress(): Promise<string> {
  for await (const text of createInterface({ input: server.stdout })) {
    const url = /^Serving (\S+)$/.exec(text)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('decant dev has ended.');
}

async function readPage(): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/** What waits for the next change that the server tells of. */
async function listenForUpdates(): Promise<() => Promise<void>> {
  const { body } = await fetch(new URL('/__decant/events', site));
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  return async () => {
    for (let text = ''; !text.includes('event: update'); ) text += (await reader?.read())?.value ?? '';
  };
}

/** Ends a line with a word, and returns when the page shows it. */
async function edit(file: string, at: number, word: string): Promise<void> {
  const lines = readFileSync(file, 'utf8').split('\n');
  lines[at - 1] = `${(lines[at - 1] ?? '').replace(/ edited-[\w-]+$/, '')} edited-${word}`;
  writeFileSync(file, lines.join('\n'));
  const late = setTimeout(() => fail(`${file} was changed, and no page shows it.`), PATIENCE);
  do await next();
  while (!new RegExp(`edited-${word}\\b`).test(await readPage()));
  clearTimeout(late);
}

function fail(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
