import type { Paragraph } from 'mdast';
import { visit } from '../visit.ts';
import type { Lint } from './types.ts';

/** Lines of a paragraph that look like steps, items or headings, and dashes that make a heading of the text above them. */
export const lintMarks: Lint = (tree, { markdown, problems }) => {
  visit(tree, 'paragraph', (paragraph) => {
    const { start, end } = paragraph.position ?? {};
    if (!LIKE_MARK.test(markdown.slice(start?.offset ?? 0, end?.offset))) return;
    const lines = listLines(paragraph, markdown);
    const found = findStep(lines) ?? findTightItem(lines) ?? findTightHeading(lines);
    if (found === undefined) return;
    const { line, hint } = found;
    problems.push({
      code: 'markdown/loose-mark',
      severity: 'warning',
      message: `The line '${shorten(line.text)}' looks like ${found.what}, and readers see it as part of the text.`,
      hint,
      offset: line.offset,
      end: line.offset + line.text.length,
    });
  });
  visit(tree, 'heading', ({ depth, position }) => {
    const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    const lines = markdown.slice(start, end).split('\n');
    const text = lines.slice(0, -1).join(' ').trim();
    if (depth !== 2 || lines.length < 2 || !isSentence(text, lines.length)) return;
    problems.push({
      code: 'markdown/dash-heading',
      severity: 'warning',
      message: `The dashes below it turn '${shorten(text)}' into a heading.`,
      hint: 'Put a blank line before the dashes for a rule, or write ## before a heading.',
      offset: start,
      end,
    });
  });
};

/** Some line begins as one that is looked for does. */
const LIKE_MARK = /^[\s>]*(?:\d{1,3}[.)]|-\p{L}|##)/mu;

interface Line {
  readonly text: string;
  readonly offset: number;
}

interface Slip {
  readonly line: Line;
  readonly what: string;
  readonly hint: string;
}

/** Without what a quotation or an item puts before them. */
function listLines({ position }: Paragraph, markdown: string): readonly Line[] {
  let offset = position?.start.offset ?? 0;
  return markdown
    .slice(offset, position?.end.offset)
    .split('\n')
    .map((line) => {
      const text = line.replace(/^[\s>]+/, '');
      const at = offset + line.length - text.length;
      offset += line.length + 1;
      return { text: text.trimEnd(), offset: at };
    });
}

/** A number other than 1 begins no list right below a text. Two in a row are no number that a line happened to begin with. */
function findStep(lines: readonly Line[]): Slip | undefined {
  const at = lines.findIndex(({ text }, index) => {
    const [number, next] = [text, lines[index + 1]?.text ?? ''].map(
      (each) => /^(\d{1,3})[.)]\s+\S/.exec(each)?.[1],
    );
    return index > 0 && number !== undefined && next !== undefined && Number(next) === Number(number) + 1;
  });
  const line = lines[at];
  return line && { line, what: 'a step', hint: 'Put a blank line before the first step.' };
}

/** No blank behind the mark. Several in a row are no negative number, and no sign that a line happened to begin with. */
function findTightItem(lines: readonly Line[]): Slip | undefined {
  const isTight = (text = '') => /^(?:-\p{L}|\d{1,2}\.\p{Lu})/u.test(text);
  const at = lines.findIndex(({ text }, index) => isTight(text) && isTight(lines[index + 1]?.text));
  const line = lines[at];
  return line && { line, what: 'an item', hint: 'Put a space after the mark.' };
}

/** One such mark may be a tag of social media, or the number of an issue. */
function findTightHeading(lines: readonly Line[]): Slip | undefined {
  const line = lines.find(({ text }) => /^#{2,6}[\p{L}\p{N}*`]/u.test(text));
  return (
    line && { line, what: 'a heading', hint: 'Put a space after the marks, and a blank line before them.' }
  );
}

/** What nobody writes as a heading. */
function isSentence(text: string, lines: number): boolean {
  return lines > 2 || /[.!。！]["'”’)*_]*$/.test(text) || text.length > 100;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
