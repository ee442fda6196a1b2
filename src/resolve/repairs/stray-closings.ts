import type { Edit } from '../tidy/apply-edits.ts';
import { findTags, type WrittenTag } from './find-tags.ts';
import type { Repair, Vocabulary } from './types.ts';

/**
 * A closing tag too many. It is removed where no tag that it could close is lost, that is, where the original has as
 * many of them; otherwise text of a condition would be shown to everybody.
 */
export const strayClosings: Repair = {
  kind: 'stray-closings',
  findEdits(text, original, vocabulary) {
    const tags = findTags(text);
    const stray = findStray(tags, vocabulary);
    if (stray.length === 0) return [];
    const model = findTags(original.text);
    return stray
      .filter(({ name }) => {
        const openings = (list: readonly WrittenTag[]) =>
          list.filter((tag) => vocabulary.ends.get(tag.name) === name);
        return openings(tags).length === openings(model).length;
      })
      .map(({ start, end }): Edit => ({ start, end, replacement: '' }));
  },
};

function findStray(tags: readonly WrittenTag[], { ends }: Vocabulary): readonly WrittenTag[] {
  const closings = new Set(ends.values());
  const open = new Map<string, number>();
  return tags.filter(({ name }) => {
    const end = ends.get(name);
    if (end !== undefined) open.set(end, (open.get(end) ?? 0) + 1);
    if (!closings.has(name)) return false;
    const count = open.get(name) ?? 0;
    open.set(name, Math.max(0, count - 1));
    return count === 0;
  });
}
