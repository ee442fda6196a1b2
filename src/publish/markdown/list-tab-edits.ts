import type { Rendering } from '../../markdown/index.ts';
import { findRegion, findRegions } from '../../resolve/index.ts';
import type { MarkdownEdit } from './edits.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { unescapeHtml } from './unescape-html.ts';

const DIV = /<div\b(?:"[^"]*"|'[^']*'|[^'"<>])*>|<\/div>/g;
const LABEL = /<div class="codetab"[^<>]* data-label="([^"]*)"/g;

/** Edits by which tabs of code become blocks below each other, each under its label: the one that its rendering gave it. */
export function listTabEdits(
  markdown: string,
  { pieces }: Pick<Rendering, 'pieces'>,
): readonly MarkdownEdit[] {
  if (!markdown.includes('<div class="codetab')) return [];
  const labels = [...pieces.join('').matchAll(LABEL)].map(([, label = '']) => unescapeHtml(label));
  const code = findRegions(markdown).filter(({ kind }) => kind === 'code');
  const edits: MarkdownEdit[] = [];
  const open: boolean[] = [];
  for (const { 0: tag, index } of markdown.matchAll(DIV)) {
    if (findRegion(code, index) !== undefined) continue;
    const isEnd = tag === '</div>';
    const isOurs = isEnd ? open.pop() === true : /^<div class="codetabs?"/.test(tag);
    if (!isEnd) open.push(isOurs);
    if (!isOurs) continue;
    const label = tag.startsWith('<div class="codetab"') ? labels.shift() : undefined;
    edits.push(
      label === undefined
        ? removeLine(markdown, index, index + tag.length)
        : { start: index, end: index + tag.length, replacement: `**${escapeMarkdown(label)}**` },
    );
  }
  return edits;
}

const TAG = /<(div|span)\b(?:"[^"]*"|'[^']*'|[^'"<>])*>|<\/(div|span)>/g;

/** Edits by which elements go that only name the language of a description of an API. */
export function listLanguageEdits(markdown: string): readonly MarkdownEdit[] {
  if (!markdown.includes(' class="rest-text" ')) return [];
  const code = findRegions(markdown).filter(({ kind }) => kind === 'code');
  const edits: MarkdownEdit[] = [];
  const open = { div: [] as boolean[], span: [] as boolean[] };
  for (const { 0: tag, 1: begun, 2: ended, index } of markdown.matchAll(TAG)) {
    if (findRegion(code, index) !== undefined) continue;
    const kind = (begun ?? ended) === 'div' ? 'div' : 'span';
    const isOurs = begun === undefined ? open[kind].pop() === true : / class="rest-text" /.test(tag);
    if (begun !== undefined) open[kind].push(isOurs);
    if (!isOurs) continue;
    const end = index + tag.length;
    edits.push(kind === 'div' ? removeLine(markdown, index, end) : { start: index, end, replacement: '' });
  }
  return edits;
}

/** Without the line, where nothing else stands on it, and the blank lines behind it. */
function removeLine(text: string, begin: number, end: number): MarkdownEdit {
  const start = text.lastIndexOf('\n', begin - 1) + 1;
  const rest = /^[ \t]*\n(?:[ \t]*\n)*/.exec(text.slice(end, end + 400))?.[0];
  const isAlone = rest !== undefined && text.slice(start, begin).trim() === '';
  return isAlone
    ? { start, end: end + rest.length, replacement: '' }
    : { start: begin, end, replacement: '' };
}
