import type { Element, Nodes, Properties, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

// Dangerous: nodes of the type `raw` as they are; none is left after parsing, so that is never used.
const processor = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
  .freeze();

/**
 * HTML of a tree, as rehype-stringify writes it, several times as fast: elements with attributes that are in nearly every text are
 * written here, all others by the library.
 */
export function stringifyHtml({ children }: Root): string {
  return writeNodes(children);
}

function writeNodes(nodes: readonly Nodes[]): string {
  let html = '';
  for (const node of nodes) html += writeNode(node);
  return html;
}

function writeNode(node: Nodes): string {
  if (node.type === 'text') return escapeSigns(node.value, TEXT_SIGNS);
  return (node.type === 'element' && writeElement(node)) || writeByLibrary(node);
}

/** Undefined where the library has to. */
function writeElement({ tagName, properties, children }: Element): string | undefined {
  const isVoid = VOID.has(tagName);
  if (!isVoid && !PLAIN.has(tagName)) return undefined;
  const attributes = writeAttributes(properties);
  if (attributes === undefined || (isVoid && children.length > 0)) return undefined;
  return isVoid
    ? `<${tagName}${attributes}>`
    : `<${tagName}${attributes}>${writeNodes(children)}</${tagName}>`;
}

function writeAttributes(properties: Properties): string | undefined {
  let attributes = '';
  for (const property in properties) {
    const value = properties[property];
    if (value === undefined || value === null) continue;
    const name = NAMES[property];
    if (name === undefined || typeof value === 'boolean') return undefined;
    const text = Array.isArray(value) ? value.join(' ').trim() : String(value);
    attributes += ` ${name}="${escapeSigns(text, ATTRIBUTE_SIGNS)}"`;
  }
  return attributes;
}

function writeByLibrary(node: Nodes): string {
  const children = node.type === 'root' ? node.children : [node as Element];
  return processor.stringify({ type: 'root', children });
}

const TEXT_SIGNS = /[<&]/g;
const ATTRIBUTE_SIGNS = /[\0"&'`]/g;

function escapeSigns(text: string, signs: RegExp): string {
  return text.replace(signs, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`);
}

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr']);

const PLAIN: ReadonlySet<string> = new Set(
  'a b blockquote code dd del details div dl dt em h1 h2 h3 h4 h5 h6 i kbd li ol p pre s section span strong sub summary sup table tbody td th thead tr ul var'.split(
    ' ',
  ),
);

/** Attributes by their properties, none of which is a flag or a list with commas. */
const NAMES: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  ...{ alt: 'alt', ariaHidden: 'aria-hidden', ariaLabel: 'aria-label', ariaLabelledBy: 'aria-labelledby' },
  ...{ className: 'class', dataFurniture: 'data-furniture', dataSlot: 'data-slot', decoding: 'decoding' },
  ...{
    height: 'height',
    href: 'href',
    id: 'id',
    loading: 'loading',
    name: 'name',
    role: 'role',
    scope: 'scope',
  },
  ...{ src: 'src', start: 'start', style: 'style', tabIndex: 'tabindex', title: 'title', width: 'width' },
});
