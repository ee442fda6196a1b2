import type { SearchRecord } from './types.ts';

/** Cuts a text into words for the index: that of `search-engine.js`, which cuts queries alike. */
export type CutText = (text: string) => readonly string[];

/** A record as Pagefind reads it. */
export interface FormattedRecord {
  readonly html: string;
  /** Number of the first word of each section, as Pagefind counts them. */
  readonly starts: readonly number[];
}

/**
 * How often a word of running text is indexed for one page. Where a page says a thing the third time is not worth the
 * bytes that readers load: a third of the index of a large site would be such repetitions.
 */
const MOST_PLACES = 2;

/** A record cut into words, which are counted first and then written. */
export interface CutRecord extends Pick<SearchRecord, 'sections'> {
  readonly titleWords: readonly string[];
  readonly headings: readonly (readonly string[])[];
  readonly texts: readonly (readonly string[])[];
}

export function cutRecord({ title, sections }: SearchRecord, cutText: CutText): CutRecord {
  return {
    sections,
    titleWords: cutText(title),
    headings: sections.map((section) => cutText(section.title)),
    texts: sections.map(({ text }) => cutText(text)),
  };
}

/** The words of a record as they are written but for letter case and marks around them, each once, with blanks between. */
export function listWritten({ titleWords, headings, texts }: CutRecord, nameWord: NameWord): string {
  const words = new Set<string>();
  for (const list of [titleWords, ...headings, ...texts]) for (const word of list) words.add(nameWord(word));
  words.delete('');
  return [...words].join(' ');
}

/** HTML of words instead of sentences: each once in its section. Headings weigh more by their elements. */
export function formatRecord(
  { titleWords, sections, headings, texts }: CutRecord,
  nameWord: NameWord,
): FormattedRecord {
  const places = new Map<string, number>();
  const starts: number[] = [];
  const parts: string[] = [];
  let count = 0;
  const add = (element: string, words: readonly string[]) => {
    if (words.length > 0) parts.push(`<${element}>${words.map(escapeText).join(' ')}</${element}>`);
    count += words.length;
  };
  add('h1', listNew(titleWords, new Set(), nameWord));
  for (const [at, { depth }] of sections.entries()) {
    const known = new Set<string>();
    starts.push(count);
    add(`h${Math.max(2, depth)}`, listNew(headings[at] ?? [], known, nameWord));
    add(
      'p',
      listNew(texts[at] ?? [], known, nameWord).filter((word) => {
        const key = nameWord(word);
        const place = (places.get(key) ?? 0) + 1;
        places.set(key, place);
        return place <= MOST_PLACES;
      }),
    );
  }
  return { html: `<html><body>${parts.join('')}</body></html>`, starts };
}

function listNew(words: readonly string[], known: Set<string>, nameWord: NameWord): readonly string[] {
  return words.filter((word) => {
    const key = nameWord(word);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

/** What two words have in common that differ in letter case and in marks around them. */
export type NameWord = (word: string) => string;

/** Texts have few words, each many times. */
export function createWordNamer(): NameWord {
  const names = new Map<string, string>();
  return (word) => {
    const known = names.get(word);
    if (known !== undefined) return known;
    const name = word.toLowerCase().replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
    names.set(word, name);
    return name;
  };
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
