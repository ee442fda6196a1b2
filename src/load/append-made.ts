import { placeAt, type Source } from '../diagnostics/index.ts';
import type { ArticleText } from './types.ts';

/**
 * The body of an article with what was made of data behind what its file says itself. Places in the first part are those of the file;
 * all of what was made has the place where it begins.
 */
export function appendMade({ fields: { body }, file }: ArticleText, made: string): Source {
  const whole = body ?? { text: '', place: { file, line: 1, column: 1 }, verbatim: true };
  const own = whole.text.trim();
  return {
    text: [own, made].filter((part) => part !== '').join('\n\n'),
    place: placeAt(whole, whole.text.length - whole.text.trimStart().length),
    verbatim: whole.verbatim,
    ownLength: own.length,
  };
}
