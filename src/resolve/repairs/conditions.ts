import type { Edit } from '../tidy/apply-edits.ts';
import { findTags, rewriteTag } from './find-tags.ts';
import type { Repair } from './types.ts';
import { findWord } from './words.ts';

const CONDITIONAL = ['if', 'ifversion', 'elsif', 'unless'];

/** `{% ifversion fpt または ghec %}`, `{% ifversion FPT %}`, `{% ifversion ghes>3.1 %}`: the parts of a condition. */
export const conditions: Repair = {
  kind: 'conditions',
  findEdits: (text, original) => {
    const tags = findTags(text).filter(({ name }) => CONDITIONAL.includes(name));
    if (tags.length === 0) return [];
    const meant = new Set(
      findTags(original.text)
        .filter(({ name }) => CONDITIONAL.includes(name))
        .flatMap(({ args }) => args.split(/\s+/)),
    );
    return tags.flatMap((tag): readonly Edit[] => {
      const condition = partOperators(lowerNames(translateCondition(tag.args, original.language), meant));
      return condition === tag.args ? [] : [rewriteTag(tag, `${tag.name} ${condition}`)];
    });
  },
};

/** A name in capitals that the original has without. */
function lowerNames(condition: string, meant: ReadonlySet<string>): string {
  return condition.replace(/(?<=^|\s)[A-Za-z][\w-]*(?=\s|$)/g, (word) =>
    !meant.has(word) && meant.has(word.toLowerCase()) ? word.toLowerCase() : word,
  );
}

/** `ghes>3.1`, `ghes > 3 . 1`: one blank on each side of the operator, and none in the number. */
function partOperators(condition: string): string {
  return condition.replace(
    /(?<=^|\s)([a-z][\w-]*)\s*(!=|[=<>])\s*(\d{1,2})\s*\.\s*(\d{1,2})(?=\s|$)/g,
    '$1 $2 $3.$4',
  );
}

/** A condition in the words of the format, as far as they are known. */
export function translateCondition(condition: string, language: string): string {
  return condition.replace(/(^|\s)([^\s"'.<>=!]+)(?=\s|$)/g, (found, blank: string, word: string) => {
    const known = findWord('condition', language, word);
    return known === undefined ? found : `${blank}${known}`;
  });
}
