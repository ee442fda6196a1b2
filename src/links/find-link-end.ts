/**
 * Where the link or picture that begins at an offset of a Markdown text ends: `[words](address)`, `[words][label]`, or the opening
 * tag of HTML. Undefined where another form stands there, or it is not closed.
 */
export function findLinkEnd(text: string, offset: number): number | undefined {
  if (text.charAt(offset) === '<') {
    const end = text.indexOf('>', offset);
    return end === -1 ? undefined : end + 1;
  }
  const words = findClosing(text, text.charAt(offset) === '!' ? offset + 1 : offset, '[', ']');
  if (words === undefined) return undefined;
  const next = text.charAt(words);
  if (next === '(') return findClosing(text, words, '(', ')');
  return next === '[' ? findClosing(text, words, '[', ']') : undefined;
}

/** Behind the bracket that closes the one at an offset. Code is not looked into, for few links hold brackets in code. */
function findClosing(text: string, offset: number, opening: string, closing: string): number | undefined {
  if (text.charAt(offset) !== opening) return undefined;
  let depth = 0;
  for (let at = offset; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === opening) depth += 1;
    else if (sign === closing) depth -= 1;
    // A link ends with its paragraph.
    if (depth === 0) return at + 1;
    if (sign === '\n' && text.charAt(at + 1) === '\n') return undefined;
  }
  return undefined;
}
