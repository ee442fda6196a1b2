import type { DiffLine } from '../../changes/index.ts';

/** A line in three: what differs from the line that it stands for or gives way to, and what stands around that. */
export interface MarkedLine {
  readonly kind: DiffLine['kind'];
  readonly before: string;
  /** Empty where there is no such line, or the two have next to nothing in common. */
  readonly words: string;
  readonly after: string;
}

/** Marks the words that differ in lines that went and as many that came in their place. */
export function markWords(lines: readonly DiffLine[], language: string): readonly MarkedLine[] {
  const marked: MarkedLine[] = lines.map(({ kind, text }) => ({ kind, before: text, words: '', after: '' }));
  for (let at = 0; at < lines.length; ) {
    const went = countRun(lines, at, 'removed');
    const came = countRun(lines, at + went, 'added');
    if (went > 0 && went === came) {
      for (let each = at; each < at + went; each += 1) {
        const pair = markPair(lines[each]?.text ?? '', lines[each + went]?.text ?? '', language);
        if (pair !== undefined) [marked[each], marked[each + went]] = pair;
      }
    }
    at += Math.max(went + came, 1);
  }
  return marked;
}

function countRun(lines: readonly DiffLine[], from: number, kind: DiffLine['kind']): number {
  const end = lines.findIndex((line, at) => at >= from && line.kind !== kind);
  return (end === -1 ? lines.length : end) - from;
}

/** What both begin and end with is left unmarked, by whole words. */
function markPair(one: string, other: string, language: string): [MarkedLine, MarkedLine] | undefined {
  const [older, newer] = [splitWords(one, language), splitWords(other, language)];
  const shorter = Math.min(older.length, newer.length);
  let start = 0;
  while (start < shorter && older[start] === newer[start]) start += 1;
  let end = 0;
  while (end < shorter - start && older.at(-1 - end) === newer.at(-1 - end)) end += 1;
  if ((start + end) * 3 < shorter) return undefined;
  const cut = (words: readonly string[], kind: DiffLine['kind']): MarkedLine => ({
    kind,
    before: words.slice(0, start).join(''),
    words: words.slice(start, words.length - end).join(''),
    after: words.slice(words.length - end).join(''),
  });
  return [cut(older, 'removed'), cut(newer, 'added')];
}

/** With the blanks and marks between them; also of languages that write no blanks. */
function splitWords(text: string, language: string): readonly string[] {
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map(
    ({ segment }) => segment,
  );
}
