import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import type { Diagnostic } from '../diagnostics/index.ts';
import { listCodeActions } from './answers/code-actions.ts';
import { completeAt, completeLoneTag } from './answers/completion.ts';
import { countPages } from './answers/count-pages.ts';
import { findDefinition } from './answers/definition.ts';
import { foldText } from './answers/fold-text.ts';
import { describeMark } from './answers/hover.ts';
import { listUsePlaces } from './answers/list-use-places.ts';
import { previewFile } from './answers/preview.ts';
import { findSymbols, listSymbols } from './answers/symbols.ts';
import type { DiagnosticScope } from './convert-diagnostic.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { type Cursor, openCursor } from './open-cursor.ts';
import { formatEdit } from './rename/format-edit.ts';
import { nameThing, planRename } from './rename/plan-rename.ts';
import { scanMarks } from './text/scan-marks.ts';
import { findThing } from './things/find-thing.ts';
import type { EditorSite } from './types.ts';
import { findPath } from './uris.ts';

export interface RequestTools {
  readonly documents: Documents;
  siteOf(path: string): EditorSite | undefined;
  /** Name of the version that somebody has chosen to see. */
  getChosen(): string | undefined;
  choose(version: string | undefined): void;
  listSites(): readonly EditorSite[];
  /** What is said of a text, as soon as something is. */
  listFindings(document: OpenDocument): Promise<readonly Diagnostic[]>;
  createScope(site: EditorSite, text: string): DiagnosticScope;
  /** Whether the editor renames files when an edit says so. */
  canMove(): boolean;
}

/** Takes the name of a version, or nothing for none. */
const CHOOSE_VERSION = 'decant.server.chooseVersion';
/** Takes the URI of a file; gives the names and titles of the versions of its site. */
const LIST_VERSIONS = 'decant.server.listVersions';

export const CAPABILITIES: ServerCapabilities = {
  hoverProvider: true,
  completionProvider: { triggerCharacters: ['%', ' ', '.', '/', '(', '#', '-'] },
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  foldingRangeProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.decant'] },
  codeLensProvider: { resolveProvider: true },
  executeCommandProvider: { commands: [CHOOSE_VERSION, LIST_VERSIONS] },
};

interface ReadText {
  readonly site: EditorSite | undefined;
  readonly file: string;
  readonly text: string;
}

const TOP: Position = { line: 0, character: 0 };

