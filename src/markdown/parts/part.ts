import type { Heading, Problem, Rendering, Slot } from '../types.ts';

/**
 * What stands before a part of a text, as far as the part becomes something else for it. Plain values only: the same part in the
 * same surroundings is rendered once.
 */
export interface Surroundings {
  /** What is no text: behind it a parser of HTML takes no cell for the begin of a table. */
  readonly hasElement: boolean;
  /** Tables are labelled by the nearest one. */
  readonly hasHeading: boolean;
  /** All but the first of a text wait until the reader comes near. */
  readonly hasImage: boolean;
  /** Groups of tabs of code, which are numbered. */
  readonly codeTabs: number;
  /** Depth of the last heading, 0 where there is none. For lints alone, as what follows. */
  readonly depth: number;
  /** The last block of the top level is a table. */
  readonly isBehindTable: boolean;
  /** The last blocks of the top level are steps that nobody has counted, and what may be part of the last of them. */
  readonly steps: StepsBefore;
  /** What stands behind the numbers of the last block of the top level; empty where that is no numbered list. */
  readonly numberMark: NumberMark;
}

export type NumberMark = '' | '.' | ')';

/** Whether the block before is a list of steps with the number 1, or stands behind one and looks like a part of it. */
export type StepsBefore = 'none' | 'right before' | 'further up';

export const NOTHING_BEFORE: Surroundings = {
  hasElement: false,
  hasHeading: false,
  hasImage: false,
  codeTabs: 0,
  depth: 0,
  isBehindTable: false,
  steps: 'none',
  numberMark: '',
};

/** A heading of a part. */
export interface PartHeading {
  /** Its id is only known in the text, unless it has one of its own. */
  readonly heading: Heading;
  /** What its id is made of. Undefined where it has its own, or one that is only known on the page. */
  readonly idWords: string | undefined;
}

/**
 * What some blocks of a text become, wherever the text has them: offsets count from the begin of the part, indexes of headings
 * from its first one (-1 is the last one before the part).
 */
export interface Part extends Omit<Rendering, 'headings'> {
  readonly headings: readonly PartHeading[];
  /** Ids that authors gave to elements. */
  readonly ids: readonly string[];
  /** Holds nothing that a page could show, not even an empty line. */
  readonly isVoid: boolean;
  /** What stands behind it is part of its last element, or may be: so it has to be rendered with all that follows. */
  readonly isOpen: boolean;
  /** The surroundings of what stands behind it. */
  readonly after: Surroundings;
}

/** Where a part stands in its text. */
export interface PlacedPart {
  readonly part: Part;
  readonly start: number;
}

/** A slot as the text has it that it stands in. */
export function placeSlot(slot: Slot, start: number, headings: number): Slot {
  if (slot.kind === 'id') return headings === 0 ? slot : { ...slot, heading: slot.heading + headings };
  return 'offset' in slot && start > 0 ? { ...slot, offset: slot.offset + start } : slot;
}

export function placeProblem(problem: Problem, start: number): Problem {
  const { offset, end } = problem;
  if (start === 0) return problem;
  return { ...problem, offset: offset + start, ...(end !== undefined && { end: end + start }) };
}
