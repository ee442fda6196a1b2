import { groupPhrases } from './group-phrases.ts';
import { type Element, isBlank, isElement, type Node, PHRASE, readNodeText } from './node.ts';
import type { CompareOptions } from './types.ts';

/** What a reader sees of a node, as one string; nodes with the same one are the same. */
export type Fingerprint = (node: Node) => string;

/** Attributes that a reader sees or works with. Widths, classes and roles only dress the words. */
const SEEN = ['src', 'alt', 'title', 'value', 'start', 'type', 'checked', 'colspan', 'rowspan', 'd'] as const;

/** Words stand in them with a paragraph of their own or without: a list that is loose says the same as a tight one. */
const MIXED = new Set(['li', 'td', 'th', 'dd', 'blockquote', 'div', 'main', 'section', 'aside', 'details']);

/** Elements that only dress their content: the colours of code. */
const DRESS = new Set(['span', 'wbr', 'g']);

/** A function that remembers the nodes it has seen. */
export function createFingerprint({ readAddress }: Pick<CompareOptions, 'readAddress'>): Fingerprint {
  const known = new WeakMap<Node, string>();
  const fingerprint = (node: Node): string => {
    if (!isElement(node)) return node.text.replace(/\s+/g, ' ');
    const found = known.get(node);
    if (found !== undefined) return found;
    const written = write(node);
    known.set(node, written);
    return written;
  };
  const write = (element: Element): string => {
    const isCode = element.name === 'pre';
    const content = isCode ? readNodeText(element) : writeChildren(element);
    return DRESS.has(element.name) ? content : `<${describeElement(element, readAddress)}>${content}</>`;
  };
  const writeChildren = ({ name, children, isBlock }: Element): string => {
    if (MIXED.has(name)) return groupPhrases(children).map(fingerprint).join('');
    const text = children
      .filter((child) => !isBlock || !isBlank(child))
      .map(fingerprint)
      .join('');
    return isBlock ? text.trim() : text;
  };
  return fingerprint;
}

/** Name, address and other attributes that count. */
export function describeElement(
  { name, attributes }: Element,
  readAddress: CompareOptions['readAddress'],
): string {
  if (attributes.size === 0) return name === PHRASE ? 'p' : name;
  const href = attributes.get('href');
  const seen = SEEN.map((key) => attributes.get(key)).filter((value) => value !== undefined);
  return [name === PHRASE ? 'p' : name, ...(href === undefined ? [] : [readAddress(href)]), ...seen].join(
    '\n',
  );
}
