import type { Blockquote, Code, Heading, Html, Image, Link, Nodes, Parents, Root, Table } from 'mdast';
import { isSoundAddress } from '../clean/clean-html.ts';
import { makeHtmlTree } from '../make-html-tree.ts';
import { htmlOptions } from '../parser.ts';
import { isMisspeltAutotitle, LOOSE_AUTOTITLE } from '../plugins/check-autotitle.ts';
import { checkFence } from '../plugins/check-fences.ts';
import { linkHeadings } from '../plugins/headings.ts';
import { staysInSite } from '../plugins/links.ts';
import { collapseText } from '../plugins/plain-text.ts';
import { parseRaw } from '../raw/parse-raw.ts';
import type { RenderContext } from '../render-context.ts';
import { leaveOutHtml } from '../slots.ts';
import type { Slot } from '../types.ts';
import type { Part, PartHeading } from './part.ts';
import { holdsShapesOnly, readPlainTags } from './plain-tags.ts';

/** What a check asks of a part beside what its draft has noted. */
type Judged = Pick<Part, 'pieces' | 'slots' | 'text' | 'isVoid' | 'isOpen'>;

/**
 * What a check asks of blocks, read off their Markdown tree: most make plain elements, and their HTML would tell no more. Notes
 * headings and surroundings in the draft as the steps over HTML do. Undefined, and nothing noted, where the HTML has to be made: for
 * raw HTML but plain tags, footnotes and definitions, addresses that are to be cleaned, and whatever one of those steps would report.
 */
export function judgeBlocks(tree: Root, draft: RenderContext): Judged | undefined {
  const found: Found = { words: [], slots: [], headings: [], code: [], open: [], hasImage: false };
  const { children } = tree;
  if (children.length === 0 || STEPS.test(draft.markdown) || !readAll(tree, found)) return undefined;
  const { after } = draft;
  for (const heading of found.headings) noteHeading(heading, draft);
  for (const code of found.code) checkFence(code, draft);
  after.hasImage ||= found.hasImage;
  after.hasElement = draft.before.hasElement || children.some(({ type }) => type !== 'code');
  const html = leaveOutHtml({ pieces: ['<p>'], slots: found.slots });
  return { ...html, text: collapseText(found.words.join('')), isVoid: false, isOpen: false };
}

