/** What of a text is compared with others: its words, and pairs of neighbours. */
export type Grams = ReadonlySet<string>;

/** Texts to choose from, with how much it says that two share a word: little where many have it. */
export interface Shelf<T> {
  readonly texts: readonly { readonly of: T; readonly grams: Grams }[];
  readonly weigh: (gram: string) => number;
}

/** The text that is most like another one; none where two are about as much. */
export type Likest<T> =
  | { readonly kind: 'one'; readonly of: T; readonly likeness: number }
  | { readonly kind: 'rivals'; readonly of: readonly [T, T] }
  | { readonly kind: 'none' };

/** Two texts that are so near to each other are alike. */
const MARGIN = 0.08;

/** Words of any script; runs of Chinese and Japanese, which have no blanks, as pairs of characters. */
export function readGrams(text: string): Grams {
  const words = [...text.normalize('NFKC').toLowerCase().matchAll(WORD)].flatMap(([word]) =>
    UNSPACED.test(word) ? listPairs([...word]) : [word],
  );
  return new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)]);
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{N}_]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function listPairs(characters: readonly string[]): readonly string[] {
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

export function createShelf<T>(texts: Shelf<T>['texts']): Shelf<T> {
  const counts = new Map<string, number>();
  for (const { grams } of texts) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return { texts, weigh: (gram) => Math.log(1 + (texts.length + 1) / ((counts.get(gram) ?? 0) + 1)) };
}

/**
 * @param least how much of the old text must be there, from 0 to 1
 * @param isMeant leaves texts of the shelf out
 */
export function findLikest<T>(
  old: Grams,
  { texts, weigh }: Shelf<T>,
  least: number,
  isMeant: (of: T) => boolean = () => true,
): Likest<T> {
  const [first, second] = texts
    .filter(({ of }) => isMeant(of))
    .map(({ of, grams }) => ({ of, likeness: measureLikeness(old, grams, weigh) }))
    .filter(({ likeness }) => likeness >= least)
    .sort((one, other) => other.likeness - one.likeness);
  if (first === undefined) return { kind: 'none' };
  if (second !== undefined && first.likeness - second.likeness < MARGIN)
    return { kind: 'rivals', of: [first.of, second.of] };
  return { kind: 'one', ...first };
}

/** Mostly how much of the old text is there; a little how much else is there, so that a part is less than the whole. */
function measureLikeness(old: Grams, now: Grams, weigh: (gram: string) => number): number {
  const shared = sum([...old].filter((gram) => now.has(gram)));
  if (shared === 0) return 0;
  return 0.8 * (shared / sum(old)) + 0.2 * (shared / sum(now));

  function sum(grams: Iterable<string>): number {
    let total = 0;
    for (const gram of grams) total += weigh(gram);
    return total;
  }
}
