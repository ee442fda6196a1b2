import type { ElementContent, Text } from 'hast';

/** The text of a link that stands for the title of what the link leads to. */
export function isAutotitle(node: ElementContent): node is Text {
  return node.type === 'text' && node.value.trim() === 'AUTOTITLE';
}
