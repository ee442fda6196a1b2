import type { Edit } from '../tidy/apply-edits.ts';
import { findTags, rewriteTag } from './find-tags.ts';
import type { Repair } from './types.ts';
import { findWord } from './words.ts';

/** `{% variables.a.b %}`, `{% data.variables.a.b %}`, `{% datavariables.a.b %}`, `{% データvariables.a.b %}`: a reference without its `data`. */
export const missingData: Repair = {
  kind: 'missing-data',
  findEdits: (text, { language }) =>
    findTags(text).flatMap((tag): readonly Edit[] => {
      const reference = cutData(tag.name, language);
      const root = /^([\p{L}_]+)\.[\p{L}\p{N}_.-]+$/u.exec(reference)?.[1];
      const isRoot =
        root !== undefined && (ROOTS.includes(root) || findWord('root', language, root) !== undefined);
      return isRoot && tag.args === '' ? [rewriteTag(tag, `data ${reference}`)] : [];
    }),
};

/** Without the `data`, or the word that stands for it, that is glued to the reference. */
function cutData(name: string, language: string): string {
  const plain = name.replace(/^data\.?(?=[\p{L}_]+\.)/u, '');
  const [, word = '', rest] = /^(\P{ASCII}+)((?:variables|reusables)\..*)$/u.exec(plain) ?? [];
  return rest !== undefined && findWord('tag', language, word) === 'data' ? rest : plain;
}

const ROOTS = ['variables', 'reusables', 'ui', 'glossaries'];
