import { createIdMaker } from '../html/heading-id.ts';
import { RESERVED_IDS } from '../html/ids.ts';
import type { Heading, Problem, Rendering, Slot } from '../types.ts';
import { liftLevels, liftTags } from './lift-headings.ts';
import { type Part, type PlacedPart, placeProblem, placeSlot } from './part.ts';

/** One rendering of the parts of a text, in its order. `problems` are those of the text as a whole. */
export function joinParts(placed: readonly PlacedPart[], problems: readonly Problem[]): Rendering {
  const parts = placed.map(({ part }) => part);
  const headings = joinHeadings(placed);
  const depths = headings.map(({ depth }) => depth);
  const levels = liftLevels(depths);
  const html = joinHtml(placed);
  return {
    pieces: liftTags(html, depths, levels),
    slots: html.slots,
    headings: headings.map((heading, at) => ({ ...heading, depth: levels[at] ?? heading.depth })),
    problems: sortProblems([
      ...problems,
      ...placed.flatMap(({ part, start }) => part.problems.map((each) => placeProblem(each, start))),
    ]),
    text: joinTexts(parts),
    platforms: [...new Set(parts.flatMap(({ platforms }) => platforms))],
    tools: [...new Set(parts.flatMap(({ tools }) => tools))],
  };
}

/** A line ending stands between blocks of the top level. */
function joinHtml(placed: readonly PlacedPart[]): Pick<Rendering, 'pieces' | 'slots'> {
  const pieces: string[] = [];
  const slots: Slot[] = [];
  let headings = 0;
  for (const { part, start } of placed) {
    if (part.isVoid) continue;
    // One by one: as arguments of one call they may be more than the stack holds.
    for (const [at, piece] of part.pieces.entries())
      pieces.push(at === 0 && pieces.length > 0 ? `${pieces.pop()}\n${piece}` : piece);
    for (const slot of part.slots) slots.push(placeSlot(slot, start, headings));
    headings += part.headings.length;
  }
  return { pieces: pieces.length === 0 ? [''] : pieces, slots };
}

/** In the order of the text, whatever step has found them. */
function sortProblems(problems: Problem[]): readonly Problem[] {
  return problems.sort((one, other) => one.offset - other.offset);
}

function joinHeadings(placed: readonly PlacedPart[]): readonly Heading[] {
  const createId = createIdMaker(new Set([...RESERVED_IDS, ...placed.flatMap(({ part }) => part.ids)]));
  return placed.flatMap(({ part, start }) =>
    part.headings.map(({ heading, idWords }) => ({
      ...heading,
      id: idWords === undefined ? heading.id : createId(idWords),
      offset: heading.offset + start,
    })),
  );
}

function joinTexts(parts: readonly Part[]): string {
  return parts
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');
}
