import type { Element, Root, Text } from 'hast';
import type { CodeLanguages, Heading, Parser, Problem, Slot } from './types.ts';

/** A place in the HTML tree that gets its value on the page: `set` puts a marker there, just before stringifying. */
export interface Hole {
  readonly slot: Slot;
  set(marker: string): void;
  /** The marker is the value of an attribute that it takes with it. */
  readonly isWhole?: true;
}

/** A rendering in the making: what the steps find out about one text. */
export interface RenderContext {
  readonly markdown: string;
  readonly parser: Parser;
  readonly codeLanguages: CodeLanguages | undefined;
  /** Nobody reads the HTML. */
  readonly isChecked: boolean;
  readonly holes: Hole[];
  readonly headings: Heading[];
  readonly problems: Problem[];
  readonly platforms: Set<string>;
  readonly tools: Set<string>;
}

/** One step over the HTML tree: changes the tree, notes what it finds in the draft. */
export type RenderStep = (tree: Root, draft: RenderContext) => void;

export function createDraft(
  markdown: string,
  parser: Parser,
  codeLanguages?: CodeLanguages,
  isChecked = false,
): RenderContext {
  return {
    markdown,
    parser,
    codeLanguages,
    isChecked,
    holes: [],
    headings: [],
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
