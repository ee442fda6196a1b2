import type { ElementContent } from 'hast';
import { toString as toPlainText } from 'hast-util-to-string';

/** Takes nodes with so many characters from the end of a list that is turned round. */
export function takeText(left: ElementContent[], length: number): ElementContent[] {
  const taken: ElementContent[] = [];
  let missing = length;
  while (missing > 0) {
    const node = left.pop();
    if (node === undefined) break;
    const own = toPlainText(node).length;
    const [before, after] = own <= missing ? [node, undefined] : splitNode(node, missing);
    taken.push(before);
    if (after !== undefined) left.push(after);
    missing -= Math.min(own, missing);
  }
  return taken;
}

function splitNode(node: ElementContent, at: number): readonly [ElementContent, ElementContent | undefined] {
  if (node.type === 'text')
    return [
      { ...node, value: node.value.slice(0, at) },
      { ...node, value: node.value.slice(at) },
    ];
  if (node.type !== 'element') return [node, undefined];
  const left = node.children.toReversed();
  return [
    { ...node, children: takeText(left, at) },
    { ...node, children: left.reverse() },
  ];
}
