import type { Element, Root, RootContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { collectFootnoteIds, isFootnote, RESERVED_IDS } from '../html/ids.ts';
import { isPlainElement } from '../raw/plain-nodes.ts';
import type { RenderStep } from '../render-context.ts';
import { isSafeAddress, spellAddress } from './address.ts';
import { ELEMENTS, isAllowedAttribute, isAllowedName, SILENCED } from './allowed.ts';
import { restoreFences, stowFences } from './fences.ts';
import { placeStyle } from './place-style.ts';
import { type CleaningReporter, createCleaningReporter } from './report.ts';
import { RESERVED_CLASSES, RESERVED_DATA } from './reserved.ts';
import { schema } from './schema.ts';
import { isHeadingAlone, isScriptPart } from './script-parts.ts';
import { cleanStyle } from './style.ts';

/**
 * Takes out of raw HTML what could run code or cover the page, and names each thing that went. Only what is known to
 * be harmless stays; of an element that is not known the content stays, of a script or its like nothing.
 *
 * Elements and attributes are dropped by hast-util-sanitize; before that, what will go is named, and values are
 * judged that take knowing more than their names.
 */
export const cleanHtml: RenderStep = (tree, draft) => {
  const footnoteIds = draft.markdown.includes('[^') ? collectFootnoteIds(tree) : NONE;
  judgeChildren(tree, { ...createCleaningReporter(draft), footnoteIds, scriptParts: [] });
  tree.children = tree.children.flatMap((child) => (isSound(child) ? [child] : sanitizeNode(child)));
};

/**
 * Whether a node that was judged holds nothing but what Markdown makes: it would come back from the sanitizer as it is. That is the
 * dearest step of all, and of most texts it would change nothing.
 */
function isSound(node: RootContent): boolean {
  if (node.type !== 'element') return node.type === 'text' || node.type === 'fence';
  const { href = '', src = '' } = node.properties;
  return isPlainElement(node) && isSoundAddress(href) && isSoundAddress(src) && node.children.every(isSound);
}

/** Without scheme, or of one that links mostly have, written as it mostly is. */
export function isSoundAddress(value: unknown): boolean {
  return typeof value === 'string' && /^(?:[^:/?#]*(?:[/?#]|$)|(?:https?|mailto):)/.test(value);
}

function sanitizeNode(node: RootContent): readonly RootContent[] {
  const alone: Root = { type: 'root', children: [node] };
  const fences = stowFences(alone);
  const clean = sanitize(alone, schema) as Root;
  restoreFences(clean, fences);
  return clean.children;
}

const NONE: ReadonlySet<string> = new Set();

/** What an element is judged with. */
interface Judge extends CleaningReporter {
  /** Those of the footnotes of the text. */
  readonly footnoteIds: ReadonlySet<string>;
  /** What was left out so far because it works by a script. */
  readonly scriptParts: Element[];
}

function judgeChildren(parent: Root | Element, report: Judge): void {
  const kept = parent.children.filter((child) => child.type !== 'element' || judgeElement(child, report));
  if (kept.length < parent.children.length) parent.children = kept as Element['children'];
}

/** False for an element that must go although its name is allowed. */
function judgeElement(element: Element, report: Judge): boolean {
  const { tagName } = element;
  if (isScriptPart(element)) {
    report.scriptPart(element);
    report.scriptParts.push(element);
    return false;
  }
  if (SILENCED.has(tagName) || !isHarmless(element)) {
    report.element(element, true);
    return false;
  }
  const before = report.scriptParts.length;
  judgeChildren(element, report);
  if (report.scriptParts.length > before && isHeadingAlone(element)) return false;
  if (!ELEMENTS.has(tagName)) {
    report.element(element, false);
    return true;
  }
  judgeAttributes(element, report);
  // What stands in an `iframe` is text for browsers that know none.
  if (tagName === 'iframe') {
    element.children = [];
    element.properties.loading = 'lazy';
  }
  return true;
}

function isHarmless({ tagName, properties }: Element): boolean {
  if (tagName === 'input') return properties.type === 'checkbox' && properties.disabled === true;
  return tagName !== 'iframe' || isSafeAddress(tagName, 'src', String(properties.src ?? ''));
}

function judgeAttributes(element: Element, report: Judge): void {
  for (const [name, value] of Object.entries(element.properties)) {
    const isTaken = RESERVED_DATA.has(name);
    if (!isTaken && isHarmlessAttribute(element.tagName, name, String(value))) {
      if (typeof value === 'string') element.properties[name] = spellAddress(name, value);
      continue;
    }
    if (isTaken) report.taken(element, 'attribute', name);
    else report.attribute(element, name, String(value));
    delete element.properties[name];
  }
  judgeId(element, report);
  judgeClasses(element, report);
  const { style } = element.properties;
  if (typeof style !== 'string') return;
  const { kept, dropped } = cleanStyle(style);
  for (const declaration of dropped) report.style(element, declaration);
  delete element.properties.style;
  // A strict policy forbids the attribute, but no script of the site that sets styles.
  const rest = placeStyle(element, kept);
  if (rest !== '') element.properties.dataStyle = rest;
}

function isHarmlessAttribute(tagName: string, name: string, value: string): boolean {
  if (name === 'name' && !isAllowedName(tagName, value)) return false;
  return isAllowedAttribute(tagName, name) && isSafeAddress(tagName, name, value);
}

function judgeId(element: Element, report: Judge): void {
  const { id } = element.properties;
  if (typeof id !== 'string') return;
  if (!RESERVED_IDS.has(id) && (!report.footnoteIds.has(id) || isFootnote(element))) return;
  report.taken(element, 'id', id);
  delete element.properties.id;
}

function judgeClasses(element: Element, report: Judge): void {
  const { className } = element.properties;
  if (!Array.isArray(className)) return;
  const kept = className.filter((name) => !RESERVED_CLASSES.has(String(name)));
  if (kept.length === className.length) return;
  for (const name of className) if (!kept.includes(name)) report.taken(element, 'class', String(name));
  if (kept.length > 0) element.properties.className = kept;
  else delete element.properties.className;
}
