import type { RenameFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { Cursor } from '../open-cursor.ts';
import { createLines } from '../text/text-lines.ts';
import type { RenameEdits } from './types.ts';

/** One edit of all files: texts first, while they have their old names. */
export function formatEdit(
  { site, edited, documents }: Pick<Cursor, 'site' | 'edited' | 'documents'>,
  { edits, moves }: RenameEdits,
): WorkspaceEdit {
  const files = [...new Set(edits.map(({ file }) => file))];
  const changes = files.map((file): TextDocumentEdit => {
    const path = site.findPath(file);
    const lines = createLines(edited.workspace.files.texts.get(file) ?? '');
    const own = edits.filter((each) => each.file === file).sort((a, b) => a.start - b.start);
    return {
      textDocument: { uri: documents.uriOf(path), version: documents.at(path)?.version ?? null },
      edits: own.map((edit) => ({ range: lines.rangeOf(edit), newText: edit.text })),
    };
  });
  const renames = moves.map(({ from, to }): RenameFile => {
    const [oldUri, newUri] = [from, to].map((file) => documents.uriOf(site.findPath(file)));
    return { kind: 'rename', oldUri: oldUri ?? '', newUri: newUri ?? '' };
  });
  return { documentChanges: [...changes, ...renames] };
}
