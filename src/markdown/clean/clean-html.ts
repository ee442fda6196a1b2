import type { Element, ElementContent, RootContent } from 'hast';
import type { Step } from '../draft.ts';
import { RESERVED_IDS } from '../html/ids.ts';
import { isSafeAddress } from './address.ts';
import { ELEMENTS, isAllowedAttribute, SILENCED } from './allowed.ts';
import { createReporter, type Reporter } from './report.ts';
import { cleanStyle } from './style.ts';

/**
 * Takes out of raw HTML what could run code or cover the page, and names each thing that went. Only what is known to
 * be harmless stays; of an element that is not known the content stays, of a script or its like nothing.
 */
export const cleanHtml: Step = (tree, draft) => {
  const report = createReporter(draft);
  tree.children = tree.children.flatMap((child): RootContent[] =>
    child.type === 'element' ? cleanElement(child, report) : [child],
  );
};

function cleanElement(element: Element, report: Reporter): ElementContent[] {
  const { tagName } = element;
  if (SILENCED.has(tagName) || !isHarmless(element)) {
    report.element(element, true);
    return [];
  }
  const children = element.children.flatMap((child) =>
    child.type === 'element' ? cleanElement(child, report) : [child],
  );
  if (!ELEMENTS.has(tagName)) {
    report.element(element, false);
    return children;
  }
  cleanAttributes(element, report);
  // What stands in an `iframe` is text for browsers that know none.
  element.children = tagName === 'iframe' ? [] : children;
  return [element];
}

function isHarmless({ tagName, properties }: Element): boolean {
  if (tagName === 'input') return properties.type === 'checkbox' && properties.disabled === true;
  return tagName !== 'iframe' || isSafeAddress(tagName, 'src', String(properties.src ?? ''));
}

function cleanAttributes(element: Element, report: Reporter): void {
  for (const [name, value] of Object.entries(element.properties)) {
    if (!isAllowedAttribute(element.tagName, name) || !isSafeAddress(element.tagName, name, String(value))) {
      report.attribute(element, name);
      delete element.properties[name];
    }
  }
  cleanId(element, report);
  const { style } = element.properties;
  if (typeof style !== 'string') return;
  const { kept, dropped } = cleanStyle(style);
  for (const declaration of dropped) report.style(element, declaration);
  if (kept === '') delete element.properties.style;
  else element.properties.style = kept;
}

function cleanId(element: Element, report: Reporter): void {
  const { id } = element.properties;
  if (typeof id !== 'string' || !RESERVED_IDS.has(id)) return;
  report.id(element, id);
  delete element.properties.id;
}
