/** A heading of a Markdown text with what stands below it, up to the next heading. */
export interface MarkdownSection {
  /** Plain; empty for what stands before the first heading. */
  readonly title: string;
  /** 0 for what stands before the first heading. */
  readonly depth: number;
  readonly start: number;
  readonly end: number;
}

/** The sections of a Markdown text by its headings that are written with `#`; what stands in blocks of code is none. */
export function splitMarkdownSections(markdown: string): readonly MarkdownSection[] {
  const found: { title: string; depth: number; start: number }[] = [{ title: '', depth: 0, start: 0 }];
  let fence: string | undefined;
  let at = 0;
  for (const line of markdown.split('\n')) {
    const mark = /^ *(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && fence === undefined) fence = mark;
    else if (mark !== undefined && fence !== undefined && mark.startsWith(fence)) fence = undefined;
    const heading = fence === undefined ? /^ {0,3}(#{1,6})[ \t]+(\S.*)$/.exec(line) : null;
    if (heading !== null)
      found.push({
        title: toPlain((heading[2] ?? '').replace(CLOSING, '')),
        depth: heading[1]?.length ?? 1,
        start: at,
      });
    at += line.length + 1;
  }
  return found
    .map((section, index) => ({ ...section, end: found[index + 1]?.start ?? markdown.length }))
    .filter(({ start, end }) => end > start);
}

/** The signs that may close a heading, and blanks. */
const CLOSING = /(?<![ \t])[ \t]+(?:#+[ \t]*)?$/;

/** Markdown as words: without tags, targets of links, and marks. */
export function toPlain(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?(-->|$)|<svg[\s\S]*?(<\/svg>|$)/g, (part, end, close) => (end || close ? '' : part))
    .replace(/<\/?[a-z][^>]*(>|$)/gi, (tag, end) => (end === '' ? tag : ' '))
    .replace(/!?\[([^[\]]*)\]\([^)]*(\)|$)/g, (link, text, end) => (end === '' ? link : text))
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
