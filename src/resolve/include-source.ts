import type { Context, Emitter } from 'liquidjs';
import { placeAt, type Source } from '../diagnostics/index.ts';
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
  const ring = findRing(source, frame);
  if (ring !== undefined) {
    reportCycle(run, name, ring);
    return;
  }
  if (countFrames(frame) >= MAX_DEPTH) throw new Runaway(`more than ${MAX_DEPTH} texts inside each other`);
  const parsed = run.parse(source, layout);
  const lead = layout.prefixFirst ? '' : findLead(frame, offset);
  const isTop = isOnTopLine(frame, offset);
  run.frame = { name, parsed, language, use: findUse(frame, offset), lead, isTop, parent: frame };
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

/** The frames from a source that is being rendered already to the innermost one. */
function findRing(source: Source, innermost: Frame): readonly Frame[] | undefined {
  const ring: Frame[] = [];
  for (let frame: Frame | undefined = innermost; frame !== undefined; frame = frame.parent) {
    ring.unshift(frame);
    if (frame.parsed.source === source) return ring;
  }
  return undefined;
}

function countFrames(frame: Frame | undefined): number {
  return frame === undefined ? 0 : 1 + countFrames(frame.parent);
}

/** Names every member with the place at which it uses the next: any of them may be the one to change. */
function reportCycle(run: Run, name: string, ring: readonly Frame[]): void {
  const uses = ring.map((frame, at) => {
    const next = ring[at + 1]?.use ?? findUse(frame, run.offset);
    const { file, line, column } = placeAt(next.source, next.offset);
    return `'${frame.name ?? name}' (${file}:${line}:${column})`;
  });
  report(run, {
    code: 'resolve/cycle',
    severity: 'error',
    message:
      uses.length === 1
        ? `'${name}' uses itself.`
        : `'${name}' uses itself: ${[...uses, `'${name}'`].join(' → ')}.`,
    hint: 'Break the circle: move what both need into a third file.',
    offset: run.offset,
    breaks: false,
  });
}
