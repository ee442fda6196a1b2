import type { Nodes, Parents } from 'mdast';
import { parseBlocks } from './parser.ts';
import type { TextBlock } from './types.ts';

/**
 * The blocks of a text as its page shows them: headings, paragraphs, items of lists with all that stands in them, tables, code.
 * What no reader sees is none: definitions, comments, tags that only open or close something.
 */
export function listTextBlocks(markdown: string): readonly TextBlock[] {
  try {
    return listBlocks(parseBlocks(markdown, 'native', []));
  } catch {
    // Nested too deep for the parser: its page is left out, too.
    return markdown.trim() === '' ? [] : [{ start: 0, end: markdown.length, words: markdown, parts: [] }];
  }
}

function listBlocks({ children }: Parents): readonly TextBlock[] {
  return children.flatMap((node) => listNode(node));
}

function listNode(node: Nodes): readonly TextBlock[] {
  switch (node.type) {
    case 'definition':
      return [];
    case 'html':
      return /<(?:img|svg|input|video|hr)\b/i.test(node.value) || readHtml(node.value) !== ''
        ? [createBlock(node, readHtml(node.value))]
        : [];
    case 'list':
      return listBlocks(node);
    case 'table':
    case 'blockquote':
    case 'listItem':
    case 'footnoteDefinition': {
      const parts = node.type === 'table' ? node.children.map(createRow) : listBlocks(node);
      return [createBlock(node, joinWords(parts.map(({ words }) => words)), parts)];
    }
    default:
      return [createBlock(node, readText(node))];
  }
}

function createRow(row: Nodes): TextBlock {
  return createBlock(row, joinWords('children' in row ? row.children.map(readText) : []));
}

function createBlock({ position }: Nodes, words: string, parts: readonly TextBlock[] = []): TextBlock {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0, words, parts };
}

function joinWords(words: readonly string[]): string {
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** What a reader can copy, and the texts that stand for pictures. */
function readText(node: Nodes): string {
  if (node.type === 'html') return '';
  if (node.type === 'break') return ' ';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(readText).join('') : '';
}

function readHtml(html: string): string {
  return joinWords([html.replace(/<!--[\s\S]*?(?:-->|$)|<[^>]*>/g, ' ')]);
}
