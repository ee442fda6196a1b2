import {
  type CodeAction,
  CodeActionKind,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Diagnostic, FileEdit, Point } from '../../diagnostics/index.ts';
import { planFixes } from '../../rules/index.ts';
import { convertDiagnostic, type DiagnosticScope } from '../convert-diagnostic.ts';

/** What puts right what is said of a range, and one action for all that `decant check --fix` would do to the text. */
export function listCodeActions(
  found: readonly Diagnostic[],
  range: Range,
  file: string,
  scope: DiagnosticScope,
): CodeAction[] {
  const touched = found
    .map((each) => ({ each, shown: convertDiagnostic(each, scope) }))
    .filter(({ shown }) => overlaps(shown.range, range));
  const single = touched.flatMap(({ each, shown }) =>
    (each.fixes ?? []).map(({ title, edits }, at) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [shown],
      isPreferred: at === 0,
      edit: formatFix(edits, scope),
    })),
  );
  const { edits, fixed } = planFixes(found);
  const own = edits.get(file) ?? [];
  const isOnlyHere = [...edits.keys()].every((each) => each === file);
  if (own.length === 0 || !isOnlyHere) return single;
  const all = {
    title: `Make all corrections that have only one right answer (${fixed.length})`,
    kind: `${CodeActionKind.SourceFixAll}.decant`,
    edit: formatFix(own, scope),
  };
  return [...single, all];
}

function formatFix(edits: readonly FileEdit[], { site, uriOf }: DiagnosticScope): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { file, start, end, text } of edits) {
    const list = changes[uriOf(site.findPath(file))] ?? [];
    changes[uriOf(site.findPath(file))] = [
      ...list,
      { range: { start: place(start), end: place(end) }, newText: text },
    ];
  }
  return { changes };
}

function place({ line, column }: Point) {
  return { line: line - 1, character: column - 1 };
}

function overlaps(one: Range, other: Range): boolean {
  const isBefore = (a: Range, b: Range) =>
    a.end.line < b.start.line || (a.end.line === b.start.line && a.end.character < b.start.character);
  return !isBefore(one, other) && !isBefore(other, one);
}
