import { isElement, type Node, PHRASE, VOID } from './node.ts';

export function stringifyNodes(nodes: readonly Node[]): string {
  return nodes.map(stringifyNode).join('');
}

function stringifyNode(node: Node): string {
  if (!isElement(node)) return node.text;
  const { name, attributes, children } = node;
  if (name === PHRASE) return stringifyNodes(children);
  const written = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join('');
  return VOID.has(name) ? `<${name}${written}>` : `<${name}${written}>${stringifyNodes(children)}</${name}>`;
}
