import { findRegion, findRegions } from '../../resolve/index.ts';
import type { MarkdownEdit } from './edits.ts';

/** Edits by which several blank lines become one, rows of tables without a word go, and a drawn icon becomes its label; code stays as it is. */
export function listTidyEdits(markdown: string): readonly MarkdownEdit[] {
  const icons = markdown.includes('<svg') ? findEdits(markdown, ICON, spellIcon) : [];
  const lines = [
    ...findEdits(markdown, BLANK_LINES, () => '\n\n'),
    ...findEdits(markdown, EMPTY_ROW, () => ''),
  ];
  const headings = listHeadingEdits(markdown);
  if (icons.length + lines.length + headings.length === 0) return [];
  const code = findRegions(markdown).filter(({ kind }) => kind === 'code');
  return [
    ...[...icons, ...lines].filter(({ start, end }) => findRegion(code, start, end) === undefined),
    // Words of a heading may be code.
    ...headings.filter(({ start }) => findRegion(code, start) === undefined),
  ];
}

const BLANK_LINES = /\n[ \t]*\n(?:[ \t]*\n)+/g;
/** Below another row; left where a condition stood in a row of its own. Pages go without it too. */
const EMPTY_ROW = /(?<=\|)[ \t]*\n[ \t]*\|(?:[ \t]*\|)+(?=[ \t]*(?:\n|$))/g;
const ICON = /<svg\b[^<>]*>(?:(?!<svg\b)[\s\S]){0,20000}?<\/svg>/g;

function findEdits(
  text: string,
  pattern: RegExp,
  replace: (found: string) => string,
): readonly MarkdownEdit[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    replacement: replace(found),
  }));
}

/** The label is an attribute in HTML, escaped as Markdown may be. */
function spellIcon(icon: string): string {
  const [, label = ''] = /^[^>]*\saria-label="([^"]*)"/.exec(icon) ?? [];
  return label === '' ? '' : `(${label})`;
}

const OPERATION = 'class="rest-operation"';
const HEADING = /^<h([2-6])(?: class="rest-operation")? id="[^"]*">(.*)<\/h\1>$/gm;

/** Headings of an API have ids of their own, and are HTML for that. */
function listHeadingEdits(markdown: string): readonly MarkdownEdit[] {
  if (!markdown.includes(OPERATION)) return [];
  return [...markdown.matchAll(HEADING)].map(({ 0: found, 1: level, 2: words = '', index }) => ({
    start: index,
    end: index + found.length,
    replacement: `${'#'.repeat(Number(level))} ${words.replace(/<\/?span[^<>]*>/g, '').replace(/<code>([^<]*)<\/code>/g, '`$1`')}`,
  }));
}
