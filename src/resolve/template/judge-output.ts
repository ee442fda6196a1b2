import type { TemplateFault } from './faults.ts';
import { ignoredWords, missingFilter, tagAsOutput } from './misuse.ts';

const OPERATORS = /^(?:==|!=|<=?|>=?|contains|and|or|not|ver_gt|ver_lt)$/;

/** What is wrong with an output that can be read. `content` stands between its braces. */
export function judgeOutput(
  content: string,
  begin: number,
  isTag: (name: string) => boolean,
): readonly TemplateFault[] {
  const words = content.replace(/^-|-$/g, '').trim();
  if (words.endsWith('|')) return [missingFilter(begin)];
  const [, first = '', second] = /^([\w.-]+)\s+([^\s|:]+)/.exec(words) ?? [];
  if (second === undefined || OPERATORS.test(second)) return [];
  if (isTag(first)) return [tagAsOutput(begin, words)];
  const rest = words
    .slice(first.length)
    .trim()
    .replace(/(?<!\s)\s*\|.*$/s, '');
  return [ignoredWords(begin, first, rest)];
}
