import type { Nodes } from 'hast';

/** Puts a node behind others. Texts side by side become one (13.2.6.1, "insert a character"). */
export function appendNode(nodes: Nodes[], node: Nodes): void {
  const last = nodes.at(-1);
  if (node.type !== 'text' || last?.type !== 'text') nodes.push(node);
  else nodes[nodes.length - 1] = { ...last, value: last.value + node.value };
}
