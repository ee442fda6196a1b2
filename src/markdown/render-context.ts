import type { Element, Root, Text } from 'hast';
import { NOTHING_BEFORE, type PartHeading, type Surroundings } from './parts/part.ts';
import type { CodeLanguages, MarkdownOptions, Parser, Problem, Slot } from './types.ts';

/** A place in the HTML tree that gets its value on the page: `set` puts a marker there, just before stringifying. */
export interface Hole {
  readonly slot: Slot;
  set(marker: string): void;
  /** The marker is the value of an attribute that it takes with it. */
  readonly isWhole?: true;
}

/** A rendering in the making: what the steps find out about a part of a text. */
export interface RenderContext {
  /** The part as its author wrote it. */
  readonly markdown: string;
  readonly parser: Parser;
  readonly codeLanguages: CodeLanguages | undefined;
  readonly diagrams: MarkdownOptions['diagrams'] | undefined;
  /** Nobody reads the HTML. */
  readonly isChecked: boolean;
  readonly holes: Hole[];
  readonly headings: PartHeading[];
  /** Ids that are taken. */
  readonly ids: string[];
  readonly problems: Problem[];
  readonly platforms: Set<string>;
  readonly tools: Set<string>;
  readonly before: Surroundings;
  /** The same behind what the steps have seen. */
  readonly after: { -readonly [Key in keyof Surroundings]: Surroundings[Key] };
  /** Nothing of the text stands behind the part. */
  readonly isLast: boolean;
}

/** One step over the HTML tree: changes the tree, notes what it finds in the draft. */
export type RenderStep = (tree: Root, draft: RenderContext) => void;

export function createDraft(
  markdown: string,
  { parser = 'native', purpose, diagrams, codeLanguages }: MarkdownOptions,
  before = NOTHING_BEFORE,
  isLast = true,
): RenderContext {
  return {
    markdown,
    parser,
    codeLanguages,
    diagrams,
    isChecked: purpose === 'check',
    before,
    after: { ...before },
    isLast,
    holes: [],
    headings: [],
    ids: [],
    problems: [],
    platforms: new Set(),
    tools: new Set(),
  };
}

/** Leaves an attribute open, behind `prefix`. */
export function openAttribute(
  draft: RenderContext,
  slot: Slot,
  { properties }: Element,
  name: string,
  prefix = '',
): void {
  draft.holes.push({
    slot,
    set(marker) {
      properties[name] = prefix + marker;
    },
  });
}

/** Leaves the place of further attributes open, behind those that the element has. */
export function openAttributes(draft: RenderContext, slot: Slot, { properties }: Element): void {
  draft.holes.push({
    slot,
    set(marker) {
      properties.dataSlot = marker;
    },
    isWhole: true,
  });
}

/** Leaves a text open, or the place of HTML. */
export function openText(draft: RenderContext, slot: Slot, text: Text): void {
  draft.holes.push({
    slot,
    set(marker) {
      text.value = marker;
    },
  });
}
