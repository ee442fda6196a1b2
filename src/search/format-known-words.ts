import { packFile } from './pack.ts';

/** Of a word that fewer texts have nobody knows whether it is a mistake itself. */
const LEAST = 2;
/** Letters of a word in which a reader's mistake can be told from another word. Hiragana and pairs of characters are no words. */
const WORD = /^(?:(?![\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}])\p{L}){4,}$/u;

/**
 * What words there are, for queries with mistakes: lists of words with blanks between, each of those that twice as many texts
 * have as the words of the list before.
 */
export function formatKnownWords(counts: ReadonlyMap<string, number>): Uint8Array {
  const lists: string[][] = [];
  for (const [word, count] of counts) {
    if (count < LEAST || !WORD.test(word)) continue;
    const list = Math.floor(Math.log2(count)) - 1;
    while (lists.length <= list) lists.push([]);
    lists[list]?.push(word);
  }
  return packFile(JSON.stringify(lists.map((list) => list.sort().join(' '))));
}
