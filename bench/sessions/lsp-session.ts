/**
 * A writer with `decant lsp`: opens an article, types, and asks what could follow. Its phases are `starting` (until the first
 * diagnostics), `typing`, `completing` and `ending`.
 *
 * Arguments: root, cache, an article.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection } from 'vscode-languageserver-protocol/node';
import { repository } from '../repository.ts';
import { beginPhase, TIMES, waitForEnd } from './phases.ts';

const [root = '', cache = '', article = ''] = process.argv.slice(2);
const program = join(repository, 'dist/src/cli.js');
const server = spawn(process.execPath, [program, 'lsp', '--stdio', '--cache', cache], {
  stdio: ['pipe', 'pipe', 'ignore'],
});
process.once('exit', () => server.kill());
const editor = createProtocolConnection(server.stdout, server.stdin);
const uri = pathToFileURL(article).href;
const heard = new Map<number, () => void>();
editor.onNotification('textDocument/publishDiagnostics', (said: { uri: string; version?: number }) => {
  if (said.version !== undefined) heard.get(said.version)?.();
});
editor.onRequest('client/registerCapability', () => null);
editor.listen();
const rootUri = pathToFileURL(root).href;
await editor.sendRequest('initialize', {
  processId: process.pid,
  rootUri,
  workspaceFolders: [{ uri: rootUri, name: 'site' }],
  capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
});
await editor.sendNotification('initialized', {});
const text = readFileSync(article, 'utf8');
await said(1, () =>
  editor.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  }),
);
beginPhase('typing');
for (let time = 1; time <= TIMES; time += 1) await type(1 + time, `${text}\n${'x'.repeat(time)}`);
const link = '[x](/';
await type(TIMES + 2, `${text}\n${link}`);
const position = { line: text.split('\n').length, character: link.length };
beginPhase('completing');
for (let time = 1; time <= TIMES; time += 1)
  await editor.sendRequest('textDocument/completion', { textDocument: { uri }, position });
beginPhase('ending');
await waitForEnd(server, async () => {
  await editor.sendRequest('shutdown');
  await editor.sendNotification('exit');
});
process.exit(0);

/** Sends a state of the text, and returns when the diagnostics of it have come. */
async function said(version: number, send: () => Promise<void>): Promise<void> {
  const found = new Promise<void>((resolve) => heard.set(version, resolve));
  await send();
  await found;
}

function type(version: number, whole: string): Promise<void> {
  return said(version, () =>
    editor.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text: whole }],
    }),
  );
}
