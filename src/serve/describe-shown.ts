import type { Diagnostic, Place } from '../diagnostics/index.ts';
import type { LinkToEditor } from './editor-links.ts';
import type { SitePreview } from './preview.ts';
import type { ShownPage } from './types.ts';
import { findPreviewWords, type PreviewWords } from './words.ts';

/** A place of a source, and the address that opens it. */
export interface LinkedPlace {
  readonly place: string;
  readonly link: string;
}

/** A diagnostic as pages show it. */
export interface ShownProblem extends LinkedPlace {
  readonly severity: Diagnostic['severity'];
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly via: readonly LinkedPlace[];
  /** The line that it is about, and those around it. */
  readonly excerpt: readonly { readonly line: number; readonly text: string; readonly isMeant: boolean }[];
}

/** What stands beside a page while it is written. */
export interface PageState {
  readonly language: string;
  readonly words: PreviewWords;
  readonly isBroken: boolean;
  /** Whether an older state of the page is shown. */
  readonly isOld: boolean;
  readonly problems: readonly ShownProblem[];
}

/** What the script of a page is told. */
export function describeShown(
  { language, isBroken, diagnostics }: ShownPage,
  isOld: boolean,
  { sources }: Pick<SitePreview, 'sources'>,
  link: LinkToEditor,
): PageState {
  const { texts } = sources.files.value;
  const problems = listInOrder(diagnostics).map(
    ({ severity, code, message, hint, place, via }): ShownProblem => ({
      severity,
      code,
      message,
      hint,
      ...linkPlace(place, link),
      via: via.map((use) => linkPlace(use, link)),
      excerpt: cutExcerpt(texts.get(place.file), place.line),
    }),
  );
  return { language, words: findPreviewWords(language), isBroken, isOld, problems };
}

/** Errors first, else as they are. */
export function listInOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => rank(a) - rank(b));
}

function rank({ severity }: Diagnostic): number {
  return severity === 'error' ? 0 : 1;
}

export function linkPlace(place: Place, link: LinkToEditor): LinkedPlace {
  return { place: `${place.file}:${place.line}:${place.column}`, link: link(place) };
}

const AROUND = 2;
const MAX_COLUMNS = 240;

function cutExcerpt(text: string | undefined, line: number): ShownProblem['excerpt'] {
  if (text === undefined) return [];
  const lines = text.split(/\r?\n/);
  const first = Math.max(0, line - 1 - AROUND);
  return lines.slice(first, line + AROUND).map((each, at) => ({
    line: first + at + 1,
    text: each.slice(0, MAX_COLUMNS),
    isMeant: first + at + 1 === line,
  }));
}
