import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { completeAt } from './answers/completion.ts';
import { findDefinition } from './answers/definition.ts';
import { describeMark } from './answers/hover.ts';
import { listUsePlaces } from './answers/list-use-places.ts';
import type { Documents } from './documents.ts';
import { type Cursor, openCursor } from './open-cursor.ts';
import { formatEdit } from './rename/format-edit.ts';
import { nameThing, planRename } from './rename/plan-rename.ts';
import { findThing } from './things/find-thing.ts';
import type { EditorSite } from './types.ts';
import { findPath } from './uris.ts';

export interface RequestTools {
  readonly documents: Documents;
  siteOf(path: string): EditorSite | undefined;
  /** Name of the version that somebody has chosen to see. */
  getChosen(): string | undefined;
  /** Whether the editor renames files when an edit says so. */
  canMove(): boolean;
}

export const CAPABILITIES: ServerCapabilities = {
  hoverProvider: true,
  completionProvider: { triggerCharacters: ['%', ' ', '.', '/', '(', '#', '-'] },
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
};

interface Asked {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Answers of the open texts as they are when the question comes; of a text that is not open, as the disk holds it. */
export function answerRequests(connection: Connection, tools: RequestTools): void {
  const { documents, siteOf, getChosen, canMove } = tools;
  connection.onHover((asked, token) => answer(asked, token, describeMark));
  connection.onCompletion((asked, token) => answer(asked, token, completeAt));
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
      const isHeading = mark?.kind === 'heading';
      const range = lines.rangeOf(mark ?? { start: offset, end: offset });
      return { range, placeholder: isHeading ? mark.name : nameThing(thing) };
    }),
  );
  connection.onRenameRequest((asked, token) =>
    answer(asked, token, async (cursor) => {
      const plan = await planRename(cursor, asked.newName.trim());
      if ('refused' in plan) throw new ResponseError(LSPErrorCodes.RequestFailed, plan.refused);
      if (plan.moves.length > 0 && !canMove())
        throw new ResponseError(LSPErrorCodes.RequestFailed, 'This editor renames no files by an edit.');
      // The client does not look whether the texts are still those that were asked about.
      if (cursor.site.view() !== cursor.edited)
        throw new ResponseError(LSPErrorCodes.ContentModified, 'A text has changed meanwhile. Rename again.');
      return formatEdit(cursor, plan);
    }),
  );

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
