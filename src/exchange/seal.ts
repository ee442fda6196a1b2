import type { Inline, Sealed } from './types.ts';

/** What is sealed, in the order in which it is looked for: what comes first hides what stands in it. */
const SEALED = new RegExp(
  [
    // Liquid, also over several lines.
    String.raw`\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}`,
    // Code, in as many backquotes as it begins with.
    '(?<!`)(`+)(?!`)[\\s\\S]*?[^`]\\1(?!`)',
    String.raw`<!--[\s\S]*?-->`,
    String.raw`</?[A-Za-z][^<>]*>|<(?:https?|mailto):[^<>\s]*>`,
    // The marks of a callout and of a footnote.
    String.raw`\[![A-Z]+\]|\[\^[^\]\s]+\]:?`,
    // The address of a link or picture, with its title; the label of a reference.
    String.raw`\]\((?:[^()\s\\{]|\\.|\{(?![{%])|\{[{%](?:(?![%}]\})[^])*[%}]\}|\([^()]*\))*(?:\s+(?:"[^"]*"|'[^']*'))?\)|\]\[[^\]]*\]`,
    String.raw`\bhttps?://[^\s<>()\[\]{}"'\u3000-\u30ff\uff00-\uffef]+`,
    String.raw`&(?:#\d+|#x[\da-fA-F]+|[A-Za-z][A-Za-z\d]*);`,
    // A cell of a table ends.
    String.raw`(?<!\\)\|`,
  ].join('|'),
  'g',
);

/**
 * Takes a text apart into words and what has to come back as it is. The two ends of a link share one id; a bracket that belongs to no
 * address stays a word.
 *
 * @example sealText('See [the `log`](/log).') // 'See ', start 1, 'the ', whole 2, end 1, '.'
 */
export function sealText(text: string, { hasCells = false } = {}): readonly Inline[] {
  const marks: { start: number; end: number; part: Sealed['part']; id: string }[] = [];
  const seal = (start: number, end: number, part: Sealed['part'], id: string) =>
    marks.push({ start, end, part, id });
  let id = 0;
  const next = () => {
    id += 1;
    return String(id);
  };
  for (const { 0: found, index } of text.matchAll(SEALED)) {
    const end = index + found.length;
    const isAddress = found.startsWith('](') || found.startsWith('][');
    if (found === '|' && !hasCells) continue;
    const open = isAddress ? findOpening(text, index, marks) : undefined;
    if (isAddress && open === undefined) continue;
    const own = next();
    if (open !== undefined) seal(open.start, open.end, 'start', own);
    seal(index, end, open === undefined ? 'whole' : 'end', own);
  }
  marks.sort((one, other) => one.start - other.start);
  return cutPieces(text, marks);
}

/** Only the words, as a reader of the source sees them: what a unit is worth. */
export function listWords(pieces: readonly Inline[]): string {
  return pieces.map((piece) => (piece.kind === 'words' ? piece.text : ' ')).join('');
}

/** What has to be in a translation as often as it is here: the sealed texts, sorted. */
export function listSealed(pieces: readonly Inline[]): readonly string[] {
  return pieces.flatMap((piece) => (piece.kind === 'sealed' ? [piece.text] : [])).sort();
}

export function joinInline(pieces: readonly Inline[]): string {
  return pieces.map(({ text }) => text).join('');
}

function cutPieces(
  text: string,
  marks: readonly { start: number; end: number; part: Sealed['part']; id: string }[],
): readonly Inline[] {
  const pieces: Inline[] = [];
  let at = 0;
  const words = (end: number) => {
    if (end > at) pieces.push({ kind: 'words', text: text.slice(at, end) });
  };
  for (const { start, end, part, id } of marks) {
    words(start);
    pieces.push({ kind: 'sealed', id, text: text.slice(start, end), part });
    at = end;
  }
  words(text.length);
  return pieces;
}

/** The bracket that the one at `close` closes, `![` of a picture included. Brackets in what is sealed do not count. */
function findOpening(
  text: string,
  close: number,
  marks: readonly { start: number; end: number }[],
): { start: number; end: number } | undefined {
  let depth = 0;
  for (let at = close - 1; at >= 0; at -= 1) {
    const hiding = marks.find(({ start, end }) => at >= start && at < end);
    if (hiding !== undefined) {
      at = hiding.start;
      continue;
    }
    if (text[at - 1] === '\\') continue;
    if (text[at] === ']') depth += 1;
    if (text[at] !== '[') continue;
    if (depth > 0) depth -= 1;
    else return { start: text[at - 1] === '!' ? at - 1 : at, end: at + 1 };
  }
  return undefined;
}
