/** Parts a text into words, blanks and signs; joined again they are the text. */
export type SplitWords = (text: string) => readonly string[];

/** A character reference; a word, with the dots of a version and the apostrophe in it; blanks; one other character. */
const WORD = /&#?\w+;|[\p{L}\p{M}\p{N}_]+(?:[.'’][\p{L}\p{M}\p{N}_]+)*|\s+|./gsu;

/** Scripts that write words without blanks between them. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

export function createWordSplitter(language: string): SplitWords {
  let segmenter: Intl.Segmenter | undefined;
  return (text) => {
    const words = text.match(WORD) ?? [];
    return UNPARTED.test(text) ? words.flatMap(splitUnparted) : words;
  };

  /** Made when it is needed; only few texts of most languages do. */
  function splitUnparted(word: string): readonly string[] {
    if (!UNPARTED.test(word)) return [word];
    segmenter ??= new Intl.Segmenter(language, { granularity: 'word' });
    return Array.from(segmenter.segment(word), ({ segment }) => segment);
  }
}
