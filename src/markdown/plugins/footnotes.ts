import type { Element, Root, Text } from 'hast';
import { createElement } from '../html/create-element.ts';
import { isFootnote } from '../html/ids.ts';
import { openAttribute, openText, type RenderStep } from '../render-context.ts';
import { visit } from '../visit.ts';

/**
 * Footnotes without words of any language: the heading that the library puts before them goes, for it is no heading of
 * the author, and with it what refers to the heading.
 */
export const silenceFootnotes: RenderStep = (tree) => {
  visit(tree, 'element', (element, index, parent) => {
    const { properties } = element;
    if (properties.dataFootnoteRef !== undefined) delete properties.ariaDescribedBy;
    if (properties.dataFootnotes !== undefined) properties.role = 'doc-endnotes';
    if (properties.id !== 'footnote-label' || parent === undefined || index === undefined) return;
    parent.children.splice(index, 1);
    return index;
  });
  partReferences(tree);
};

/**
 * Gives references ids of their own: `fnref-a-2` is the second reference to the note `a` for the library, and the first
 * one to the note `a-2`. What leads back to such a reference follows it.
 */
function partReferences(tree: Root): void {
  const references: Element[] = [];
  const notes = new Map<string, Element>();
  visit(tree, 'element', (element) => {
    const { tagName, properties } = element;
    if (properties.dataFootnoteRef !== undefined) references.push(element);
    else if (tagName === 'li' && isFootnote(element)) notes.set(`#${properties.id}`, element);
  });
  const ids = references.map(({ properties }) => String(properties.id));
  const taken = new Set(ids);
  const seen = new Set<string>();
  for (const [at, reference] of references.entries()) {
    const id = ids[at] ?? '';
    if (!seen.has(id)) {
      seen.add(id);
      continue;
    }
    let number = 2;
    while (taken.has(`${id}-${number}`)) number += 1;
    const free = `${id}-${number}`;
    taken.add(free);
    reference.properties.id = free;
    const note = notes.get(String(reference.properties.href));
    if (note === undefined) continue;
    visit(note, 'element', ({ properties }) => {
      if (properties.dataFootnoteBackref !== undefined && properties.href === `#${id}`)
        properties.href = `#${free}`;
    });
  }
}

/**
 * What screen readers say of footnotes, in the language of the page: a heading before them, which is in no list of
 * headings, and where each link back leads.
 */
export const nameFootnotes: RenderStep = (tree, draft) => {
  visit(tree, 'element', (element) => {
    const { tagName, properties, children } = element;
    const number = String(properties.ariaLabel ?? '');
    if (properties.dataFootnoteBackref !== undefined && NUMBER.test(number)) {
      openAttribute(draft, { kind: 'word', word: 'backToReference', number }, element, 'ariaLabel');
    }
    if (tagName !== 'section' || properties.dataFootnotes === undefined) return;
    const words: Text = { type: 'text', value: '' };
    openText(draft, { kind: 'word', word: 'footnotes' }, words);
    children.unshift({ type: 'text', value: '\n' }, createTitle(words));
  });
};

/** `2`, or `2-3` for the third reference to the second note. */
const NUMBER = /^\d+(?:-\d+)?$/;

function createTitle(words: Text): Element {
  return createElement('h2', { className: ['sr-only'], dataFurniture: '' }, [words]);
}
