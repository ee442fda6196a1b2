import type { Edit } from '../tidy/apply-edits.ts';
import { findTags, rewriteTag } from './find-tags.ts';
import type { Repair } from './types.ts';
import { findWord } from './words.ts';

const CONDITIONAL = ['if', 'ifversion', 'elsif', 'unless'];

/** `{% ifversion fpt または ghec %}`: the words between the parts of a condition. */
export const conditions: Repair = {
  kind: 'conditions',
  findEdits: (text, { language }) =>
    findTags(text).flatMap((tag): readonly Edit[] => {
      const condition = translateCondition(tag.args, language);
      const isDamaged = CONDITIONAL.includes(tag.name) && condition !== tag.args;
      return isDamaged ? [rewriteTag(tag, `${tag.name} ${condition}`)] : [];
    }),
};

/** A condition in the words of the format, as far as they are known. */
export function translateCondition(condition: string, language: string): string {
  return condition.replace(/(^|\s)([^\s"'.<>=!]+)(?=\s|$)/g, (found, blank: string, word: string) => {
    const known = findWord('condition', language, word);
    return known === undefined ? found : `${blank}${known}`;
  });
}
