import { slug } from 'github-slugger';

/** The id that a heading has by its words alone; `section` where it has none. */
export function createHeadingId(text: string): string {
  return slug(chooseIdWords(text));
}

/** What the id of a heading is made of. */
export function chooseIdWords(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text : 'section';
}
