/** Where a text may end that is too long: never within a character. */
export function findCut(text: string, most: number): number {
  if (text.length <= most) return text.length;
  return /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
}

/** The begin of a text, with a mark where it goes on. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, findCut(text, most))} …` : text;
}
