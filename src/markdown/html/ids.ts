import type { Root } from 'hast';
import { visit } from '../visit.ts';

/** Ids that the page around the text uses itself; scripts, styles and links of the theme go by them. */
export const RESERVED_IDS: ReadonlySet<string> = new Set(['article-contents', 'decant-main', 'decant-menu']);

/** All ids that are taken before headings get theirs: those of the page and those that authors gave. */
export function collectIds(tree: Root): ReadonlySet<string> {
  const ids = new Set(RESERVED_IDS);
  visit(tree, 'element', ({ properties }) => {
    if (typeof properties.id === 'string') ids.add(properties.id);
  });
  return ids;
}
