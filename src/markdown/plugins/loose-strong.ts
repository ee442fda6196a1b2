import type { PhrasingContent, Root, Strong, Text } from 'mdast';
import { visit } from 'unist-util-visit';

// `** a**` not behind a word, or `**a **` not before one. With blanks on both sides (`2 ** 3 ** 4`) it is no emphasis.
const LOOSE =
  /(?<![*\w])\*\*[ \t]+([^*\s](?:[^*]*[^*\s])?)\*\*(?!\*)|(?<!\*)\*\*([^*\s](?:[^*]*[^*\s])?)[ \t]+\*\*(?![*\w])/;

/** `** Note:** text` is strong, as in parsers older than CommonMark, which leaves the asterisks as text. */
export function loosenStrong() {
  return (tree: Root, file: { toString(): string }): void => {
    const markdown = String(file);
    visit(tree, 'text', (text, index, parent) => {
      if (parent === undefined || index === undefined || !LOOSE.test(text.value) || isEscaped(text, markdown))
        return;
      const parts = splitText(text);
      (parent.children as PhrasingContent[]).splice(index, 1, ...parts);
      return index + parts.length;
    });
  };
}

/** The author wrote `\*` to have asterisks as text. */
function isEscaped({ position }: Text, markdown: string): boolean {
  return markdown.slice(position?.start.offset, position?.end.offset).includes('\\*');
}

function splitText({ value, position }: Text): PhrasingContent[] {
  const match = LOOSE.exec(value);
  const inside = match?.[1] ?? match?.[2];
  if (match === null || inside === undefined) return value === '' ? [] : [createText(value, position)];
  const strong: Strong = { type: 'strong', children: [createText(inside, position)] };
  const before = value.slice(0, match.index);
  // The blank before the end of the emphasis belongs behind it.
  const after = (match[2] === undefined ? '' : ' ') + value.slice(match.index + match[0].length);
  const rest = splitText(createText(after, position));
  return [...(before === '' ? [] : [createText(before, position)]), strong, ...rest];
}

function createText(value: string, position: Text['position']): Text {
  return position === undefined ? { type: 'text', value } : { type: 'text', value, position };
}
