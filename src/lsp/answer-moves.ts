import type { Connection, FileOperationRegistrationOptions, WorkspaceEdit } from 'vscode-languageserver/node';
import type { Documents } from './documents.ts';
import { formatEdit } from './rename/format-edit.ts';
import { type FileMove, planMoves } from './rename/move-files.ts';
import type { EditorSite } from './types.ts';
import { findPath } from './uris.ts';

export interface MoveTools {
  readonly documents: Documents;
  siteOf(path: string): EditorSite | undefined;
  /** Whether the editor renames files when an edit says so. */
  canMove(): boolean;
}

/** Files and folders of a site. Without `matches` an editor asks for files alone. */
export const MOVED: FileOperationRegistrationOptions = {
  filters: (['file', 'folder'] as const).map((matches) => ({
    scheme: 'file',
    pattern: { glob: '**/{content,data,assets}/**', matches },
  })),
};

/** Files that are renamed in the editor's list of files: what leads to them follows. */
export function answerMoves(connection: Connection, { documents, siteOf, canMove }: MoveTools): void {
  connection.workspace.onWillRenameFiles(async ({ files }): Promise<WorkspaceEdit | null> => {
    const given = files.flatMap(({ oldUri, newUri }) => {
      const [from, to] = [findPath(oldUri), findPath(newUri)];
      return from === undefined || to === undefined ? [] : [{ from, to }];
    });
    const edits: NonNullable<WorkspaceEdit['documentChanges']> = [];
    for (const site of new Set(given.flatMap(({ from }) => siteOf(from) ?? []))) {
      await site.ready;
      const edited = site.view();
      if (edited === undefined) continue;
      const { notes, moves, ...plan } = planMoves({ site, edited }, nameMoves(site, given));
      for (const note of notes) connection.window.showWarningMessage(note);
      const scope = { site, edited, documents };
      edits.push(...(formatEdit(scope, { ...plan, moves: canMove() ? moves : [] }).documentChanges ?? []));
    }
    return edits.length === 0 ? null : { documentChanges: edits };
  });
}

function nameMoves(site: EditorSite, given: readonly FileMove[]): readonly FileMove[] {
  return given.flatMap((move) => {
    const [from, to] = [site.nameFile(move.from), site.nameFile(move.to)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}
