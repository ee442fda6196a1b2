import type { Element, ElementContent, Root } from 'hast';
import { toString as toPlainText } from 'hast-util-to-string';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';

const SHELLS = new Set(['bash', 'console', 'sh', 'shell']);
// An opening tag with a slash too many is meant as an opening tag.
// Without a semicolon as HTML reads them in attributes: `&copy=2` is part of an address.
const REFERENCE = /&(?:#\d{1,7}|#[Xx][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]*)(?:;|(?![A-Za-z\d=;]))/;
const PAIR = /<\/?(em|strong|var)>([\s\S]*?)<\/\1>/;

/**
 * In a command, `<em>NAME</em>` marks what readers put in themselves, and character references stand for their
 * characters; any other `<` is text. Undefined if the code holds no such markup.
 */
export function parsePlaceholders(code: string, language: string): ElementContent[] | undefined {
  if (!SHELLS.has(language)) return undefined;
  if (PAIR.test(code)) return parsePairs(code);
  return REFERENCE.test(code) ? [createText(code)] : undefined;
}

function parsePairs(code: string): ElementContent[] {
  const match = PAIR.exec(code);
  if (match?.[1] === undefined || match[2] === undefined) return code === '' ? [] : [createText(code)];
  const before = code.slice(0, match.index);
  const pair: Element = {
    type: 'element',
    tagName: match[1],
    properties: {},
    children: parsePairs(match[2]),
  };
  const after = code.slice(match.index + match[0].length);
  return [...(before === '' ? [] : [createText(before)]), pair, ...parsePairs(after)];
}

function createText(code: string): ElementContent {
  return { type: 'text', value: decodeReferences(code) };
}

const processor = unified().use(rehypeRaw).freeze();

function decodeReferences(code: string): string {
  return code.replace(new RegExp(REFERENCE, 'g'), (reference) => {
    const tree: Root = { type: 'root', children: [{ type: 'raw', value: reference }] };
    const decoded = toPlainText(processor.runSync(tree));
    // HTML sees `&not` in `&notes;`, which is no reference.
    return [...decoded].length > 2 ? reference : decoded;
  });
}
