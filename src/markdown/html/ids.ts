import type { Element, Root } from 'hast';
import { visit } from '../visit.ts';

/**
 * Ids that the page around the text uses itself, or its scripts; styles and links of the theme go by them. Why there are
 * no others: docs/decisions/001-ids-of-authors.md.
 */
export const RESERVED_IDS: ReadonlySet<string> = new Set([
  'article-contents',
  'decant-main',
  'decant-menu',
  'decant-preview',
  'decant-search-scope',
]);

/** Ids of footnotes and of references to them, which Markdown makes of the labels of authors. */
export function collectFootnoteIds(tree: Root): ReadonlySet<string> {
  const ids = new Set<string>();
  visit(tree, 'element', (element) => {
    if (isFootnote(element) && typeof element.properties.id === 'string') ids.add(element.properties.id);
  });
  return ids;
}

/** Whether an element is a reference to a footnote, or an item of their list. */
export function isFootnote({ tagName, properties }: Element): boolean {
  return properties.dataFootnoteRef !== undefined || (tagName === 'li' && /^fn-/.test(String(properties.id)));
}

/** The ids that are taken before headings get theirs: those that authors gave, and those of footnotes. */
export function collectIds(tree: Root): readonly string[] {
  const ids: string[] = [];
  visit(tree, 'element', ({ properties }) => {
    if (typeof properties.id === 'string') ids.push(properties.id);
  });
  return ids;
}
