import type { Page } from '../../links/index.ts';
import { locate } from '../../resolve/index.ts';
import type { SourceEdit } from '../types.ts';

/** An edit of a file. */
export interface HeadingMark {
  readonly file: string;
  readonly edit: SourceEdit;
}

/**
 * An empty anchor with an old id, in a paragraph of its own above a heading of a page. Undefined where the heading stands in
 * no file as it is.
 *
 * @param texts of the site by file
 */
export function markHeading(
  { headings, body, resolution }: Page,
  id: string,
  anchor: string,
  texts: ReadonlyMap<string, string>,
): HeadingMark | undefined {
  const at = headings.findIndex((heading) => heading.id === id);
  const heading = body.rendering.headings[at];
  const source = resolution.fields.body;
  if (heading === undefined || source === undefined) return undefined;
  const { place } = locate(source, heading.offset);
  const text = texts.get(place.file);
  const line = text?.split('\n')[place.line - 1];
  if (text === undefined || line === undefined) return undefined;
  const written = line.slice(place.column - 1);
  if (!/^(?:#{1,6}[ \t]|<h[1-6]\b)/i.test(written)) return undefined;
  const lineStart = findLine(text, place.line);
  const before = line.slice(0, place.column - 1);
  const previous =
    text
      .slice(0, Math.max(0, lineStart - 1))
      .split('\n')
      .at(-1) ?? '';
  // A paragraph would take it in.
  const needsBlank = before.trim() === '' && /\S/.test(previous) && !/^(?:---|\{%.*%\})\s*$/.test(previous);
  const indent = before.trim() === '' ? before : '';
  const mark = `<a id="${escapeHtml(anchor)}"></a>\n\n${indent}`;
  const start = lineStart + place.column - 1;
  return { file: place.file, edit: { start, end: start, text: `${needsBlank ? `\n${indent}` : ''}${mark}` } };
}

function findLine(text: string, line: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  return start;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
