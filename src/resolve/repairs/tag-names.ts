import type { Edit } from '../tidy/apply-edits.ts';
import { translateCondition } from './conditions.ts';
import { findTags, rewriteTag, type WrittenTag } from './find-tags.ts';
import type { Original, Repair, Vocabulary } from './types.ts';
import { findWord } from './words.ts';

/** `{% datos variables.a.b %}`, `{% それ以外 %}`, `{% Endif %}`, `{% end note %}`: the name of a tag in another language. */
export const tagNames: Repair = {
  kind: 'tag-names',
  findEdits(text, original, vocabulary) {
    const model = findTags(original.text);
    return findTags(text).flatMap((tag): readonly Edit[] => {
      const words =
        joinName(tag, vocabulary) ?? joinBranch(tag, model) ?? renameTag(tag, model, original, vocabulary);
      return words === undefined ? [] : [rewriteTag(tag, words)];
    });
  },
};

/** `end if` and `if version fpt`: a name that has been taken for two words. */
function joinName({ name, args }: WrittenTag, { tags }: Vocabulary): string | undefined {
  const [first = '', ...rest] = args.split(' ');
  const joined = `${name}${first}`.toLowerCase();
  const isApart = (name === 'end' && first !== '') || (name === 'if' && first === 'version');
  return isApart && tags.has(joined) ? [joined, ...rest].join(' ') : undefined;
}

/** `else if fpt`, where the original has an `elsif`. */
function joinBranch({ name, args }: WrittenTag, model: readonly WrittenTag[]): string | undefined {
  const [, condition] = /^if\s+(\S.*)$/s.exec(args) ?? [];
  const isBranch = name === 'else' && model.some((each) => each.name === 'elsif');
  return isBranch && condition !== undefined ? `elsif ${condition}` : undefined;
}

function renameTag(
  { name, args }: WrittenTag,
  model: readonly WrittenTag[],
  { language }: Original,
  vocabulary: Vocabulary,
): string | undefined {
  const { tags } = vocabulary;
  if (name === '' || tags.has(name) || (args === '' && /\w[.]\w/.test(name))) return undefined;
  const word = translateName(name, language, vocabulary);
  const condition = translateCondition(args, language);
  const alike = model.filter((each) => args !== '' && each.args === condition);
  if (word === undefined || word === 'if') {
    const names = new Set(alike.map((each) => each.name));
    const [only] = names;
    if (only !== undefined && names.size === 1) return `${only} ${condition}`;
  }
  return word === undefined ? undefined : `${word} ${args}`;
}

function translateName(name: string, language: string, { tags }: Vocabulary): string | undefined {
  const lower = name.toLowerCase();
  if (tags.has(lower)) return lower;
  const whole = findWord('tag', language, lower);
  if (whole !== undefined) return whole;
  const [, opening] = /^(?:end|終了|エンド)[_の]?(.+)$/.exec(lower) ?? /^(.+?)の?終了$/.exec(lower) ?? [];
  if (opening === undefined) return undefined;
  const end = `end${tags.has(opening) ? opening : findWord('tag', language, opening)}`;
  return tags.has(end) ? end : undefined;
}
