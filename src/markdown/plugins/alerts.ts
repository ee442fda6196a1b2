import type { Blockquote, Paragraph, Root, Text } from 'mdast';
import type { CalloutKind } from '../types.ts';
import { visit } from '../visit.ts';

/** What `[!…]` at the begin of a quotation may say, in either case. */
export const ALERT_KINDS = [
  'note',
  'tip',
  'important',
  'warning',
  'caution',
] as const satisfies readonly CalloutKind[];

const MARKER = new RegExp(`^\\[!(${ALERT_KINDS.join('|')})\\]\\s*`, 'i');

/** A quotation that begins with `[!NOTE]` or its like becomes a callout with a title word. */
export function markAlerts(tree: Root): void {
  visit(tree, 'blockquote', (quote) => {
    const paragraph = quote.children[0];
    const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
    const match = text?.type === 'text' ? MARKER.exec(text.value) : null;
    if (paragraph?.type !== 'paragraph' || text?.type !== 'text' || match?.[1] === undefined) return;
    cutMarker(quote, paragraph, text, match[0].length);
    turnIntoCallout(quote, match[1].toLowerCase());
  });
}

function cutMarker(quote: Blockquote, paragraph: Paragraph, text: Text, length: number): void {
  text.value = text.value.slice(length);
  if (text.value !== '') return;
  paragraph.children.shift();
  if (paragraph.children[0]?.type === 'break') paragraph.children.shift();
  if (paragraph.children.length === 0) quote.children.shift();
}

function turnIntoCallout(quote: Blockquote, kind: string): void {
  quote.data = { hName: 'section', hProperties: { className: ['callout', `callout-${kind}`], role: 'note' } };
  quote.children.unshift({
    type: 'paragraph',
    data: { hProperties: { className: ['callout-title'], dataFurniture: '', dataWord: kind } },
    children: [{ type: 'text', value: kind }],
  });
}
