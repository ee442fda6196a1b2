import type { Edit } from '../tidy/apply-edits.ts';
import { findTags, type WrittenTag } from './find-tags.ts';
import type { Repair } from './types.ts';

/**
 * A blank beside a tag in the place of the line break that the original has there: beside a tag that stands alone on
 * its line, and between a tag and the heading, list, fence or table that begins the line after it. Words right beside a
 * tag are the translator's own, and so is a blank where the original has one beside that tag anywhere.
 */
export const lineBreaks: Repair = {
  kind: 'line-breaks',
  shapesBlocks: true,
  findEdits(text, original) {
    const originalTags = findTags(original.text);
    const model = originalTags.map((tag) => describeTag(original.text, tag));
    if (model.every(({ after, before }) => after === undefined && before === undefined)) return [];
    const tags = findTags(text);
    const keys = tags.map(formatKey);
    const isPaired = model.length === tags.length && keys.every((key, at) => model[at]?.key === key);
    return tags.flatMap((tag, at): readonly Edit[] => {
      if (!isParted(text, tag)) return [];
      const alike = model.filter(({ key }) => key === keys[at]);
      return repairSides(text, tag, alike, isPaired ? model.slice(at, at + 1) : alike);
    });
  },
};

/** How a tag of the original stands in its line. */
interface Stand {
  readonly key: string;
  /** White space after it, where a line break is in it, or nothing more follows. */
  readonly after: string | undefined;
  /** White space before it, where nothing else stands before it on its line. */
  readonly before: string | undefined;
  /** Whether a blank parts it from words of its line, on either side. */
  readonly isParted: { readonly after: boolean; readonly before: boolean };
  /** Whether a heading, list, fence or table follows in the next line. */
  readonly leadsBlock: boolean;
}

const MARKER = /^(?:#{1,6} |[-*+] |\d{1,9}[.)] |```|~~~|\||>)/;

/** Most tags have no blank beside them. */
function isParted(text: string, { start, end }: WrittenTag): boolean {
  return /[ \t\u3000]/.test(text.charAt(end)) || /[ \t]/.test(text.charAt(start - 1));
}

function formatKey({ name, args }: WrittenTag): string {
  return `${name} ${args.replace(/\s+/g, ' ')}`.trim();
}

function describeTag(text: string, tag: WrittenTag): Stand {
  const rest = text.slice(tag.end);
  const after = /^[ \t]*(?:\n\s*|$)/.exec(rest)?.[0];
  const lead = findLead(text, tag.start);
  const before = lead.trim() === '' ? findBlanksBefore(text, tag.start) : undefined;
  const leadsBlock = after !== undefined && MARKER.test(rest.slice(after.length));
  const isParted = { after: /^[ \t]+\S/.test(rest), before: /\S[ \t]+$/.test(lead) };
  return { key: formatKey(tag), after, before, isParted, leadsBlock };
}

/**
 * @param alike all tags of the original that are written so
 * @param like those of them that may be this one
 */
function repairSides(
  text: string,
  tag: WrittenTag,
  alike: readonly Stand[],
  like: readonly Stand[],
): readonly Edit[] {
  const [first] = like;
  if (first === undefined) return [];
  const isAlone = like.every(({ before, after }) => before !== undefined && after !== undefined);
  const leadsBlock = like.every((stand) => stand.leadsBlock);
  const edits: Edit[] = [];
  const lead = findLead(text, tag.start);
  const gap = findBlanksBefore(lead, lead.length);
  const isAfterWords = gap !== '' && /[^\s>]/.test(lead) && !lead.trimEnd().endsWith('%}');
  const mayBreak = isAlone && !alike.some(({ isParted }) => isParted.before);
  if (isAfterWords && mayBreak && first.before?.includes('\n'))
    edits.push({ start: tag.start - gap.length, end: tag.start, replacement: first.before });
  const rest = /^[ \t\u3000]+(?=\S)/.exec(text.slice(tag.end, tag.end + 1000))?.[0];
  if (rest === undefined || alike.some(({ isParted }) => isParted.after)) return edits;
  const isBlock = leadsBlock && MARKER.test(text.slice(tag.end + rest.length, tag.end + rest.length + 20));
  if ((isAlone || isBlock) && first.after?.includes('\n'))
    edits.push({ start: tag.end, end: tag.end + rest.length, replacement: first.after });
  return edits;
}

/** What stands before an offset on its line. */
function findLead(text: string, offset: number): string {
  return text.slice(offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function findBlanksBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, offset);
}
