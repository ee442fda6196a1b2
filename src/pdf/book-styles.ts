import type { SiteView } from '../../site/view.ts';
import type { Section } from './list-book-sections.ts';
import type { Paper } from './types.ts';

/** What stands at the edges of sheets. */
export interface BookNames {
  readonly site: string;
  readonly version: string;
  /** Of the page where the book begins; undefined for a whole version. */
  readonly title: string | undefined;
}

const PAPERS: Readonly<Record<Paper, { readonly name: string; readonly width: number }>> = {
  a4: { name: 'A4', width: 210 },
  letter: { name: 'letter', width: 215.9 },
};
/** Beside the text, in millimetres, as are the widths of papers. */
const MARGIN = 18;

/** In CSS pixels. */
export function findTextWidth(paper: Paper): number {
  return Math.floor(((PAPERS[paper].width - 2 * MARGIN) * 96) / 25.4);
}

const EDGE = 'font: 8pt system-ui, sans-serif; color: #59636e';

/**
 * The rules for sheets and for what only a book has. Site and version stand at the top of each sheet, the product and the number
 * of the sheet at the bottom. Margin boxes of CSS: unlike the header of Chromium's own, they can name the product.
 */
export function createBookStyles(
  { site, version, title }: BookNames,
  sections: readonly Section[],
  paper: Paper,
  { languages }: Pick<SiteView, 'languages'>,
): string {
  const isRightToLeft = languages.some(({ code, direction }) => {
    return direction === 'rtl' && code === sections[0]?.page.language;
  });
  const [start, end] = isRightToLeft ? ['right', 'left'] : ['left', 'right'];
  const parts = sections.filter(({ level, part }) => level === 1 && part === undefined);
  return `@page {
  size: ${PAPERS[paper].name};
  margin: 22mm ${MARGIN}mm 20mm;
  @top-${start} { content: ${quote(site)}; ${EDGE}; }
  @top-${end} { content: ${quote(version)}; ${EDGE}; }
  @bottom-${start} { content: ${quote(title ?? '')}; ${EDGE}; }
  @bottom-${end} { content: counter(page) " / " counter(pages); ${EDGE}; }
}
@page cover {
  @top-${start} { content: none; }
  @top-${end} { content: none; }
  @bottom-${start} { content: none; }
  @bottom-${end} { content: none; }
}
${parts.map(({ id, page }) => `@page part-${id} { @bottom-${start} { content: ${quote(page.shortTitle)}; } }\n[data-part="${id}"] { page: part-${id}; }`).join('\n')}
${STYLES}`;
}

/** As a string of CSS, in which a title ends neither the string nor the style sheet. */
function quote(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}

const STYLES = `
.book { display: block; margin: 0; }
.book-cover { page: cover; padding-top: 75mm; break-after: page; }
.book-cover p { margin: 0 0 4mm; max-width: none; }
.book-title { font-size: 32pt; font-weight: 700; line-height: 1.2; text-wrap: balance; word-break: auto-phrase; }
.book-site { font-size: 18pt; }
.book-version { font-size: 18pt; color: var(--text-faint); }
.book-note { font-size: 11pt; color: var(--text-faint); }
.book-contents ol { margin: 0; padding: 0; list-style: none; }
.book-contents li { margin: 0; break-inside: avoid; }
.book-contents li a { display: flex; gap: 4mm; justify-content: space-between; padding-block: 0.6mm; color: inherit; text-decoration: none; }
.book-contents li[data-level="1"] { margin-top: 3mm; font-weight: 600; break-after: avoid; }
.book-contents li[data-level="2"] { padding-inline-start: 6mm; }
.book-contents li[data-level="3"] { padding-inline-start: 12mm; }
.book-contents li[data-level="4"] { padding-inline-start: 18mm; }
.book-contents li[data-level="5"] { padding-inline-start: 24mm; }
.book-number { flex: none; min-width: 5ch; text-align: end; font-variant-numeric: tabular-nums; }
.book main { display: block; }
.book section { margin: 0 0 8mm; }
.book-opening { break-before: page; }
.book section > article { max-width: none; }
.book section img { max-height: 200mm; object-fit: contain; }
`;
