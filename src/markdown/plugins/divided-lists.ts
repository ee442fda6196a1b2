import type { List, ListItem, Nodes, Root } from 'mdast';
import { visit } from '../visit.ts';

// Two line endings with nothing between them, behind a blank line.
const TWO_BLANK_LINES = /(?:^|\n)[ \t]*\n\n[ \t]*$/;

/**
 * Two blank lines between items, or inside one, divide a list, as in parsers older than CommonMark. The numbers go on, as in
 * CommonMark: authors leave such lines where a condition stood, and do not mean to begin anew.
 */
export function divideLists(tree: Root, markdown: string): void {
  visit(tree, 'list', (list, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const groups = groupItems(list, markdown);
    if (groups.length > 1) parent.children.splice(index, 1, ...createLists(list, groups));
  });
}

function groupItems({ children }: List, markdown: string): readonly ListItem[][] {
  const groups: ListItem[][] = [];
  for (const item of children) {
    const last = groups.at(-1);
    const isDivided = [item, ...(last?.at(-1)?.children ?? [])].some((node) => followsGap(node, markdown));
    if (last === undefined || isDivided) groups.push([item]);
    else last.push(item);
  }
  return groups;
}

function followsGap({ position }: Nodes, markdown: string): boolean {
  const start = position?.start.offset ?? 0;
  // Most follow a line that is not blank.
  if (markdown.charAt(markdown.lastIndexOf('\n', start - 1) - 1) !== '\n') return false;
  return TWO_BLANK_LINES.test(markdown.slice(Math.max(0, start - LOOK_BACK), start));
}

/** Characters: enough for two blank lines and the indentation of an item. */
const LOOK_BACK = 200;

function createLists(list: List, groups: readonly ListItem[][]): List[] {
  let start = list.start ?? 1;
  return groups.map((children) => {
    const part: List = { ...list, children, start: list.ordered ? start : null };
    start += children.length;
    return part;
  });
}
