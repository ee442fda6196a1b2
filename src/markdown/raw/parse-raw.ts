import type { Element, Nodes, Root, RootContent } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { followTags, type Scope } from './raw-tags.ts';

/** Parses a tree anew, with the raw HTML in it; code blocks are carried past. */
const parser = unified()
  .use(rehypeRaw, { passThrough: ['fence'] })
  .freeze();

/**
 * Parses the raw HTML in a tree. A parser of HTML has to read all elements around it anew, which is dear; so it gets
 * those blocks and words alone between which raw HTML stands, where that surely changes nothing of the others.
 */
export function parseRaw() {
  return (tree: Root): Root => {
    const children = parseInRuns(tree.children, 'blocks');
    return children === undefined ? parser.runSync(tree) : { type: 'root', children };
  };
}

/** Undefined where raw HTML may reach beyond the nodes that it stands between. */
function parseInRuns<Child extends RootContent>(
  children: readonly Child[],
  scope: Scope,
): Child[] | undefined {
  const done: Child[] = [];
  const open: string[] = [];
  let run: Child[] = [];
  for (const child of children) {
    const kept = run.length > 0 ? undefined : isPlain(child) ? child : parseInside(child);
    if (kept === undefined) {
      run.push(child);
      if (!followRaw(child, open, 0, scope)) return undefined;
      if (open.length > 0) continue;
    }
    const parsed = kept === undefined ? parser.runSync({ type: 'root', children: run }).children : [kept];
    // Texts side by side become one.
    if (parsed.length === 0 || (isText(done.at(-1)) && isText(parsed[0]))) return undefined;
    done.push(...(parsed as Child[]));
    run = [];
  }
  return open.length === 0 ? done : undefined;
}

/** Elements in which words may be marked without any effect on the elements themselves. */
const CONTAINERS = new Set(['blockquote', 'li', 'ol', 'p', 'ul']);

/** An element whose children alone are parsed anew. Undefined where that is not enough. */
function parseInside<Child extends Nodes>(node: Child): Child | undefined {
  if (node.type !== 'element' || !CONTAINERS.has(node.tagName) || !isPlainElement(node, true))
    return undefined;
  const children = parseInRuns(node.children, 'words');
  return children && { ...node, children };
}

function isText(node: Nodes | undefined): boolean {
  return node?.type === 'text';
}

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
function isPlain(node: Nodes): boolean {
  if (node.type === 'text') return node.value !== '';
  return node.type === 'element' ? isPlainElement(node) : node.type === 'fence';
}

/** The same of an element; `whatever` its children are. */
function isPlainElement({ tagName, properties, children, position }: Element, whatever = false): boolean {
  if (position === undefined || !PLAIN.has(tagName)) return false;
  for (const name in properties) if (!ATTRIBUTES.has(name) || properties[name] == null) return false;
  if (whatever) return true;
  return children.every((child, index) => isPlain(child) && !(isText(child) && isText(children[index + 1])));
}

/** Takes what raw HTML stands in a node through the elements that are open. */
function followRaw(node: Nodes, open: string[], floor: number, scope: Scope): boolean {
  if (node.type === 'raw') return followTags(open, node.value, floor, scope);
  if (node.type !== 'element') return true;
  if (node.tagName === 'a' && open.includes('a')) return false;
  open.push(node.tagName);
  const inside = open.length;
  const isSound = node.children.every((child) => followRaw(child, open, inside, scope));
  return isSound && open.length === inside && open.pop() !== undefined;
}
