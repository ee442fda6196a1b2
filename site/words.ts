import { findLanguageKey } from '../src/config/index.ts';
import { ARABIC } from './words/ar.ts';
import { GERMAN } from './words/de.ts';
import { ENGLISH } from './words/en.ts';
import { SPANISH } from './words/es.ts';
import { FRENCH } from './words/fr.ts';
import { JAPANESE } from './words/ja.ts';
import { KOREAN } from './words/ko.ts';
import { BRAZILIAN } from './words/pt-BR.ts';
import { RUSSIAN } from './words/ru.ts';
import type { Counted, Words } from './words/types.ts';
import { CHINESE } from './words/zh-Hans.ts';

export type { Counted, Words } from './words/types.ts';

/** By the code of the language. A new one has a file of its own, which the compiler holds to be complete. */
const WORDS: Readonly<Record<string, Words>> = {
  ar: ARABIC,
  de: GERMAN,
  en: ENGLISH,
  es: SPANISH,
  fr: FRENCH,
  ja: JAPANESE,
  ko: KOREAN,
  'pt-BR': BRAZILIAN,
  ru: RUSSIAN,
  'zh-Hans': CHINESE,
};

/** The built-in words of a language, English where there are none. */
export function findWords(language: string): Words {
  return WORDS[findLanguageKey(language, WORDS) ?? ''] ?? ENGLISH;
}

/** Words with those in their place that `ui` (the site's `data/ui.yml`) has under `words`. */
export function replaceWords(words: Words, ui: unknown): Words {
  const own = isMap(ui) && isMap(ui.words) ? ui.words : {};
  return Object.fromEntries(
    Object.entries(words).map(([name, word]) => [name, replaceWord(word, own[name])]),
  ) as unknown as Words;
}

/** Only a sentence that counts may have a form for each kind of number. */
function replaceWord(word: Counted, own: unknown): Counted {
  if (typeof own === 'string') return own;
  return COUNTED.has(word) && isMap(own) && typeof own.other === 'string' ? (own as Counted) : word;
}

const COUNTED: ReadonlySet<Counted> = new Set(
  Object.values(WORDS).flatMap(({ searchCount, countChanged, countMoved, countAdded, countRemoved }) => [
    ...[searchCount, countChanged, countMoved, countAdded, countRemoved],
  ]),
);

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Puts names into a sentence: `formatWords('Opens {title}', { title })`. */
export function formatWords(sentence: string, names: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (mark, name: string) => names[name] ?? mark);
}

/** Puts a number into a sentence that counts, in the form that the language has for it. */
export function formatCounted(sentence: Counted, count: number, language: string): string {
  const form =
    typeof sentence === 'string'
      ? sentence
      : (sentence[new Intl.PluralRules(language).select(count)] ?? sentence.other);
  return formatWords(form, { count: String(count) });
}
