import type { Code, Html, Root, RootContent } from 'mdast';
import { visit } from '../visit.ts';

// A fence that opens and closes inside a block of raw HTML. `<pre>` holds backquotes that are meant.
const FENCE = /^[ \t]*(`{3,})([\w-]+[^\n`]*)\n([\s\S]*?)\n?[ \t]*\1[ \t]*$/m;

/**
 * A code block right after a line of raw HTML is part of the HTML for CommonMark, with its backquotes. Nobody means
 * that: the HTML ends where the code begins, and goes on behind it.
 */
export function freeFences(tree: Root): void {
  visit(tree, 'html', (html, index, parent) => {
    if (
      parent === undefined ||
      index === undefined ||
      /<(?:pre|script|style|textarea)\b|<!--/i.test(html.value)
    )
      return;
    const parts = splitHtml(html);
    if (parts.length < 2) return;
    (parent.children as RootContent[]).splice(index, 1, ...parts);
    return index + parts.length;
  });
}

function splitHtml(html: Html): (Html | Code)[] {
  const match = FENCE.exec(html.value);
  if (match?.[2] === undefined || match[3] === undefined) return [html];
  const [lang = '', ...meta] = match[2].trim().split(/\s+/);
  const code: Code = { type: 'code', lang, meta: meta.join(' '), value: removeIndent(match[3], match[0]) };
  const before = html.value.slice(0, match.index);
  const after = html.value.slice(match.index + match[0].length);
  return [
    place({ type: 'html', value: before }, html),
    place(code, html),
    ...splitHtml(place({ type: 'html', value: after }, html)),
  ];
}

/** The indentation of the fence goes from every line. */
function removeIndent(code: string, fence: string): string {
  const indent = fence.length - fence.trimStart().length;
  return code.replace(new RegExp(`^[ \\t]{0,${indent}}`, 'gm'), '');
}

function place<T extends Html | Code>(node: T, { position }: Html): T {
  return position === undefined ? node : { ...node, position };
}
