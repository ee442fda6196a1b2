import { packFile } from './pack.ts';
import type { SearchRecord } from './types.ts';

/** Characters of text that a result can show of an article, shared by its sections. */
const LENGTH = 2600;
const LEAST = 60;
const MOST = 1000;

/**
 * What a reader's browser loads to show an article as a result. Long sections are cut: only a stretch of them is shown.
 * `starts` are the numbers of their first words in the index.
 */
export function formatArticle(
  { address, title, trail, sections }: SearchRecord,
  starts: readonly number[],
): Buffer {
  const length = Math.min(MOST, Math.max(LEAST, Math.floor(LENGTH / sections.length)));
  const article = {
    address,
    title,
    trail,
    sections: sections.map((section, at) => [
      section.id,
      section.title,
      cut(section.text, length),
      starts[at] ?? 0,
    ]),
  };
  return packFile(JSON.stringify(article));
}

/** Never between the halves of a character, and at a blank where one is near. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const stretch = text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  return `${stretch.replace(/\s\S{0,20}$/, '')} …`;
}
