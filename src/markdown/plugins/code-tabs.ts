import type { Element, ElementContent, Properties, Root } from 'hast';
import { findNearest } from '../../diagnostics/index.ts';
import { findLanguage, listLanguages } from '../code/languages.ts';
import { createElement } from '../html/create-element.ts';
import { offsetOf } from '../html/offset.ts';
import { openAttribute, type RenderContext, type RenderStep } from '../render-context.ts';
import { visit } from '../visit.ts';

/**
 * Tabs of code (`div.codetabs` with a `div.codetab` for each): every tab gets a label with a switch before it, the first one
 * on. The style sheet makes tabs of them without a script; without a style sheet, and on paper, each block stands below its
 * label.
 */
export const labelCodeTabs: RenderStep = (tree, draft) => {
  if (!draft.markdown.includes('codetabs')) return;
  const { after } = draft;
  visit(tree, 'element', (element) => {
    if (!isBlockOf(element, 'codetabs') || !element.children.some(isTab)) return;
    after.codeTabs += 1;
    labelTabs(element, `codetabs-${after.codeTabs}`, draft);
  });
};

function labelTabs(group: Element, name: string, draft: RenderContext): void {
  group.properties.role = 'group';
  openAttribute(draft, { kind: 'word', word: 'code' }, group, 'ariaLabel');
  let count = 0;
  // White space between what is laid out side by side would be nothing, and in HTML is no part of the text.
  const parts = group.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  group.children = parts.flatMap((child): ElementContent[] => {
    if (!isTab(child)) return [child];
    count += 1;
    const label = findLabel(child, count, draft);
    child.properties.dataLabel = label;
    // The language of the words, not that of the code, which has furniture in the language of the page.
    const { lang, dir, ...others } = child.properties;
    child.properties = others;
    return [createSwitch(name, label, count === 1, { lang, dir }), child];
  });
}

function createSwitch(name: string, label: string, isOn: boolean, language: Properties): Element {
  return createElement('label', language, [
    createElement(
      'input',
      { className: ['sr-only'], type: 'radio', name, value: label, ...(isOn && { checked: true }) },
      [],
    ),
    { type: 'text', value: label },
  ]);
}

/** What the author calls the tab, or else the name of its language. */
function findLabel(tab: Element, number: number, draft: RenderContext): string {
  const written = readText(tab, 'dataLabel');
  if (written !== '') return written;
  const language = readText(tab, 'dataLanguage');
  if (language === '') return String(number);
  const known = findLanguage(language.toLowerCase(), draft.codeLanguages);
  if (known === undefined) reportUnknown(language, tab, draft);
  return known?.name ?? language;
}

function reportUnknown(language: string, tab: Element, { codeLanguages, problems }: RenderContext): void {
  const nearest = findNearest(language, listLanguages(codeLanguages));
  problems.push({
    code: 'markdown/unknown-language',
    severity: 'warning',
    message: `There is no language '${language}' that a tab of code could be named after.`,
    hint:
      nearest === undefined
        ? `Give the tab a label: {% codetab ${language} "LABEL" %}. Or add the language to data/code-languages.yml.`
        : `Did you mean '${nearest}'?`,
    offset: offsetOf(tab),
  });
}

function readText({ properties }: Element, name: string): string {
  const value = properties[name];
  return typeof value === 'string' ? value.trim() : '';
}

function isTab(node: Root | ElementContent): node is Element {
  return node.type === 'element' && isBlockOf(node, 'codetab');
}

function isBlockOf({ tagName, properties }: Element, name: string): boolean {
  return tagName === 'div' && Array.isArray(properties.className) && properties.className.includes(name);
}
