import type { Element, Nodes } from 'hast';

/** Elements that Markdown makes, with attributes that are read as they are written. */
const PLAIN = new Set(
  'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p strong table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set([
  'align',
  'alt',
  'checked',
  'className',
  'disabled',
  'href',
  'src',
  'start',
  'title',
  'type',
]);

/** Whether a parser of HTML would give back a node as it is. */
export function isPlain(node: Nodes): boolean {
  if (node.type === 'text') return node.value !== '';
  if (node.type !== 'element') return node.type === 'fence' || node.type === 'formula';
  const { children } = node;
  return (
    isPlainElement(node) &&
    children.every((child, index) => isPlain(child) && !(isText(child) && isText(children[index + 1])))
  );
}

/** The same of an element, whatever its children are. */
export function isPlainElement({ tagName, properties, position }: Element): boolean {
  if (position === undefined || !PLAIN.has(tagName)) return false;
  for (const name in properties) if (!ATTRIBUTES.has(name) || properties[name] == null) return false;
  return true;
}

function isText(node: Nodes | undefined): boolean {
  return node?.type === 'text';
}
