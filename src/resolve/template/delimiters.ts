/** Finds where delimiters end in one text. What does not come any more is not looked for again. */
export interface DelimiterFinder {
  /** Where the `%}` of a tag stands; undefined if there is none, or another tag opens before it outside of quotes. */
  findTagEnd(from: number): number | undefined;
  /** Where the `}}` of an output stands; undefined if there is none, or something opens before it outside of quotes. */
  findOutputEnd(from: number): number | undefined;
  /** The tag that ends a verbatim block: `endraw`, `endcomment`. */
  findEndTag(name: string, from: number): EndTag | undefined;
}

export interface EndTag {
  readonly begin: number;
  readonly end: number;
  /** Whether it asks to cut the white space after it: `-%}`. */
  readonly trims: boolean;
}

const QUOTED_TEXT = /"[^"]*"|'[^']*'/g;

export function createDelimiterFinder(text: string): DelimiterFinder {
  const missing = new Set<string>();
  let nextTagEnd = -1;

  function find(pattern: string, from: number): RegExpExecArray | null {
    if (missing.has(pattern)) return null;
    const search = new RegExp(pattern, 'g');
    search.lastIndex = from;
    const found = search.exec(text);
    if (found === null) missing.add(pattern);
    return found;
  }

  return {
    findTagEnd(from) {
      if (nextTagEnd < from) nextTagEnd = find('%\\}', from)?.index ?? Number.POSITIVE_INFINITY;
      if (nextTagEnd === Number.POSITIVE_INFINITY) return undefined;
      const nextOpening = text.indexOf('{%', from);
      if (nextOpening === -1 || nextOpening > nextTagEnd) return nextTagEnd;
      const hasOpenQuote = /["']/.test(text.slice(from, nextOpening).replace(QUOTED_TEXT, ''));
      return hasOpenQuote ? nextTagEnd : undefined;
    },
    findOutputEnd(from) {
      if (find('\\}\\}', from) === null) return undefined;
      const parts = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\}\}|\{\{|\{%/gs;
      parts.lastIndex = from;
      for (let part = parts.exec(text); part !== null; part = parts.exec(text)) {
        if (part[0] === '}}') return part.index;
        if (part[0].startsWith('{')) return undefined;
      }
      return undefined;
    },
    findEndTag(name, from) {
      const found = find(`\\{%-?\\s*${name}\\s*(-?)%\\}`, from);
      if (found === null) return undefined;
      return { begin: found.index, end: found.index + found[0].length, trims: found[1] === '-' };
    },
  };
}

/** A tag or output with the white space that it cuts (`{{- x -}}`), unless the one before it has cut that already. */
export function widen(
  text: string,
  begin: number,
  end: number,
): { readonly begin: number; readonly end: number } {
  const before = text.slice(0, begin).trimEnd();
  const isCut = text.startsWith('-', begin + 2) && !/-[%}]\}$/.test(before.slice(-3));
  const after = text.startsWith('-', end - 3) ? (/^\s*/.exec(text.slice(end))?.[0].length ?? 0) : 0;
  return { begin: isCut ? before.length : begin, end: end + after };
}
