import { hideFormulas } from './math/hide-formulas.ts';
import { mendMarks } from './parser.ts';
import { joinParts } from './parts/join-parts.ts';
import { createKnownParts, type KnownParts, type PartsByKey } from './parts/known-parts.ts';
import { NOTHING_BEFORE, type Part, type PlacedPart } from './parts/part.ts';
import { type PartSource, renderPart } from './parts/render-part.ts';
import { type Stretch, splitParts } from './parts/split-parts.ts';
import { leaveOutHtml, mayHaveNames } from './slots.ts';
import type { MarkdownOptions, Problem, Rendering } from './types.ts';

/**
 * Renders one text, of which those parts are taken that are known already. The reference renders each text as a whole.
 * Throws where a library does, above all when a text is nested too deep for the stack.
 *
 * @param wanted the HTML that somebody asks for: all of it, or that of parts in which something may have an id or a name
 */
export function renderText(
  markdown: string,
  options: MarkdownOptions,
  known: KnownParts = createKnownParts(),
  wanted: WantedHtml = options.purpose === undefined ? 'whole' : 'named',
): Rendering {
  const problems: Problem[] = [];
  const mended = mendMarks(markdown, problems);
  const hasFormulas = options.math === true && markdown.includes('$');
  const text = hasFormulas ? hideFormulas(mended, options.parser ?? 'native') : mended;
  const stretches = options.parser === 'reference' ? [{ start: 0, end: text.length }] : splitParts(text);
  const placed = renderStretches({ markdown, text, wanted }, stretches, options, known.of(options));
  const rendering = joinParts(placed, problems);
  return wanted === 'whole' || mayHaveNames(markdown) ? rendering : leaveOutHtml(rendering);
}

type WantedHtml = 'whole' | 'named';

function renderStretches(
  { markdown, text, wanted }: Pick<PartSource, 'markdown' | 'text'> & { readonly wanted: WantedHtml },
  stretches: readonly Stretch[],
  options: MarkdownOptions,
  known: PartsByKey,
): readonly PlacedPart[] {
  const placed: PlacedPart[] = [];
  let before = NOTHING_BEFORE;
  let isBehindNames = false;
  for (const { start, end } of stretches) {
    const part = renderUpTo(end);
    const isWhole = part.isOpen && end < text.length;
    const closed = isWhole ? renderUpTo(text.length) : part;
    placed.push({ part: closed, start });
    if (isWhole) break;
    before = closed.after;
    // Anchors belong to the heading below them.
    isBehindNames = mayHaveNames(markdown.slice(start, end)) || (isBehindNames && closed.isVoid);

    function renderUpTo(last: number): Part {
      const own = markdown.slice(start, last);
      const source = {
        markdown: own,
        text: text.slice(start, last),
        before,
        isLast: last === text.length,
        hasHtml: wanted === 'whole' || isBehindNames || mayHaveNames(own),
      };
      return renderOnce(source, options, known);
    }
  }
  return placed;
}

function renderOnce(source: PartSource, options: MarkdownOptions, known: PartsByKey): Part {
  const key = nameSource(source);
  const found = known.get(key);
  if (found !== undefined) return found;
  const part = renderPart(source, options);
  known.set(key, part);
  return part;
}

/** All that a part depends on. */
function nameSource({ markdown, text, before, isLast, hasHtml }: PartSource): string {
  const place = `${isLast} ${hasHtml} ${Object.values(before).join(' ')}`;
  return text === markdown ? `${place}\n${text}` : `${place}\0${markdown.length}\n${markdown}${text}`;
}
