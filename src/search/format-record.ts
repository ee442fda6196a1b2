import type { SearchRecord } from './types.ts';

/** Cuts a text into words for the index: that of `search-engine.js`, which cuts queries alike. */
export type CutText = (text: string) => readonly string[];

/** A record as Pagefind reads it. */
export interface IndexedRecord {
  readonly html: string;
  /** Number of the first word of each section, as Pagefind counts them. */
  readonly starts: readonly number[];
  /** Different words of the page, in lower case. */
  readonly words: ReadonlySet<string>;
}

/**
 * How often a word of running text is indexed for one page. Where a page says a thing the tenth time is not worth the
 * bytes that readers load: a third of the index of a large site would be such repetitions.
 */
const MOST_PLACES = 3;

/** HTML of words instead of sentences: each once in its section. Headings weigh more by their elements. */
export function formatRecord({ title, sections }: SearchRecord, cutText: CutText): IndexedRecord {
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
        const place = (places.get(toKey(word)) ?? 0) + 1;
        places.set(toKey(word), place);
        return place <= MOST_PLACES;
      }),
    );
  }
  return { html: `<html><body>${parts.join('')}</body></html>`, starts, words: new Set(places.keys()) };
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
