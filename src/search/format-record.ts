import type { SearchRecord } from './types.ts';

/** Cuts a text into words for the index: that of `search-engine.js`, which cuts queries alike. */
export type CutText = (text: string) => readonly string[];

/** A record as Pagefind reads it. */
export interface IndexedRecord {
  readonly html: string;
  /** Number of the first word of each section, as Pagefind counts them. */
  readonly starts: readonly number[];
}

/** How many records there are, and how many of them have a word, in lower case. */
export interface WordCounts {
  readonly records: number;
  readonly having: ReadonlyMap<string, number>;
}

/**
 * How often a word of running text is indexed for one page. Where a page says a thing the tenth time is not worth the
 * bytes that readers load: a third of the index of a large site would be such repetitions.
 */
const MOST_PLACES = 3;

/** Counts in how many records each word stands. */
export function countWords(records: Iterable<SearchRecord>, cutText: CutText): WordCounts {
  const having = new Map<string, number>();
  let count = 0;
  for (const { title, sections } of records) {
    count += 1;
    const texts = [title, ...sections.flatMap((section) => [section.title, section.text])];
    const words = new Set(texts.flatMap(cutText).map(toKey));
    for (const word of words) having.set(word, (having.get(word) ?? 0) + 1);
  }
  return { records: count, having };
}

/**
 * HTML of words instead of sentences: each once in its section. Headings weigh more by their elements. Of `plain` words
 * one place in running text is enough.
 */
export function formatRecord(
  { title, sections }: SearchRecord,
  cutText: CutText,
  plain: ReadonlySet<string>,
): IndexedRecord {
  const places = new Map<string, number>();
  const starts: number[] = [];
  const parts: string[] = [];
  let count = 0;
  const add = (element: string, words: readonly string[]) => {
    if (words.length > 0) parts.push(`<${element}>${words.map(escapeText).join(' ')}</${element}>`);
    count += words.length;
  };
  add('h1', listNew(title, new Set(), cutText));
  for (const { depth, title: heading, text } of sections) {
    const known = new Set<string>();
    starts.push(count);
    add(`h${Math.max(2, depth)}`, listNew(heading, known, cutText));
    add(
      'p',
      listNew(text, known, cutText).filter((word) => {
        const key = toKey(word);
        const place = (places.get(key) ?? 0) + 1;
        places.set(key, place);
        return place <= (plain.has(key) ? 1 : MOST_PLACES);
      }),
    );
  }
  return { html: `<html><body>${parts.join('')}</body></html>`, starts };
}

function listNew(text: string, known: Set<string>, cutText: CutText): readonly string[] {
  return cutText(text).filter((word) => {
    const key = toKey(word);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

function toKey(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
