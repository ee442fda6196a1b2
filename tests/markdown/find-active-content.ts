import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from '../../src/markdown/visit.ts';

const ELEMENTS = new Set(
  `script style link meta base object embed applet form button select textarea template frame frameset math
  foreignobject use animate set handler dialog slot portal fencedframe noscript xmp plaintext title`.split(
    /\s+/,
  ),
);
const ADDRESSES = [
  'href',
  'src',
  'xLinkHref',
  'action',
  'formAction',
  'data',
  'poster',
  'cite',
  'background',
  'ping',
];
const HARMLESS = /^(?:https?|mailto|tel|sms|ftp|ircs?|xmpp):/i;

/** What of a page could run code, load other documents or send something, as a browser parses it. */
export function findActiveContent(html: string): readonly string[] {
  const found: string[] = [];
  const raw = { type: 'raw', value: html } as unknown as Root['children'][number];
  const tree = unified()
    .use(rehypeRaw)
    .runSync({ type: 'root', children: [raw] }) as Root;
  visit(tree, 'element', (element) => {
    // Those that copy code: they send nothing, and nobody can write them.
    const isCopy = element.tagName === 'button' && element.properties.type === 'button';
    if (!isCopy && ELEMENTS.has(element.tagName.toLowerCase())) found.push(`<${element.tagName}>`);
    found.push(...listActiveAttributes(element));
  });
  return found;
}

function listActiveAttributes({ tagName, properties }: Element): readonly string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const text = String(value);
    if (/^on/i.test(name) || ['style', 'srcDoc', 'srcdoc', 'popover'].includes(name))
      return [`${tagName}[${name}]`];
    if (!ADDRESSES.includes(name)) return [];
    // As browsers read it: without what they read over.
    const address = [...text].filter((sign) => sign > '\u0020').join('');
    const isOwn = !/^[^/?#]*:/.test(address);
    const isImage = tagName === 'img' && /^data:image\//i.test(address);
    return isOwn || isImage || HARMLESS.test(address) ? [] : [`${tagName}[${name}=${address}]`];
  });
}
