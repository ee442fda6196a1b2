import type { Element, Nodes, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';

/** Attributes that say something; all others are of the look of a page. */
const ATTRIBUTES = ['href', 'src', 'alt', 'title', 'start', 'checked', 'align'];

/** Elements that a page puts around others, which say nothing by themselves. */
const isWrapper = ({ tagName, properties }: Element) =>
  (tagName === 'div' && /^(?:code-block|table-wrap)/.test(String(properties.className))) || tagName === 'wbr';

/**
 * HTML as a text that is the same for HTML that says the same: elements with the attributes that say something, words with blanks as
 * one, without what a page adds of its own.
 */
export function simplifyHtml(html: string): string {
  const raw = { type: 'raw', value: html } as unknown as Root['children'][number];
  const tree = unified()
    .use(rehypeRaw)
    .runSync({ type: 'root', children: [raw] }) as Root;
  return write(tree)
    .replace(/\s+/g, ' ')
    .replace(/ +(?=<[/])|(?<=<textarea>) /g, '')
    .replace(/ ?(<[/]?(?:p|li|[uo]l|blockquote|h\d|hr|pre|table|thead|tbody|t[rdh]|div)\b[^>]*>) ?/g, '$1')
    .trim();
}

function write(node: Nodes): string {
  if (node.type === 'text') return node.value.replaceAll('<', '&lt;');
  if (node.type === 'root') return node.children.map(write).join('');
  if (node.type !== 'element') return '';
  const { tagName, properties, children } = node;
  if (properties.dataFurniture !== undefined) return '';
  const content = children.map(write).join('');
  // What is marked in code are its words.
  if (isWrapper(node) || (tagName === 'span' && properties.className !== undefined)) return content;
  const align = /\balign-(\w+)/.exec(String(properties.className))?.[1];
  const said: Element['properties'] = { ...(align !== undefined && { align }), ...properties };
  const attributes = ATTRIBUTES.filter((name) => said[name] !== undefined).map(
    (name) => ` ${name}="${String(said[name])}"`,
  );
  const text = tagName === 'pre' ? content.replace(/\n/g, '⏎').replace(/⏎(?=<[/]code>$)/, '') : content;
  return `<${tagName}${attributes.join('')}>${text}</${tagName}>`;
}
