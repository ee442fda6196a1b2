/** A node of rendered HTML. Texts and values stay escaped as they are written: nothing here reads them, all is written out again. */
export type Node = Element | Text;

export interface Text {
  readonly text: string;
}

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
  /** A block, or something that holds one. */
  readonly isBlock: boolean;
}

/** Name of an element that is none: words that stand among blocks without a paragraph around them. */
export const PHRASE = 'phrase';

const BLOCKS = new Set(
  `address article aside blockquote caption colgroup dd details dialog div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol p pre section summary table tbody td tfoot th thead tr
  ul ${PHRASE}`.split(/\s+/),
);

export const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

export const NONE: ReadonlyMap<string, string> = new Map();

export function createCompareNode(
  name: string,
  children: readonly Node[],
  attributes: ReadonlyMap<string, string> | Readonly<Record<string, string>> = NONE,
): Element {
  return {
    name,
    attributes: attributes instanceof Map ? attributes : new Map(Object.entries(attributes)),
    children,
    isBlock: BLOCKS.has(name) || children.some((child) => isElement(child) && child.isBlock),
  };
}

export function isElement(node: Node): node is Element {
  return 'name' in node;
}

export function withChildren(element: Element, children: readonly Node[]): Element {
  return createCompareNode(element.name, children, element.attributes);
}

export function hasClass(element: Element, name: string): boolean {
  const names = element.attributes.get('class');
  return names?.includes(name) === true && names.split(' ').includes(name);
}

/** Heading of any depth. */
export function isHeading(node: Node): boolean {
  return readLevel(node) !== undefined;
}

/** Depth of a heading, from 1; undefined for what is none. */
export function readLevel(node: Node): number | undefined {
  return isElement(node) && /^h[1-6]$/.test(node.name) ? Number(node.name[1]) : undefined;
}

/** All text below a node, as written. */
export function readNodeText(node: Node): string {
  return isElement(node) ? node.children.map(readNodeText).join('') : node.text;
}

export function isBlank(node: Node): boolean {
  return !isElement(node) && node.text.trim() === '';
}
