import {
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  ProposedFeatures,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import type { CacheOptions } from '../cache/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { HeadParser } from '../load/index.ts';
import type { RenderMarkdown } from '../markdown/index.ts';
import { answerMoves, MOVED } from './answer-moves.ts';
import { answerRequests, CAPABILITIES } from './answer-requests.ts';
import { listHiddenBranches } from './answers/hidden-branches.ts';
import { convertDiagnostic } from './convert-diagnostic.ts';
import { followDocuments, type OpenDocument } from './documents.ts';
import { findRootAbove, findRootsBelow } from './find-root.ts';
import { judgeSites } from './judge-sites.ts';
import { keepRecentRenderings } from './keep-recent-renderings.ts';
import { diagnoseLoneText } from './lone-text.ts';
import { publishFindings } from './publish-findings.ts';
import { followSite } from './site.ts';
import type { EditorSite } from './types.ts';
import { findPath } from './uris.ts';

export interface EditorTools {
  readonly renderMarkdown: RenderMarkdown;
  /** What parses frontmatter of the site in a folder. */
  openHeads(root: string): HeadParser;
  /** What others have kept, for a process that judges a whole site. */
  readonly cache: CacheOptions | undefined;
  /** Where the codes of diagnostics are explained. */
  readonly documentUrl: string;
  readonly version: string;
  /** Is waited for before the server ends. */
  close(): Promise<void>;
}

/**
 * A language server on stdin and stdout; nothing else may write there. Ends with the client: the library ends the process
 * when it is asked to, when stdin closes, and when the process of the client is no longer there.
 */
export function serveEditor(tools: EditorTools): Promise<never> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const renderMarkdown = keepRecentRenderings(tools.renderMarkdown);
  const sites = new Map<string, EditorSite>();
  let params: InitializeParams | undefined;
  let chosen: string | undefined;
  const changed = new Set<string>();
  let burst: NodeJS.Timeout | undefined;

  const documents = followDocuments(connection, {
    onChange: ({ path }) => publisher.touch(path),
    onClose(path, uri) {
      publisher.forget(path);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
      // What was typed and not saved is gone.
      publisher.touchAll();
    },
    onSave: ({ path }) => reread([path]),
  });
  const judge = judgeSites({
    documents,
    cache: tools.cache,
    onJudged: () => publisher.touchAll(),
    fail,
  });
  const publisher = publishFindings({
    list: documents.list,
    siteOf,
    listOfSite: judge.list,
    send,
    diagnoseLone: diagnoseLoneText,
    fail,
  });

  connection.onInitialize((given): InitializeResult => {
    params = given;
    for (const root of listRoots(listFolders(given))) openSite(root);
    return {
      serverInfo: { name: 'decant', version: tools.version },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
        },
        ...CAPABILITIES,
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { willRename: MOVED },
        },
      },
    };
  });
  connection.onInitialized(() => {
    const { didChangeWatchedFiles, workspaceFolders } = params?.capabilities.workspace ?? {};
    if (didChangeWatchedFiles?.dynamicRegistration === true)
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED });
    // The library throws where the editor has told of no such thing.
    if (workspaceFolders === true)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const root of listRoots(removed)) sites.delete(root);
        for (const root of listRoots(added)) openSite(root);
        publisher.touchAll();
      });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    reread(changes.flatMap(({ uri }) => findPath(uri) ?? []));
  });
  answerRequests(connection, {
    documents,
    siteOf,
    listSites: () => [...sites.values()],
    getChosen: () => chosen,
    choose(version) {
      chosen = version;
      publisher.touchAll();
    },
    canMove: () => canMoveFiles(params),
    listFindings: publisher.listSaid,
    createScope: (site, text) => ({ ...tools, site, view: site.view(), text, uriOf: documents.uriOf }),
  });
  answerMoves(connection, { documents, siteOf, canMove: () => canMoveFiles(params) });
  connection.onShutdown(() => tools.close());
  connection.listen();
  return new Promise(() => {});

  function openSite(root: string): EditorSite {
    const known = sites.get(root);
    if (known !== undefined) return known;
    const site = followSite(root, { documents, renderMarkdown, openHeads: tools.openHeads });
    sites.set(root, site);
    const start = performance.now();
    site.ready.then(() => {
      tellReady(connection, site, performance.now() - start);
      judge.touch(site);
    }, fail);
    return site;
  }

  function siteOf(path: string): EditorSite | undefined {
    const root = findRootAbove(path);
    return root === undefined ? undefined : openSite(root);
  }

  /** What has changed on the disk. A checkout changes hundreds of files, and is told in many parts. */
  function reread(paths: readonly string[]): void {
    for (const path of paths) changed.add(path);
    clearTimeout(burst);
    burst = setTimeout(() => {
      const all = [...changed];
      changed.clear();
      void rereadAll(all).catch(fail);
    }, BURST_MS);
  }

  async function rereadAll(paths: readonly string[]): Promise<void> {
    for (const site of sites.values()) {
      const files = paths.flatMap((path) => site.nameFile(path) ?? []);
      if (files.length === 0) continue;
      await site.refresh(files);
      judge.touch(site);
    }
    publisher.touchAll();
  }

  function send(
    { path, uri, version, text }: OpenDocument,
    site: EditorSite | undefined,
    found: readonly Diagnostic[],
  ): void {
    const diagnostics =
      site === undefined
        ? convertLone(text, found)
        : convertAll(site, site.nameFile(path) ?? '', text, found);
    void connection.sendDiagnostics({ uri, version, diagnostics });
  }

  /** Of a text that belongs to no site, and names no other file. */
  function convertLone(text: string, found: readonly Diagnostic[]) {
    const scope = { ...tools, site: { findPath: String }, view: undefined, text, uriOf: documents.uriOf };
    return found.map((each) => convertDiagnostic(each, scope));
  }

  function convertAll(site: EditorSite, file: string, text: string, found: readonly Diagnostic[]) {
    const edited = site.view();
    const scope = { ...tools, site, view: edited, text, uriOf: documents.uriOf };
    const version = edited?.workspace.versions.find(({ name }) => name === chosen);
    const hidden = edited && version ? listHiddenBranches(edited, file, version) : [];
    return [...found.map((each) => convertDiagnostic(each, scope)), ...hidden];
  }

  function fail(error: unknown): void {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

const WATCHED = [
  '**/content/**/*.md',
  '**/data/**/*.{md,yml,yaml}',
  '**/data/rest/**/*.json',
  '**/assets/**',
].map((globPattern) => ({ globPattern }));

interface Folder {
  readonly uri: string;
}

function listFolders({ workspaceFolders, rootUri }: InitializeParams): readonly Folder[] {
  return workspaceFolders ?? (rootUri === null ? [] : [{ uri: rootUri }]);
}

function listRoots(folders: readonly Folder[]): readonly string[] {
  const paths = folders.flatMap(({ uri }) => findPath(uri) ?? []);
  return [...new Set(paths.flatMap((folder) => findRootsBelow(folder)))];
}

function tellReady(connection: Connection, site: EditorSite, milliseconds: number): void {
  const corpus = site.view()?.workspace.corpus;
  const articles = corpus?.articles.size ?? 0;
  connection.console.info(`${site.root}: ${articles} articles, ready in ${Math.round(milliseconds)} ms`);
  void connection.sendNotification('decant/ready', { root: site.root, articles });
  // Old addresses take longest, and the first broken link asks for them: rather before anybody types it.
  setTimeout(() => site.view()?.addresses.find(undefined, ''), WARM_MS);
}

const WARM_MS = 500;

/** Changes on the disk that follow each other within this time are read as one. */
const BURST_MS = 50;

function canMoveFiles(params: InitializeParams | undefined): boolean {
  // These stand in `documentChanges` only. Neovim renames files, and does not say that it takes those.
  const able = params?.capabilities.workspace?.workspaceEdit?.resourceOperations;
  return able?.includes('rename') === true;
}
