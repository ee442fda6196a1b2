/** A stretch of a text and what is put in its place. */
export interface MarkdownEdit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/**
 * Makes edits in any order. Of two that overlap, the one that begins first is made; of two that begin at one place, the
 * former comes first.
 */
export function applyMarkdownEdits(text: string, edits: readonly MarkdownEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, replacement } of edits.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}
