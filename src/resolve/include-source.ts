import type { Context, Emitter } from 'liquidjs';
import type { Source } from '../diagnostics/index.ts';
import { renderTemplates } from './renderer.ts';
import { type Frame, type Run, Runaway, report } from './run.ts';
import { findOffset, type Layout } from './template/derive.ts';
import type { ParsedSource } from './template/parse-source.ts';
import type { Use } from './types.ts';

/** Most sources inside each other. */
const MAX_DEPTH = 60;

/** A source that a tag brings in. */
export interface Inclusion {
  readonly source: Source;
  /** Language it was found in. */
  readonly language: string;
  readonly layout: Layout;
  /** Name for messages: `reusables.a.b`. */
  readonly name: string;
}

/** Renders a source in the place of the tag being rendered. One that is being rendered already is a fault. */
export function* includeSource(
  run: Run,
  context: Context,
  emitter: Emitter,
  { source, language, layout, name }: Inclusion,
): Generator<unknown, void, unknown> {
  const { frame, offset } = run;
  if (frame === undefined) return;
  if (isBeingRendered(source, frame)) {
    reportCycle(run, name);
    return;
  }
  if (countFrames(frame) >= MAX_DEPTH) throw new Runaway(`more than ${MAX_DEPTH} texts inside each other`);
  const parsed = run.parse(source, layout);
  const lead = layout.prefixFirst ? '' : findLead(frame, offset);
  const isTop = isOnTopLine(frame, offset);
  run.frame = { parsed, language, use: findUse(frame, offset), lead, isTop, parent: frame };
  for (const fault of parsed.faults) report(run, fault);
  try {
    yield renderTemplates(parsed.templates, context, emitter);
  } finally {
    run.frame = frame;
    run.offset = offset;
  }
}

/** What stands before an offset on its line, through the texts that brought it in. */
export function findLead({ parsed, lead }: Frame, offset: number): string {
  const lineStart = findLineStart(parsed, offset);
  const own = parsed.derived.text.slice(lineStart, offset);
  return lineStart === 0 ? lead + own : own;
}

/** Whether an offset is on the first line of the article's own text. */
export function isOnTopLine({ parsed, isTop }: Frame, offset: number): boolean {
  return isTop && findLineStart(parsed, offset) === 0;
}

function findLineStart({ derived }: ParsedSource, offset: number): number {
  return offset === 0 ? 0 : derived.text.lastIndexOf('\n', offset - 1) + 1;
}

function findUse({ parsed, use }: Frame, offset: number): Use {
  return { source: parsed.source, offset: findOffset(parsed.derived, offset), via: use };
}

function isBeingRendered(source: Source, frame: Frame | undefined): boolean {
  return frame !== undefined && (frame.parsed.source === source || isBeingRendered(source, frame.parent));
}

function countFrames(frame: Frame | undefined): number {
  return frame === undefined ? 0 : 1 + countFrames(frame.parent);
}

function reportCycle(run: Run, name: string): void {
  report(run, {
    code: 'resolve/cycle',
    severity: 'error',
    message: `'${name}' uses itself, directly or through what it uses.`,
    hint: 'Break the circle: move what both need into a third text.',
    offset: run.offset,
    breaks: true,
  });
}
