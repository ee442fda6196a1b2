import type { Element, Root } from 'hast';
import { openAttribute, type RenderContext, type RenderStep } from '../render-context.ts';

/**
 * A table without a name of its own (a caption, an ARIA label) is labelled by the nearest heading before it, unless a
 * block that holds more than the table stands in between. Runs after headings have their ids.
 */
export const labelTables: RenderStep = (tree, draft) => {
  const state: State = { headings: 0, nearest: draft.before.hasHeading ? -1 : undefined };
  labelChildren(tree, draft, state);
};

interface State {
  /** Headings met so far. */
  headings: number;
  nearest: number | undefined;
}

function labelChildren(parent: Root | Element, draft: RenderContext, state: State): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (/^h[1-6]$/.test(child.tagName)) {
      state.nearest = state.headings;
      state.headings += 1;
    } else if (child.tagName === 'table') {
      labelTable(child, draft, state.nearest);
    }
    labelInside(child, draft, state);
  }
}

/** A heading outside a list item, a quotation or a cell says nothing about a table inside. */
function labelInside(element: Element, draft: RenderContext, state: State): void {
  const outer = state.nearest;
  if (CONTAINERS.has(element.tagName)) state.nearest = undefined;
  labelChildren(element, draft, state);
  if (CONTAINERS.has(element.tagName)) state.nearest = outer;
}

const CONTAINERS = new Set(['li', 'blockquote', 'td', 'th', 'dd', 'details', 'figure']);

function labelTable(table: Element, draft: RenderContext, heading: number | undefined): void {
  const { ariaLabel, ariaLabelledBy } = table.properties;
  const hasCaption = table.children.some((child) => child.type === 'element' && child.tagName === 'caption');
  if (heading === undefined || hasCaption || ariaLabel !== undefined || ariaLabelledBy !== undefined) return;
  openAttribute(draft, { kind: 'id', heading }, table, 'ariaLabelledBy');
}
