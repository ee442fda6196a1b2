import { type CutText, createWordNamer, loadCutter } from '../../search/index.ts';
import { findCut } from './find-cut.ts';
import { type MarkdownSection, splitMarkdownSections, toPlain } from './split-markdown-sections.ts';

/** A text to be found. */
export interface SearchedText {
  readonly title: string;
  readonly markdown: string;
}

export interface SearchHit<Text extends SearchedText> {
  readonly text: Text;
  /** Looks for the best section, which takes longer than finding the text. */
  show(): ShownSection;
}

interface ShownSection {
  /** Its heading; empty where it has none. */
  readonly section: string;
  readonly excerpt: string;
}

/** Finds texts by words, the best first. */
export type SearchTexts<Text extends SearchedText> = (query: string) => readonly SearchHit<Text>[];

/** How much a word counts where it stands. */
const WEIGHTS = { title: 6, heading: 3, text: 1 };

interface Indexed<Text> {
  readonly text: Text;
  /** How often each word stands there, by weight. */
  readonly words: ReadonlyMap<string, number>;
  readonly length: number;
}

/** Cuts texts into words as the search of a published site does, so that Japanese is found by any part of its words. */
export async function createSearch<Text extends SearchedText>(
  texts: readonly Text[],
): Promise<SearchTexts<Text>> {
  const cut = createCutter((await loadCutter()).cutText);
  const indexed = texts.map((text) => indexText(text, cut));
  const holders = new Map<string, Indexed<Text>[]>();
  for (const each of indexed)
    for (const word of each.words.keys()) {
      const list = holders.get(word);
      if (list === undefined) holders.set(word, [each]);
      else list.push(each);
    }
  const mean = indexed.reduce((sum, { length }) => sum + length, 0) / Math.max(1, indexed.length);
  return (query) => {
    const terms = [...new Set(cut(query))];
    const scores = new Map<Indexed<Text>, { score: number; terms: number }>();
    for (const term of terms) {
      const having = holders.get(term) ?? [];
      const rarity = Math.log(1 + (indexed.length - having.length + 0.5) / (having.length + 0.5));
      for (const each of having) {
        const often = each.words.get(term) ?? 0;
        const known = scores.get(each) ?? { score: 0, terms: 0 };
        known.score += (rarity * often * 2.2) / (often + 1.2 * (0.25 + (0.75 * each.length) / mean));
        known.terms += 1;
        scores.set(each, known);
      }
    }
    return [...scores]
      .sort(([, a], [, b]) => b.terms - a.terms || b.score - a.score)
      .map(([{ text }]) => ({ text, show: () => showText(text, terms, cut) }));
  };
}

function createCutter(cutText: CutText): (text: string) => readonly string[] {
  const name = createWordNamer();
  return (text) =>
    cutText(text)
      .map((word) => stem(name(word)))
      .filter((word) => word !== '');
}

/** English words in one of their forms. Others stay as they are. */
function stem(word: string): string {
  if (!/^[a-z]{5,}$/.test(word)) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(?:(?<=[a-z]{4})ing|(?<=[a-z]{4})ed|(?<=[sxz]|ch|sh)es|(?<![su])s)$/, '')
    .replace(/(?<=[a-z]{4})e$/, '');
}

function indexText<Text extends SearchedText>(
  text: Text,
  cut: (text: string) => readonly string[],
): Indexed<Text> {
  const words = new Map<string, number>();
  let length = 0;
  const add = (part: string, weight: number) => {
    for (const word of cut(part)) {
      words.set(word, (words.get(word) ?? 0) + weight);
      length += 1;
    }
  };
  add(text.title, WEIGHTS.title);
  for (const section of splitMarkdownSections(text.markdown)) {
    add(section.title, section.depth === 1 ? 0 : WEIGHTS.heading);
    add(toPlain(text.markdown.slice(section.start, section.end)), WEIGHTS.text);
  }
  return { text, words, length };
}

/** Around the first words that were asked for, in characters. */
const BEFORE = 80;
const EXCERPT = 240;

/** The section that has most of the words, and what it says around the first of them. */
function showText(
  { markdown }: SearchedText,
  terms: readonly string[],
  cut: (text: string) => readonly string[],
): ShownSection {
  const wanted = new Set(terms);
  const rate = (section: MarkdownSection) =>
    new Set(cut(markdown.slice(section.start, section.end)).filter((word) => wanted.has(word))).size;
  const [first, ...others] = splitMarkdownSections(markdown);
  if (first === undefined) return { section: '', excerpt: '' };
  let best = { section: first, rate: rate(first) };
  for (const section of others) {
    const found = rate(section);
    if (found > best.rate) best = { section, rate: found };
  }
  const { title, start, end, depth } = best.section;
  const body = toPlain(markdown.slice(start, end).replace(/^ {0,3}#.*\n?/, ''));
  const lower = body.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0);
  const from = Math.max(0, Math.min(...places, body.length) - BEFORE);
  const begin = from === 0 || places.length === 0 ? 0 : body.indexOf(' ', from) + 1 || findCut(body, from);
  const excerpt = body.slice(begin, begin + findCut(body.slice(begin), EXCERPT));
  return {
    section: depth > 1 ? title : '',
    excerpt: `${begin > 0 ? '… ' : ''}${excerpt}${begin + EXCERPT < body.length ? ' …' : ''}`,
  };
}
