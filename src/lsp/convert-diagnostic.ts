import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as LspDiagnostic,
  type Position,
  type Range,
} from 'vscode-languageserver/node';
import { type Diagnostic, formatCodeAnchor, type Point } from '../diagnostics/index.ts';
import { createSet, formatRanges } from '../versions/index.ts';
import type { EditedSite, EditorSite } from './types.ts';

/** What the words of a diagnostic depend on. */
export interface DiagnosticScope {
  readonly site: Pick<EditorSite, 'findPath'>;
  readonly view: EditedSite | undefined;
  /** Of the file in which they stand. */
  readonly text: string;
  readonly uriOf: (path: string) => string;
  /** Where the codes are explained. */
  readonly documentUrl: string;
}

export function convertDiagnostic(found: Diagnostic, scope: DiagnosticScope): LspDiagnostic {
  const { code, severity, message, hint, place, via } = found;
  const related = via.slice(0, 20).map((use) => ({
    location: {
      uri: scope.uriOf(scope.site.findPath(use.file)),
      range: { start: toPosition(use), end: toPosition(use) },
    },
    message: 'The text is used here.',
  }));
  return {
    range: findRange(found, scope.text),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code,
    codeDescription: { href: `${scope.documentUrl}#${formatCodeAnchor(code)}` },
    source: 'decant',
    message: [message, hint, describeVersions(found, scope)].filter((part) => part !== undefined).join(' '),
    ...(UNNECESSARY.has(code) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && { relatedInformation: related }),
    data: { file: place.file },
  };
}

/** What can go without anybody missing it: editors show it faintly. */
const UNNECESSARY: ReadonlySet<string> = new Set(['check/dead-branch', 'check/unused-ignore']);

/** Where a mistake shows, if that is not everywhere. */
function describeVersions({ versions: names }: Diagnostic, { view }: DiagnosticScope): string | undefined {
  if (view === undefined || names.length === 0) return undefined;
  const { versions, built } = view.workspace;
  const set = createSet(versions.filter(({ name }) => names.includes(name)));
  return (set & built) === built ? undefined : `In ${formatRanges(set, versions)}.`;
}

function toPosition({ line, column }: Point): Position {
  return { line: line - 1, character: column - 1 };
}

/** Up to the end where it is known; else the tag, the word or what is left of the line. */
function findRange({ place, end }: Diagnostic, text: string): Range {
  const start = toPosition(place);
  if (end !== undefined) return { start, end: toPosition(end) };
  const line = text.split('\n')[place.line - 1] ?? '';
  const rest = line.slice(place.column - 1);
  const [word = ''] =
    /^(?:\{%.*?%\}|\{\{.*?\}\}|\[[^\]]*\]\([^)]*\)|<[^>]*>|[\p{L}\p{N}_./@-]+|.*\S)?/u.exec(rest) ?? [];
  return { start, end: { line: start.line, character: start.character + word.length } };
}
