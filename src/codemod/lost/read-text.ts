import type { Page } from '../../links/index.ts';
import { joinPieces } from '../../markdown/index.ts';

/** What a reader reads of a page, without marks. */
export interface PageText {
  /** Title, intro and body. */
  readonly text: string;
  readonly sections: readonly SectionText[];
}

/** A heading, with all up to the next one of its level. */
export interface SectionText {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export function readPageText({ title, intro, body }: Page): PageText {
  const [lead, html] = [intro, body].map((each) => (each ? joinPieces(each.rendering, each.fills) : ''));
  return readHtmlText(title, lead ?? '', html ?? '');
}

/** @param title plain; the others are HTML */
export function readHtmlText(title: string, intro: string, body: string): PageText {
  const heads = [...body.matchAll(HEADING)];
  const sections = heads.map(({ 1: depth = '', 2: attributes = '', 3: inner = '', index }, at) => {
    const next = heads.slice(at + 1).find(([, other = '']) => Number(other) <= Number(depth));
    return {
      id: unescapeHtml(/\bid="([^"]*)"/.exec(attributes)?.[1] ?? ''),
      // Its link to itself is no word.
      title: strip(inner).replace(/ #$/, ''),
      text: strip(body.slice(index, next?.index)),
    };
  });
  return { text: [title, strip(intro), strip(body)].join('\n'), sections };
}

const HEADING = /<h([1-6])\b([^>]*)>([\s\S]*?)<\/h\1>/g;

function strip(html: string): string {
  return unescapeHtml(html.replace(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