interface Asked {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Answers of the open texts as they are when the question comes; of a text that is not open, as the disk holds it. */
export function answerRequests(connection: Connection, tools: RequestTools): void {
  const { documents, siteOf, getChosen, canMove } = tools;
  connection.onHover((asked, token) => answer(asked, token, describeMark));
  connection.onCompletion((asked, token) => {
    const { textDocument, position } = asked;
    const path = findPath(textDocument.uri);
    const lone = path !== undefined && siteOf(path) === undefined ? documents.at(path)?.text : undefined;
    if (lone !== undefined) return completeLoneTag(lone, position) ?? null;
    return answer(asked, token, completeAt);
  });
  connection.onDefinition((asked, token) =>
    answer(asked, token, async (cursor) => [...(await findDefinition(cursor))]),
  );
  connection.onReferences((asked, token) =>
    answer(asked, token, (cursor) => listUsePlaces(cursor, asked.context.includeDeclaration)),
  );
  connection.onPrepareRename((asked, token) =>
    answer(asked, token, async (cursor) => {
      const thing = await findThing(cursor);
      if (thing === undefined) return undefined;
      const { mark, lines, offset } = cursor;
      const range = lines.rangeOf(mark ?? { start: offset, end: offset });
      return { range, placeholder: mark?.kind === 'heading' ? mark.name : await nameThing(cursor, thing) };
    }),
  );
  connection.onRenameRequest((asked, token) =>
    answer(asked, token, async (cursor) => {
      const plan = await planRename(cursor, asked.newName.trim());
      if ('refused' in plan) throw new ResponseError(LSPErrorCodes.RequestFailed, plan.refused);
      if (plan.moves.length > 0 && !canMove())
        throw new ResponseError(
          LSPErrorCodes.RequestFailed,
          'This editor cannot rename files as part of an edit.',
        );
      // The client does not look whether the texts are still those that were asked about.
      if (cursor.site.view() !== cursor.edited)
        throw new ResponseError(
          LSPErrorCodes.ContentModified,
          'A file has changed in the meantime. Rename again.',
        );
      return formatEdit(cursor, plan);
    }),
  );

  connection.onFoldingRanges(async ({ textDocument }) => {
    const found = await read(textDocument.uri);
    return found && foldText(found.file, found.text, scanMarks(found.file, found.text));
  });
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const found = await read(textDocument.uri);
    return (
      found && listSymbols(found.file, found.text, scanMarks(found.file, found.text), found.site?.view())
    );
  });
  connection.onWorkspaceSymbol(({ query }) =>
    tools.listSites().flatMap((site) => {
      const edited = site.view();
      return edited === undefined ? [] : findSymbols(site, edited, documents, query);
    }),
  );
  connection.onCodeAction(async ({ textDocument, range }) => {
    const document = documents.find(textDocument.uri);
    const found = await read(textDocument.uri);
    if (document === undefined || found?.site === undefined) return null;
    const scope = tools.createScope(found.site, document.text);
    return listCodeActions(await tools.listFindings(document), range, found.file, scope);
  });
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    const found = await read(uri);
    const edited = found?.site?.view();
    if (found === undefined || edited === undefined || !edited.workspace.files.texts.has(found.file))
      return [];
    return [{ range: { start: TOP, end: TOP }, data: { uri } }];
  });
  connection.onCodeLensResolve(async (lens) => {
    const found = await read(String(lens.data?.uri));
    const edited = found?.site?.view();
    const title = found && edited ? await countPages(edited, found.file) : '';
    return { ...lens, command: { title, command: '' } };
  });
  connection.onRequest('decant/preview', async ({ uri }: { readonly uri: string }) => {
    const found = await read(uri);
    const edited = found?.site?.view();
    if (found?.site === undefined || edited === undefined) return null;
    return (await previewFile(found.site, edited, found.file, getChosen())) ?? null;
  });
  connection.onExecuteCommand(async ({ command, arguments: [argument] = [] }) => {
    if (command === CHOOSE_VERSION) tools.choose(typeof argument === 'string' ? argument : undefined);
    if (command !== LIST_VERSIONS) return null;
    const found = await read(String(argument));
    const site = found?.site ?? tools.listSites()[0];
    await site?.ready;
    const { versions = [] } = site?.view()?.workspace ?? {};
    return versions.map(({ name, title }) => ({ name, title, isChosen: name === getChosen() }));
  });

  /** A text with its site; of one that belongs to no site the text alone. */
  async function read(uri: string): Promise<ReadText | undefined> {
    const path = findPath(uri);
    const site = path === undefined ? undefined : siteOf(path);
    await site?.ready;
    const file = (path !== undefined && site?.nameFile(path)) || uri;
    const text = documents.find(uri)?.text ?? site?.view()?.workspace.files.texts.get(file);
    return text === undefined ? undefined : { site, file, text };
  }

  async function answer<T>(
    { textDocument, position }: Asked,
    token: CancellationToken,
    find: (cursor: Cursor) => Promise<T | undefined> | T | undefined,
  ): Promise<T | null> {
    const cursor = await open(textDocument.uri, position);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    const found = cursor && (await find(cursor));
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    return found ?? null;
  }

  async function open(uri: string, position: Position): Promise<Cursor | undefined> {
    const path = findPath(uri);
    const site = path === undefined ? undefined : siteOf(path);
    if (path === undefined || site === undefined) return undefined;
    await site.ready;
    const edited = site.view();
    const file = site.nameFile(path);
    if (edited === undefined || file === undefined) return undefined;
    const text = documents.at(path)?.text ?? edited.workspace.files.texts.get(file);
    return text === undefined
      ? undefined
      : openCursor({ site, edited, documents, chosen: getChosen() }, file, text, position);
  }
}
