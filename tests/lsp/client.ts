import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createProtocolConnection,
  type Diagnostic,
  type Position,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  type ServerCapabilities,
} from 'vscode-languageserver-protocol/node';

const program = join(import.meta.dirname, '../../dist/src/cli.js');

/** An editor, as far as the protocol knows one. */
export interface Client {
  readonly child: ChildProcess;
  readonly capabilities: ServerCapabilities;
  /** What the server wants to hear of when it changes on the disk. */
  readonly watched: readonly string[];
  /** The URI of a file as VS Code spells it. */
  uri(file: string): string;
  /** Opens a file with the text that the disk holds, or another one, and waits for what is said of it. */
  open(file: string, text?: string): Promise<readonly Diagnostic[]>;
  /** Types: the whole text is another one. */
  change(file: string, text: string): Promise<readonly Diagnostic[]>;
  close(file: string): Promise<void>;
  text(file: string): string;
  /** Where a text stands for the first time, or behind it. */
  at(file: string, text: string, shift?: number): { textDocument: { uri: string }; position: Position };
  ask<T>(method: string, params: unknown): Promise<T>;
  tell(method: string, params: unknown): Promise<void>;
  /** Waits until these places and codes are all that is said of a file: `12:5 links/broken`. */
  until(file: string, ...said: readonly string[]): Promise<void>;
  /** Waits until a file is said to have a mistake of a kind. */
  hears(file: string, code: string): Promise<Diagnostic>;
  stop(): Promise<number | null>;
}

export async function startClient(root: string, options: readonly string[] = []): Promise<Client> {
  const child = spawn(
    process.execPath,
    [program, 'lsp', '--stdio', '--no-cache', '--workers=0', ...options],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const connection = createProtocolConnection(child.stdout, child.stdin);
  const texts = new Map<string, { text: string; version: number }>();
  const waiting: {
    uri: string;
    version: number | undefined;
    hear: (found: readonly Diagnostic[]) => void;
  }[] = [];
  const onPublished = ({ uri, version, diagnostics }: PublishDiagnosticsParams) => {
    for (const each of [...waiting]) {
      if (each.uri !== uri || (each.version !== undefined && each.version !== version)) continue;
      waiting.splice(waiting.indexOf(each), 1);
      each.hear(diagnostics);
    }
  };
  connection.onNotification('textDocument/publishDiagnostics', onPublished);
  const watched: string[] = [];
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { registerOptions } of registrations)
      watched.push(
        ...registerOptions.watchers.map(({ globPattern }: { globPattern: string }) => globPattern),
      );
    return null;
  });
  connection.listen();
  const rootUri = spell(root);
  const { capabilities } = await connection.sendRequest<{ capabilities: ServerCapabilities }>('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'site' }],
    capabilities: {
      workspace: {
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        // As Neovim, which takes `documentChanges` and does not say so.
        workspaceEdit: { resourceOperations: ['create', 'rename', 'delete'] },
      },
    },
  });
  await connection.sendNotification('initialized', {});

  const uri = (file: string) => spell(join(root, file));
  const text = (file: string) => texts.get(file)?.text ?? readFileSync(join(root, file), 'utf8');
  const hear = (file: string, version?: number) =>
    new Promise<readonly Diagnostic[]>((resolve) => {
      waiting.push({ uri: uri(file), version, hear: resolve });
    });
  return {
    child,
    capabilities,
    watched,
    uri,
    text,
    async open(file, given = text(file)) {
      texts.set(file, { text: given, version: 1 });
      const said = hear(file, 1);
      const textDocument = { uri: uri(file), languageId: 'markdown', version: 1, text: given };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
      return said;
    },
    async change(file, given) {
      const version = (texts.get(file)?.version ?? 0) + 1;
      texts.set(file, { text: given, version });
      const said = hear(file, version);
      const params = { textDocument: { uri: uri(file), version }, contentChanges: [{ text: given }] };
      await connection.sendNotification('textDocument/didChange', params);
      return said;
    },
    async close(file) {
      texts.delete(file);
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(file) } });
    },
    at(file, part, shift = 0) {
      const offset = text(file).indexOf(part);
      if (offset === -1) throw new Error(`${file} does not hold '${part}'.`);
      const before = text(file)
        .slice(0, offset + shift)
        .split('\n');
      const position = { line: before.length - 1, character: (before.at(-1) ?? '').length };
      return { textDocument: { uri: uri(file) }, position };
    },
    ask: (method, params) => connection.sendRequest(method, params),
    tell: (method, params) => connection.sendNotification(method, params),
    async until(file, ...said) {
      const isSaid = (found: readonly Diagnostic[]) => formatFindings(found).join('\n') === said.join('\n');
      while (!isSaid(await hear(file)));
    },
    async hears(file, code) {
      for (;;) {
        const found = (await hear(file)).find((each) => each.code === code);
        if (found !== undefined) return found;
      }
    },
    async stop() {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return ended;
    },
  };
}

/** Line, column and code of each. */
export function formatFindings(found: readonly Diagnostic[]): readonly string[] {
  return found.map(({ code, range: { start } }) => `${start.line + 1}:${start.character + 1} ${code}`);
}

/** VS Code escapes more than `pathToFileURL` does. */
function spell(path: string): string {
  const escaped = encodeURIComponent(path)
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, escapeCharacter);
  return `file://${escaped}`;
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
