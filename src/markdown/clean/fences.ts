import type { Element, Root } from 'hast';
import type { Fence } from '../code/fence.ts';
import type { Formula } from '../math/formula.ts';

/** What is carried past the cleaning. */
type Carried = Fence | Formula;

/**
 * Puts an empty element in the place of every code block and formula, for the sanitizer drops nodes that it does not know. Its
 * attribute cannot be an author's: this takes that away from all other elements.
 */
export function stowFences(parent: Root | Element, fences: Carried[] = []): readonly Carried[] {
  for (const [index, child] of parent.children.entries()) {
    if (child.type === 'fence' || child.type === 'formula') {
      parent.children[index] = createStandIn(fences.push(child) - 1);
    } else if (child.type === 'element') {
      delete child.properties.dataFence;
      stowFences(child, fences);
    }
  }
  return fences;
}

/** Puts them back. */
export function restoreFences(parent: Root | Element, fences: readonly Carried[]): void {
  if (fences.length === 0) return;
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    const fence = fences[Number(child.properties.dataFence ?? -1)];
    if (fence === undefined) restoreFences(child, fences);
    else parent.children[index] = fence;
  }
}

function createStandIn(index: number): Element {
  return { type: 'element', tagName: 'hr', properties: { dataFence: String(index) }, children: [] };
}
