import { spawn } from 'node:child_process';
import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { repository } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

/** Starts `decant dev` and returns the address it prints. */
function serve(root: string): Promise<string> {
  const cli = join(repository, 'dist/src/cli.js');
  const child = spawn(process.execPath, [cli, 'dev', '--root', root, '--port=0']);
  onTestFinished(() => void child.kill('SIGINT'));
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.stdout.on('data', (chunk) => {
      const url = /Serving (\S+)/.exec(String(chunk))?.[1];
      if (url !== undefined) resolve(url);
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

it('serves one version, and shows a change of an article without being asked', {
  timeout: 60_000,
}, async () => {
  const root = createTemporaryFolder();
  cpSync(join(repository, 'tests/sites/smallest'), root, { recursive: true });
  const url = await serve(root);
  expect(await readUntil(`${url}en/`, 'EventSource')).toContain('id="article-contents"');
  appendFileSync(join(root, 'content/index.md'), '\nA sentence that was not there.\n');
  expect(await readUntil(`${url}en/`, 'A sentence that was not there.')).toContain('EventSource');
});
