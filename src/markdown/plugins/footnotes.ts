import type { Step } from '../draft.ts';
import { visit } from '../visit.ts';

/**
 * Footnotes without words of any language: the heading that the library puts before them goes (their role says what
 * they are), and with it what refers to the heading.
 */
export const silenceFootnotes: Step = (tree) => {
  visit(tree, 'element', (element, index, parent) => {
    const { properties } = element;
    if (properties.dataFootnoteRef !== undefined) delete properties.ariaDescribedBy;
    if (properties.dataFootnotes !== undefined) properties.role = 'doc-endnotes';
    if (properties.id !== 'footnote-label' || parent === undefined || index === undefined) return;
    parent.children.splice(index, 1);
    return index;
  });
};
