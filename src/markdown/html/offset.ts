import type { Node } from 'hast';

/** Offset of a node in the Markdown; 0 for one that has no position. */
export function offsetOf(node: Node): number {
  return node.position?.start.offset ?? 0;
}
