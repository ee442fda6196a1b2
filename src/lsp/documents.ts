import { type Connection, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findPath, formatUri } from './uris.ts';

/** The texts that are open in the editor, by absolute path: they count, whatever the disk holds. */
export interface Documents {
  /** Looked up by any spelling of the URI. */
  find(uri: string): OpenDocument | undefined;
  at(path: string): OpenDocument | undefined;
  list(): readonly OpenDocument[];
  /** The URI as the client spells it where the file is open; one of ours otherwise. */
  uriOf(path: string): string;
}

export interface OpenDocument {
  readonly path: string;
  readonly uri: string;
  readonly version: number;
  /** As the stages read files: no byte order mark, lines end in LF. Lines and columns are those of the editor. */
  readonly text: string;
}

export interface DocumentEvents {
  onChange(document: OpenDocument): void;
  onClose(path: string, uri: string): void;
  onSave(document: OpenDocument): void;
}

export function followDocuments(connection: Connection, events: DocumentEvents): Documents {
  const manager = new TextDocuments(TextDocument);
  const open = new Map<string, OpenDocument>();
  manager.onDidChangeContent(({ document }) => {
    const read = readDocument(document);
    if (read === undefined) return;
    open.set(read.path, read);
    events.onChange(read);
  });
  manager.onDidClose(({ document: { uri } }) => {
    const path = findPath(uri);
    if (path === undefined) return;
    open.delete(path);
    events.onClose(path, uri);
  });
  manager.onDidSave(({ document }) => {
    const read = readDocument(document);
    if (read !== undefined) events.onSave(read);
  });
  manager.listen(connection);
  return {
    find: (uri) => open.get(findPath(uri) ?? ''),
    at: (path) => open.get(path),
    list: () => [...open.values()],
    uriOf: (path) => open.get(path)?.uri ?? formatUri(path),
  };
}

function readDocument(document: TextDocument): OpenDocument | undefined {
  const { uri, version } = document;
  const path = findPath(uri);
  const text = document
    .getText()
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
  return path === undefined ? undefined : { path, uri, version, text };
}
