import type { Edit } from '../tidy/apply-edits.ts';
import { findTags, type WrittenTag } from './find-tags.ts';
import type { Repair } from './types.ts';

/**
 * Line breaks lost beside a tag that stands alone on its line in the original, and between a tag and the heading,
 * list, fence or table that begins the line after it there.
 */
export const lineBreaks: Repair = {
  kind: 'line-breaks',
  findEdits(text, original) {
    const tags = findTags(text);
    const model = findTags(original.text).map((tag) => describeTag(original.text, tag));
    if (tags.length === 0 || model.every(({ after }) => after === undefined)) return [];
    const isPaired =
      model.length === tags.length && tags.every((tag, at) => model[at]?.key === formatKey(tag));
    return tags.flatMap((tag, at): readonly Edit[] => {
      const like = isPaired ? model.slice(at, at + 1) : model.filter(({ key }) => key === formatKey(tag));
      return repairSides(text, tag, like);
    });
  },
};

/** How a tag of the original stands in its line. */
interface Stand {
  readonly key: string;
  /** White space after it, where a line break is in it, or nothing more follows. */
  readonly after: string | undefined;
  /** White space before it, where it stands alone on its line. */
  readonly before: string | undefined;
  /** Whether a heading, list, fence or table follows in the next line. */
  readonly leadsBlock: boolean;
}

const MARKER = /^(?:#{1,6} |[-*+] |\d{1,9}[.)] |```|~~~|\||>)/;

function formatKey({ name, args }: WrittenTag): string {
  return `${name} ${args.replace(/\s+/g, ' ')}`.trim();
}

function describeTag(text: string, tag: WrittenTag): Stand {
  const after = /^[ \t]*(?:\n\s*|$)/.exec(text.slice(tag.end))?.[0];
  const before = findLead(text, tag.start).trim() === '' ? findBlanksBefore(text, tag.start) : undefined;
  const leadsBlock = after !== undefined && MARKER.test(text.slice(tag.end + after.length));
  return { key: formatKey(tag), after, before, leadsBlock };
}

function repairSides(text: string, tag: WrittenTag, like: readonly Stand[]): readonly Edit[] {
  const [first] = like;
  if (first === undefined) return [];
  const isAlone = like.every(({ before, after }) => before !== undefined && after !== undefined);
  const leadsBlock = like.every((stand) => stand.leadsBlock);
  const edits: Edit[] = [];
  const lead = findLead(text, tag.start);
  if (isAlone && first.before?.includes('\n') && /[^\s>]/.test(lead) && !lead.trimEnd().endsWith('%}'))
    edits.push({
      start: tag.start - findBlanksBefore(lead, lead.length).length,
      end: tag.start,
      replacement: first.before,
    });
  const rest = /^[ \t]*(?=\S)/.exec(text.slice(tag.end))?.[0];
  const isGlued =
    rest !== undefined && (isAlone || (leadsBlock && MARKER.test(text.slice(tag.end + rest.length))));
  if (isGlued && first.after?.includes('\n'))
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
