/** What a text is read as from left to right, as far as it bears on what code is. */
const TOKENS: readonly RegExp[] = [
  /\\./,
  // Tags that hold no marks of code.
  /<[^<>`\n]*>/,
  // Code within its line.
  /(?<!`)(?<mark>`+)(?!`)(?<code>.*?)(?<!`)\k<mark>(?!`)/,
  // What may go on who knows how far, and may take marks of code with it: other code, other tags, addresses of links,
  // bare addresses.
  /(?<unsure>`|<(?=[a-z/!?])|\]\((?:(?!\]\()[^)`\n])*[`(]|(?:https?:|www\.)(?:(?!https?:|www\.)[^\s<`])*`)/,
];
const TOKEN = new RegExp(TOKENS.map(({ source }) => source).join('|'), 'gi');

/** A text with nothing in its code, as far as that surely is code; as it is where that is not sure. */
export function hideCode(text: string): string {
  if (!text.includes('`')) return text;
  let hidden = '';
  let end = 0;
  for (const { 0: token, index, groups: { mark, code, unsure } = {} } of text.matchAll(TOKEN)) {
    // A bar may part cells of a table.
    if (unsure !== undefined || code?.includes('|')) return text;
    hidden += text.slice(end, index) + (mark === undefined ? token : `${mark}x${mark}`);
    end = index + token.length;
  }
  return hidden + text.slice(end);
}
