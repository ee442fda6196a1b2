import { createCompareNode, type Element, hasClass, NONE, type Node, VOID } from './node.ts';

/**
 * Reads HTML as the renderer writes it: every element closed, values in double quotes. What is no part of the text is
 * left out: comments, scripts, the signs and buttons that a page adds to headings and code, switches of tabs, and ids with what names
 * them, since two texts are going to stand on one page; a link to a place on the page itself leads to its `address`.
 */
export function parseHtml(html: string, address: string): readonly Node[] {
  const open: Opened[] = [{ name: '', attributes: new Map(), children: [] }];
  for (const [token, closed, name, attributes] of html.matchAll(TOKEN)) {
    const parent = open.at(-1);
    if (parent === undefined) break;
    if (closed !== undefined) close(open, closed);
    else if (name === undefined) {
      if (token === '<') parent.children.push({ text: '&lt;' });
      else if (!token.startsWith('<')) parent.children.push({ text: token });
    } else {
      const element = {
        name: RENAMED[name] ?? name,
        attributes: readAttributes(attributes ?? '', address),
        children: [],
      };
      if (!VOID.has(name)) open.push(element);
      else if (!isSwitch(element)) parent.children.push(createCompareNode(name, [], element.attributes));
    }
  }
  while (open.length > 1) end(open);
  return open[0]?.children ?? [];
}

interface Opened {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Node[];
}

/** A comment; a raw element with its text; an end tag; a start tag; a text. */
const TOKEN =
  /<!--[\s\S]*?-->|<(?:script|style)\b[\s\S]*?<\/(?:script|style)>|<\/([a-zA-Z][^\s>]*)>|<([a-zA-Z][^\s/>]*)((?:\s+[^\s=/>]+(?:="[^"]*")?)*)\s*\/?>|[^<]+|</g;

const ATTRIBUTE = /([^\s=/]+)(?:="([^"]*)")?/g;

/** An author's own marks of what came and went must not look like ours. */
const RENAMED: Readonly<Record<string, string>> = { del: 's', ins: 'u' };

const DROPPED = new Set(
  'id for headers aria-labelledby aria-describedby aria-controls data-furniture'.split(' '),
);

function readAttributes(written: string, address: string): ReadonlyMap<string, string> {
  if (written === '') return NONE;
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of written.matchAll(ATTRIBUTE)) {
    if (DROPPED.has(name)) continue;
    attributes.set(name, name === 'href' && value.startsWith('#') ? `${address}${value}` : value);
  }
  return attributes;
}

/** An end tag without a start is nothing. */
function close(open: Opened[], written: string): void {
  const name = RENAMED[written] ?? written;
  if (!open.some((element, at) => at > 0 && element.name === name)) return;
  while (end(open) !== name);
}

function end(open: Opened[]): string | undefined {
  const opened = open.pop();
  if (opened === undefined) return undefined;
  const element = createCompareNode(opened.name, opened.children, opened.attributes);
  if (!isFurniture(element)) open.at(-1)?.children.push(element);
  return opened.name;
}

/** Tabs of code: a comparison shows all of them. */
function isSwitch({ name, attributes }: Opened): boolean {
  return name === 'input' && attributes.get('type') === 'radio';
}

function isFurniture(element: Element): boolean {
  return hasClass(element, 'heading-anchor') || hasClass(element, 'js-copy');
}
