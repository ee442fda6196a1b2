/** Parts of character classes: characters as wide as two Latin ones, which no blanks part in text. Korean has blanks. */

const LETTERS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Yi}ー\\uff66-\\uff9f';
/** Punctuation and signs of these scripts, and whatever else has a full-width form. */
const MARKS =
  '\\u3001-\\u3004\\u3008-\\u3020\\u3030-\\u3037\\u303d-\\u303f\\u30a0\\u30fb\\ufe10-\\ufe6f\\uff01-\\uff65\\uffe0-\\uffe6';

/** A letter or a mark. */
export const WIDE = new RegExp(`[${LETTERS}${MARKS}]`, 'u');
/** A mark alone: punctuation, brackets, full-width forms of Latin letters. */
export const WIDE_MARK = new RegExp(`[${MARKS}]`, 'u');
