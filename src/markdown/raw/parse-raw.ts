import type { Nodes, Root, RootContent } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { createElement } from '../html/create-element.ts';
import { appendNode } from './append-node.ts';
import { buildRun } from './build-run.ts';
import { isPlain, isPlainElement } from './plain-nodes.ts';
import { followTags, type Scope } from './raw-tags.ts';

/** Parses a tree anew, with the raw HTML in it; code blocks are carried past. */
const parser = unified()
  .use(rehypeRaw, { passThrough: ['fence', 'formula'] })
  .freeze();

/**
 * Parses the raw HTML in a tree. A parser of HTML has to read all elements around it anew, which is dear; so it gets
 * those blocks and words alone between which raw HTML stands, where that surely changes nothing of the others.
 *
 * @param hasElementBefore whether an element stands before what the tree holds of its text
 */
export function parseRaw(tree: Root, hasElementBefore = false): ParsedRaw {
  const { done, rest } = parseInRuns(tree.children, 'blocks');
  const hasElement = hasElementBefore || done.some(({ type }) => type === 'element');
  for (const node of parseRest(rest, hasElement)) appendNode(done, node);
  return { tree: { type: 'root', children: done }, hasElement, isOpen: rest.length > 0 };
}

export interface ParsedRaw {
  readonly tree: Root;
  /** An element stands in what was surely closed, or before it. */
  readonly hasElement: boolean;
  /** What stands behind may become part of the last element. */
  readonly isOpen: boolean;
}

/** What is left, as one: behind an element that has been parsed, for the first one of a fragment may be part of a table. */
function parseRest(rest: readonly RootContent[], hasElement: boolean): readonly RootContent[] {
  if (rest.length === 0) return [];
  if (!hasElement) return parseWhole(rest);
  return parseWhole([createElement('hr', {}, []), ...rest]).slice(1);
}

function parseWhole(nodes: readonly RootContent[]): readonly RootContent[] {
  return parser.runSync({ type: 'root', children: [...nodes] }).children;
}

/** `rest` begins where raw HTML may reach beyond the nodes that it stands between. */
function parseInRuns<Child extends RootContent>(
  children: readonly Child[],
  scope: Scope,
): { readonly done: Child[]; readonly rest: readonly Child[] } {
  const done: Child[] = [];
  const open: string[] = [];
  let run: Child[] = [];
  for (const [at, child] of children.entries()) {
    const kept = run.length > 0 ? undefined : isPlain(child) ? child : parseInside(child);
    if (kept === undefined) {
      run.push(child);
      if (!followRaw(child, open, 0, scope)) return { done, rest: children.slice(at + 1 - run.length) };
      if (open.length > 0) continue;
    }
    const parsed = kept === undefined ? parseRun(run) : [kept];
    if (parsed.length === 0) return { done, rest: children.slice(at + 1 - run.length) };
    for (const node of parsed) appendNode(done, node);
    run = [];
  }
  return { done, rest: run };
}

function parseRun(run: readonly RootContent[]): readonly RootContent[] {
  return buildRun(run) ?? parseWhole(run);
}

/** Elements in which words may be marked without any effect on the elements themselves. */
const CONTAINERS = new Set(['blockquote', 'li', 'ol', 'p', 'ul']);

/** An element whose children alone are parsed again. Undefined where that is not enough. */
function parseInside<Child extends Nodes>(node: Child): Child | undefined {
  if (node.type !== 'element' || !CONTAINERS.has(node.tagName) || !isPlainElement(node)) return undefined;
  const { done, rest } = parseInRuns(node.children, 'words');
  return rest.length > 0 ? undefined : { ...node, children: done };
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
