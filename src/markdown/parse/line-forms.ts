/** What lines look like that begin a block, each behind its indentation unless it says otherwise. */

/** An item of a list, whatever its indentation. */
export const ITEM = /^[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
/** The marker of an item that has content in its line: indentation, mark, and blanks up to the content. */
export const MARKER = /^( {0,3})([-+*]|\d{1,9}[.)])( {1,4})(?=\S)/;
export const RULE = /^ *([-*_])(?: *\1){2,} *$/;
export const UNDERLINE = /^ *(?:=+|-+) *$/;
const FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;
export const HEADING = /^#{1,6} /;
/** HTML that goes on over blank lines, and such that ends in its first line; to the native parser only a tag in small letters does that. */
export const LONG_HTML = /^<(?:[!?]|(?:script|pre|style|textarea)\b)/i;
export const SHORT_HTML = /^<(?:!--(?!-*>).*-->|(script|pre|style|textarea)\b.*<\/\1>)/;
/** Text, which goes on with the paragraph of the line before. */
export const PLAIN = /^[\p{L}\p{N}*_[!("'“$&%]/u;

/** The number of spaces that a line begins with. */
export function measureIndent(line: string): number {
  let indent = 0;
  while (line.startsWith(' ', indent)) indent += 1;
  return indent;
}

/** The mark of a code block that a line opens. */
export function findFence(text: string): string | undefined {
  const match = FENCE.exec(text);
  return match?.[1] ?? match?.[2];
}

/** Whether a line is the end of a code block that `mark` opened. */
export function closesFence(text: string, mark: string): boolean {
  const found = /^(`+|~+)[ \t]*$/.exec(text)?.[1];
  return found?.charAt(0) === mark.charAt(0) && found.length >= mark.length;
}
