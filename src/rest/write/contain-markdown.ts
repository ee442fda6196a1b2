import { dropMarks, escapeCell } from './escape.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}[ \t]+/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
/** Code spans come first: what stands in them is no tag. */
const TAGS =
  /(?<!`)(`+)(?!`)(?:[\s\S]*?[^`])?\1(?!`)|<(\/?)([A-Za-z][A-Za-z0-9-]*)(?![A-Za-z0-9-])((?:"[^"]*"|'[^']*'|[^'"<>])*)>|<(?=[A-Za-z/!?])/g;
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'input', 'col']);

/**
 * Markdown of others as it may stand among that of a page: it ends where it ends. Headings become words, for the page has its own; a
 * fence that is left open is closed; and HTML whose tags do not match is text.
 */
export function containMarkdown(markdown: string): string {
  const text = dropMarks(markdown).replace(/\r\n?/g, '\n').trim();
  const lines: string[] = [];
  let prose: string[] = [];
  let fence = '';
  for (const line of text.split('\n')) {
    const [, mark = ''] = FENCE.exec(line) ?? [];
    if (fence !== '') {
      lines.push(line);
      if (mark.startsWith(fence) && line.trim() === mark) fence = '';
    } else if (
      mark === '' ||
      (mark.startsWith('`') && line.includes('`', line.indexOf(mark) + mark.length))
    ) {
      prose.push(line);
    } else {
      flush();
      lines.push(line);
      fence = mark;
    }
  }
  flush();
  if (fence !== '') lines.push(fence);
  return lines.join('\n');

  function flush(): void {
    if (prose.length > 0) lines.push(tameHtml(dropHeadings(prose).join('\n')));
    prose = [];
  }
}

function dropHeadings(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const line of lines) {
    const words = readHeading(line);
    const before = kept.at(-1) ?? '';
    if (words !== undefined) kept.push('', `**${words.replaceAll('**', '')}**`, '');
    else if (UNDERLINE.test(line) && before.trim() !== '' && !/^\s*(?:[-+*>|]|\d+[.)])/.test(before))
      kept.splice(-1, 1, '', `**${before.trim().replaceAll('**', '')}**`, '');
    else kept.push(line);
  }
  return kept;
}

/** The words of a line that is a heading. */
function readHeading(line: string): string | undefined {
  const [mark] = HEADING.exec(line) ?? [];
  if (mark === undefined) return undefined;
  const words = line.slice(mark.length).trimEnd();
  let end = words.length;
  while (words[end - 1] === '#') end -= 1;
  const isClosed = end < words.length && /\s/.test(words[end - 1] ?? ' ');
  return (isClosed ? words.slice(0, end) : words).trim() || undefined;
}

/** Characters. Of longer texts nobody looks for the ends of tags: that takes time in the square of their length. */
const LONG = 10_000;

/** HTML stays where each tag has its end. */
function tameHtml(text: string): string {
  if (text.length > LONG) return text.replaceAll('<', '&lt;');
  return !text.includes('<') || isBalanced(text) ? text : escapeTags(text);
}

function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const [match, code, slash, tag = '', rest = ''] of text.matchAll(TAGS)) {
    if (code !== undefined || isAddress(match)) continue;
    const name = tag.toLowerCase();
    if (name === '') return false;
    if (VOID.has(name) || rest.endsWith('/')) continue;
    if (slash !== '/') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

/** `<https://example.com>` is a link of Markdown. */
function isAddress(tag: string): boolean {
  return /^<[a-z][a-z0-9+.-]+:/i.test(tag);
}

function escapeTags(text: string): string {
  return text.replace(TAGS, (match, code: string | undefined) =>
    code !== undefined || isAddress(match) ? match : match.replaceAll('<', '&lt;'),
  );
}

/** The same in one line of a table. Paragraphs and items follow each other. */
export function containLine(markdown: string): string {
  const text = containMarkdown(markdown);
  const blocks = text
    .replace(/^ {0,3}(?:`{3,}|~{3,}).*$/gm, '')
    .split(/\n[ \t]*\n+/)
    .map((block) =>
      block
        .trim()
        .replace(/\n?^[ \t]*[-+*][ \t]+/gm, '<br>• ')
        .replace(/\n?^[ \t]*>[ \t]?/gm, ' ')
        .split('\n')
        .map((line) => line.trim())
        .join(' '),
    )
    .filter((block) => block !== '');
  const line = blocks
    .map((block, at) =>
      at === 0 ? block.replace(/^<br>/, '') : block.startsWith('<br>') ? block : `<br>${block}`,
    )
    .join('');
  return escapeCell(line);
}
