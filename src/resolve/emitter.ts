import { type Emitter, type Token, toValue } from 'liquidjs';
import type { VersionSet } from '../versions/index.ts';
import { type Frame, type Run, Runaway } from './run.ts';
import { widen } from './template/delimiters.ts';
import { findOffset, findPiece } from './template/derive.ts';
import { applyEdits, type Edit, type TracedText } from './tidy/apply-edits.ts';
import { findRegion, findRegions } from './tidy/find-regions.ts';
import type { Segment } from './types.ts';

/** Longest output of a field, in UTF-16 units. */
const MAX_SIZE = 8_000_000;

/** Collects the output of templates and notes for every stretch where it came from. */
export class TracingEmitter implements Emitter {
  buffer = '';
  readonly segments: Segment[] = [];
  readonly #run: Run;
  /** Stretches that only code shows, each in the place of nothing. */
  readonly #unread: Edit[] = [];

  constructor(run: Run) {
    this.#run = run;
  }

  /** What a tag or an output prints: comes from the tag being rendered as a whole. */
  write(value: unknown): void {
    const { frame, offset } = this.#run;
    const text = formatValue(value);
    if (text === '' || frame === undefined) return;
    const { source, derived } = frame.parsed;
    const segment = { source, offset: findOffset(derived, offset), verbatim: false, via: frame.use };
    this.#append(text, segment);
  }

  /** Text of the frame, as it stands in its source but for inserted prefixes. */
  writeText(frame: Frame, begin: number, end: number): void {
    const { source, derived } = frame.parsed;
    const { pieces, text } = derived;
    for (let at = begin, index = findPiece(derived, begin); at < end; index += 1) {
      const piece = pieces[index];
      if (piece === undefined) return;
      const next = Math.min(end, pieces[index + 1]?.start ?? end);
      const verbatim = piece.kind === 'original';
      const offset = verbatim ? piece.offset + at - piece.start : piece.offset;
      this.#append(
        text.slice(at, next),
        piece.kind === 'inserted' ? locateInserted(frame) : { source, offset, verbatim, via: frame.use },
      );
      at = next;
    }
  }

  /** What cannot be rendered, as it is written, with the white space it asks to cut: shown in code only. */
  writeUnread(frame: Frame, { begin, end }: Token): void {
    const start = this.buffer.length;
    const stretch = widen(frame.parsed.derived.text, begin, end);
    this.writeText(frame, stretch.begin, stretch.end);
    this.#unread.push({ start, end: this.buffer.length, replacement: '' });
  }

  /** All that was written, less what stands outside of code and could not be rendered. */
  finish(): TracedText {
    const traced = { text: this.buffer, segments: this.segments };
    if (this.#unread.length === 0) return traced;
    const code = findRegions(this.buffer).filter(({ kind }) => kind === 'code');
    const isCode = ({ start, end }: Edit) => end <= (findRegion(code, start)?.end ?? 0);
    return applyEdits(
      traced,
      this.#unread.filter((edit) => !isCode(edit)),
    );
  }

  #append(text: string, origin: Omit<Segment, 'start'>): void {
    if (text === '') return;
    const run = this.#run;
    run.size += text.length;
    if (run.size > MAX_SIZE) throw new Runaway(`more than ${MAX_SIZE} characters`);
    const last = this.segments.at(-1);
    const start = this.buffer.length;
    const { condition } = run;
    if (last === undefined || last.condition !== condition || !continues(last, start, origin))
      this.segments.push(createSegment(start, origin, condition));
    this.buffer += text;
  }
}

/** Written out, for there are many of them: objects of spread ones take several times the memory. */
function createSegment(
  start: number,
  { source, offset, verbatim, via }: Omit<Segment, 'start'>,
  condition: VersionSet | undefined,
): Segment {
  return condition === undefined
    ? { start, source, offset, verbatim, via }
    : { start, source, offset, verbatim, via, condition };
}

/** An inserted prefix comes from the tag that made it necessary. */
function locateInserted({ use, parsed }: Frame): Omit<Segment, 'start'> {
  if (use === undefined) return { source: parsed.source, offset: 0, verbatim: false, via: undefined };
  return { source: use.source, offset: use.offset, verbatim: false, via: use.via };
}

/** Whether what is written at `start` simply goes on with the segment before it. */
function continues(last: Segment, start: number, next: Omit<Segment, 'start'>): boolean {
  if (last.source !== next.source || last.via !== next.via || last.verbatim !== next.verbatim) return false;
  return next.offset === (next.verbatim ? last.offset + start - last.start : last.offset);
}

function formatValue(value: unknown): string {
  const plain: unknown = toValue(value);
  if (typeof plain === 'string') return plain;
  if (plain === undefined || plain === null) return '';
  if (Array.isArray(plain)) return plain.map(formatValue).join('');
  return typeof plain === 'object' ? '[object Object]' : String(plain);
}
