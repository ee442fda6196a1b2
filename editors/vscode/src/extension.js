/** Starts `decant lsp`, keeps the chosen version in the status bar, and shows the page of it beside the text. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commands, StatusBarAlignment, window, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';
import { createPreview } from './preview.js';

let client;

export async function activate(context) {
  client = new LanguageClient('decant', 'Decant', createServerOptions(), {
    documentSelector: [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'file', language: 'yaml' },
    ],
  });
  const status = window.createStatusBarItem('decant.version', StatusBarAlignment.Right, 100);
  status.name = 'Decant: version';
  status.command = 'decant.chooseVersion';
  status.tooltip = 'Choose the version to see';
  status.text = 'All versions';
  const preview = createPreview(client);
  context.subscriptions.push(
    status,
    preview,
    commands.registerCommand('decant.preview', () => preview.open()),
    commands.registerCommand('decant.restart', () => client.restart()),
    commands.registerCommand('decant.chooseVersion', () => chooseVersion(status, preview)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('decant.command')) client.restart();
    }),
  );
  await client.start();
  await commands.executeCommand('setContext', 'decant.isRunning', true);
  status.show();
}

export function deactivate() {
  return client?.stop();
}

async function chooseVersion(status, preview) {
  const uri = window.activeTextEditor?.document.uri.toString() ?? '';
  const versions = await ask('decant.server.listVersions', uri);
  const all = { label: 'All versions', name: undefined };
  const items = [all, ...versions.map(({ name, title }) => ({ label: title, description: name, name }))];
  const picked = await window.showQuickPick(items, { placeHolder: 'Which version do you want to see?' });
  if (picked === undefined) return;
  await ask('decant.server.chooseVersion', picked.name);
  status.text = picked.label;
  preview.refresh();
}

function ask(command, argument) {
  return client.sendRequest('workspace/executeCommand', { command, arguments: [argument] });
}

/** The program of the first folder that has one: what a site is built with also judges it. */
function createServerOptions() {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  const set = workspace.getConfiguration('decant').get('command', []);
  const installed = folders
    .map((folder) => join(folder, 'node_modules', 'decant', 'dist', 'src', 'cli.js'))
    .find((file) => existsSync(file));
  const own = installed === undefined ? ['decant'] : ['node', installed];
  const [command, ...args] = set.length > 0 ? set : own;
  return {
    command,
    args: [...args, 'lsp'],
    options: { cwd: folders[0], shell: process.platform === 'win32' },
  };
}