/** What steps over the HTML of code look for. */
const STEPS = /annotate|(?:`{3}|~{3})[ \t]*[^\s`]+(?:[ \t]|\{\d)/;

/** Of the blocks that were read, in their order. */
interface Found {
  readonly words: string[];
  readonly slots: Slot[];
  readonly headings: Heading[];
  readonly code: Code[];
  /** Elements of raw HTML, innermost last. */
  readonly open: string[];
  hasImage: boolean;
}

/** False for what only HTML tells. */
function readNode(node: Nodes, found: Found): boolean {
  if (node.data !== undefined && !isEmpty(node.data)) return false;
  const { words } = found;
  switch (node.type) {
    case 'text':
      words.push(node.value);
      return !LOOSE_AUTOTITLE.test(node.value);
    case 'inlineCode':
      words.push(node.value);
      return true;
    case 'code':
      words.push(node.value, '\n');
      found.code.push(node);
      return true;
    case 'break':
    case 'thematicBreak':
      words.push(' ');
      return true;
    case 'emphasis':
    case 'strong':
    case 'delete':
      return readAll(node, found);
    case 'link':
      return readLink(node, found);
    case 'image':
      return readImage(node, found);
    case 'table':
      return readTable(node, found);
    case 'heading':
      found.headings.push(node);
      return readBlock(node, found);
    case 'blockquote':
      return !isLikeAlert(node) && readBlock(node, found);
    case 'paragraph':
    case 'list':
    case 'listItem':
    case 'tableCell':
      return readBlock(node, found);
    default:
      return false;
  }
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}

/** Elements of raw HTML end among the nodes that they begin among. */
function readAll(parent: Parents, found: Found): boolean {
  const { children } = parent;
  const { open } = found;
  const outside = open.length;
  const isRead = children.every((child, at) => {
    if (child.type === 'html') return readHtml(child, parent, outside, found);
    if (open.length > outside && holdsShapesOnly(open.at(-1))) return false;
    return !(child.type === 'text' && children[at + 1]?.type === 'text') && readNode(child, found);
  });
  return isRead && open.length === outside;
}

function readHtml({ value }: Html, { type }: Parents, outside: number, { open, words }: Found): boolean {
  const tags = readPlainTags(value, HOLDS_BLOCKS.has(type) ? 'blocks' : 'words');
  if (tags === undefined) return false;
  return tags.every(({ name, kind }) => {
    if (BLANKS.has(name)) words.push(' ');
    if (kind === 'end') return open.length > outside && open.pop() === name;
    if (open.length > outside && holdsShapesOnly(open.at(-1)) && name !== 'path') return false;
    if (name === 'path' && !holdsShapesOnly(open.at(-1))) return false;
    if (kind === 'start') open.push(name);
    return true;
  });
}

const HOLDS_BLOCKS: ReadonlySet<Nodes['type']> = new Set(['root', 'blockquote', 'listItem']);
/** Elements that part words. */
const BLANKS = new Set(['br', 'div', 'section']);

/** A blank parts words of blocks. */
function readBlock(node: Parents, found: Found): boolean {
  found.words.push(' ');
  const isRead = readAll(node, found);
  found.words.push(' ');
  return isRead;
}

/** Cells without a head over them are shown to nobody. */
function readTable({ children, align }: Table, found: Found): boolean {
  const width = align?.length;
  return children.every((row) => row.children.slice(0, width).every((cell) => readNode(cell, found)));
}

function isLikeAlert({ children: [first] }: Blockquote): boolean {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' && text.value.startsWith('[!');
}

function readLink({ url, children, position }: Link, found: Found): boolean {
  if (!isPlainAddress(url) || children.some(({ type }) => type === 'html')) return false;
  const place = { url, offset: position?.start.offset ?? 0 };
  if (staysInSite(url)) found.slots.push({ kind: 'link', ...place });
  const texts = children.flatMap((child) => (child.type === 'text' ? child.value.trim() : []));
  if (texts.some(isMisspeltAutotitle)) return false;
  const titles = texts.filter((text) => text === 'AUTOTITLE');
  found.slots.push(...titles.map(() => ({ kind: 'title', ...place }) as const));
  // What such a link says depends on the page.
  const inside = titles.length > 0 ? { ...found, words: [] } : found;
  const isRead = readAll({ type: 'paragraph', children }, inside);
  found.hasImage = inside.hasImage;
  return isRead;
}

function readImage({ url, position }: Image, found: Found): boolean {
  if (!isPlainAddress(url)) return false;
  found.words.push(' ');
  if (staysInSite(url)) found.slots.push({ kind: 'image', url, offset: position?.start.offset ?? 0 });
  found.hasImage = true;
  return true;
}

/** Whether HTML has an address as Markdown has it, and needs no cleaning. */
function isPlainAddress(url: string): boolean {
  return /^(?:[!#$&-;=?-Z_a-z~]|%[\dA-Za-z]{2})+$/.test(url) && isSoundAddress(url);
}

/** A heading has its words in HTML too. Plain ones are the same there. */
function noteHeading(heading: Heading, draft: RenderContext): void {
  const plain = readPlainHeading(heading);
  if (plain !== undefined) {
    draft.headings.push(plain);
    draft.after.hasHeading = true;
    return;
  }
  const html = makeHtmlTree({ type: 'root', children: [heading] }, htmlOptions);
  linkHeadings(parseRaw(html).tree, draft);
}

function readPlainHeading({ depth, children: [first, ...more], position }: Heading): PartHeading | undefined {
  if (first?.type !== 'text' || more.length > 0 || !PLAIN_WORDS.test(first.value)) return undefined;
  const { value: text } = first;
  const heading = { depth, id: '', text, html: text, offset: position?.start.offset ?? 0 };
  return { heading, idWords: text };
}

/** Words with single blanks between them, and marks that HTML has as they are. */
const PLAIN_WORDS = /^[\p{L}\p{N}](?:[\p{L}\p{N},;:.?!'()/–—「」・、。-]| (?=\S))*$/u;
