import { z } from 'zod';
import { findNearest } from '../../diagnostics/index.ts';
import { UsageError } from '../../usage-error.ts';
import { readListCursor } from '../text/cursor.ts';
import { findCut } from '../text/find-cut.ts';
import { splitMarkdownSections } from '../text/split-markdown-sections.ts';
import { choosePage } from './choose.ts';
import { ANSWERED, CURSOR, defineTool, LANGUAGE, NEXT_CURSOR, PAGE, VERSION } from './tool.ts';

/** Of a text, for one answer. */
const MAX_CHARACTERS = 16_000;

export const readPageTool = defineTool({
  name: 'read_page',
  title: 'Read a page',
  description:
    'Returns a page as Markdown, as readers of one version and language see it. Long pages come in parts: continue with nextCursor, or name a section.',
  input: z.object({
    page: PAGE,
    section: z.string().optional().describe('Only what is below this heading.'),
    version: VERSION,
    language: LANGUAGE,
    cursor: CURSOR,
  }),
  output: z.strictObject({
    ...ANSWERED,
    page: z.string(),
    title: z.string(),
    address: z.string(),
    versions: z.array(z.string()).describe('All versions that have the page.'),
    markdown: z.string(),
    characters: z.number().describe('Of the whole text.'),
    nextCursor: NEXT_CURSOR,
  }),
  async run(library, { page, section, cursor, ...wanted }) {
    const name = await choosePage(library, page, wanted);
    const { path, version, language } = name;
    const found = await library.readPage(name);
    if (found === undefined)
      throw new UsageError(
        `The page '${path || '/'}' is left out because its source has errors. The tool check names them.`,
      );
    const wantsSection = section !== undefined && section.trim() !== '';
    const whole = wantsSection ? cutSection(found.markdown, section, path) : found.markdown;
    const question = { tool: 'read_page', path, section, version: version.name, language };
    const { start, next } = readListCursor(cursor, question, library.stamp);
    const end = findEnd(whole, start);
    const nextCursor = next(end, whole.length);
    const markdown = whole.slice(start, end);
    return {
      answer: {
        version: version.name,
        language,
        page: path,
        title: found.title,
        address: library.formatAddress(name),
        versions: [...(library.articles.get(path) ?? [])].map((each) => each.name),
        markdown,
        characters: whole.length,
        ...(nextCursor !== undefined && { nextCursor }),
      },
      text: markdown,
    };
  },
});

/** The part of a text below a heading, with the headings below that. */
function cutSection(markdown: string, wanted: string, path: string): string {
  const sections = splitMarkdownSections(markdown);
  const words = fold(wanted);
  // Signs alone are no words, and neither has what stands before the first heading a title.
  const at = sections.findIndex(({ title, depth }) => depth > 0 && words !== '' && fold(title) === words);
  const found = sections[at];
  if (found === undefined) {
    const titles = sections.map(({ title }) => title).filter((title) => title !== '');
    const nearest = findNearest(wanted, titles);
    const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
    const list = titles.map((title) => `\n- ${title}`).join('');
    const known = list === '' ? ' It has no headings.' : ` Its headings are:${list}`;
    throw new UsageError(`The page '${path || '/'}' has no section '${wanted}'.${guess}${known}`);
  }
  const end = sections.slice(at + 1).find(({ depth }) => depth <= found.depth)?.start ?? markdown.length;
  return markdown.slice(found.start, end);
}

/** Headings are found by their words, also as they stand in an address. */
function fold(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Between paragraphs where there is a place, and never within a character. */
function findEnd(text: string, start: number): number {
  const most = start + MAX_CHARACTERS;
  if (text.length <= most) return text.length;
  const gap = text.lastIndexOf('\n\n', most);
  if (gap > start + MAX_CHARACTERS / 2) return gap + 2;
  return start + findCut(text.slice(start), MAX_CHARACTERS);
}
