import type { Diagnostic, Place } from '../diagnostics/index.ts';
import { explainPage, type TracedBlock } from '../queries/index.ts';
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

/** The block of a page that a problem stands at. */
export type ProblemBlock = Pick<TracedBlock, 'field' | 'words' | 'at' | 'level'>;

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

/**
 * Where the problems of a page stand, in their order; null for those that stand nowhere on it. To find blocks the page is parsed
 * again, so nobody waits for that with the page itself.
 */
export async function placeProblems(
  shown: ShownPage,
  preview: Pick<SitePreview, 'sources' | 'maker'>,
): Promise<readonly (ProblemBlock | null)[]> {
  const { isBroken, diagnostics } = shown;
  const blocks = isBroken || diagnostics.length === 0 ? [] : await traceBlocks(shown, preview);
  return listInOrder(diagnostics).map((found) => {
    const block = findBlock(found, blocks);
    return block ? { field: block.field, words: block.words, at: block.at, level: block.level } : null;
  });
}

function listInOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => rank(a) - rank(b));
}

function rank({ severity }: Diagnostic): number {
  return severity === 'error' ? 0 : 1;
}

/** The blocks of a page as its article comes to be; none where it is broken. */
export async function traceBlocks(
  { head }: ShownPage,
  { maker }: Pick<SitePreview, 'maker'>,
): Promise<readonly TracedBlock[]> {
  if (head === undefined) return [];
  const { article, language, version } = head;
  const { workspace } = maker;
  return (await explainPage(workspace, { article, language, version, corpus: workspace.corpus })) ?? [];
}

/** The smallest block with the line; uses of a reusable tell blocks of the same text from each other. */
function findBlock({ place, via }: Diagnostic, blocks: readonly TracedBlock[]): TracedBlock | undefined {
  const holds =
    ({ file, line }: Place) =>
    (block: TracedBlock) =>
      block.origins.some((origin) => origin.file === file && origin.line <= line && line <= origin.lastLine);
  const found = blocks.filter(holds(place));
  const used =
    via[0] === undefined
      ? found
      : found.filter(({ origins }) => origins.some((each) => isSameUse(each.via[0], via[0])));
  return (used.length > 0 ? used : found).sort((a, b) => b.level - a.level)[0];
}

function isSameUse(one: Place | undefined, other: Place | undefined): boolean {
  return one?.file === other?.file && one?.line === other?.line;
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
