import { compareLists } from './compare-blocks.ts';
import { createComparer, joinAlike, listBlockChanges } from './compare-texts.ts';
import { type DiffLine, listLines } from './list-lines.ts';
import { parseHtml } from './parse-html.ts';
import { stringifyNodes } from './stringify-html.ts';
import type { ChangeKind, CompareOptions } from './types.ts';

/** One of the outermost blocks in which two texts differ. */
export interface ComparedBlock {
  readonly kind: ChangeKind;
  /** HTML of the heading it stands under; empty where there is none. */
  readonly section: string;
  /** The block with its marks, `ins` and `del`. */
  readonly html: string;
  /** The words of what came and went, block by block, without what stayed. */
  readonly lines: readonly DiffLine[];
}

/** The blocks in which two texts differ, each by itself. `compareTexts` makes one text of the same comparison. */
export function listBlocks(before: string, after: string, options: CompareOptions): readonly ComparedBlock[] {
  const [older, newer] = options.addresses;
  const nodes = [parseHtml(before, older), parseHtml(after, newer)] as const;
  const joined = joinAlike(compareLists(...nodes, 'main', createComparer(options)));
  const found = listBlockChanges(joined, options.name);
  const blocks: ComparedBlock[] = [];
  let last: ComparedBlock | undefined;
  let at = 0;
  for (const { kind, node } of joined) {
    if (kind === 'equal') {
      last = undefined;
      continue;
    }
    const { section = '' } = found[at] ?? {};
    at += 1;
    const block: ComparedBlock = { kind, section, html: stringifyNodes([node]), lines: listLines(node) };
    if (last?.kind === 'removed' && kind === 'added') {
      blocks.pop();
      blocks.push(rewrite(last, block));
    } else blocks.push(block);
    last = block;
  }
  return blocks;
}

/** What was put in the place of a block that went is one change, though the two have too little in common to be read as one. */
function rewrite(removed: ComparedBlock, added: ComparedBlock): ComparedBlock {
  return {
    kind: 'changed',
    section: added.section,
    html: removed.html + added.html,
    lines: [...removed.lines, ...added.lines],
  };
}
