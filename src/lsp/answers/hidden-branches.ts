import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as LspDiagnostic,
} from 'vscode-languageserver/node';
import { traceBranches } from '../../queries/index.ts';
import { hasVersion, type Version } from '../../versions/index.ts';
import { listArticleKeys } from '../diagnose.ts';
import type { EditedSite } from '../types.ts';

/** So many articles that use a file say which versions come to its branches. */
const MOST = 8;

/** Branches that readers of a version do not see, as hints that editors show faintly. */
export function listHiddenBranches(
  edited: EditedSite,
  file: string,
  version: Version,
): readonly LspDiagnostic[] {
  const keys = listArticleKeys(edited, file).slice(0, MOST);
  return traceBranches(edited.workspace, keys, file)
    .filter(({ asked, shown }) => hasVersion(asked, version) && !hasVersion(shown, version))
    .map(({ place, end }) => ({
      range: {
        start: { line: place.line - 1, character: place.column - 1 },
        end: { line: end.line - 1, character: end.column - 1 },
      },
      severity: DiagnosticSeverity.Hint,
      tags: [DiagnosticTag.Unnecessary],
      source: 'decant',
      message: `Not in ${version.title}.`,
    }));
}
