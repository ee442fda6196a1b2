import type { Edit } from '../tidy/apply-edits.ts';
import { findRegion, findRegions } from '../tidy/find-regions.ts';
import type { Repair } from './types.ts';

/** `< br >`, `</ td>`, `＜td＞`: HTML tags of the original with blanks, or in full-width signs. */
export const htmlTags: Repair = {
  kind: 'html-tags',
  findEdits(text, original) {
    const code = findRegions(text);
    return [...text.matchAll(DAMAGED)].flatMap(({ 0: found, 1: inner = '', index }): readonly Edit[] => {
      const start = index;
      const end = start + found.length;
      const replacement = `<${inner
        .normalize('NFKC')
        .trim()
        .replace(/^\/\s+/, '/')}>`;
      const isCode = findRegion(code, start, end) !== undefined;
      const isMeant = replacement !== found && original.text.includes(replacement);
      return isMeant && !isCode ? [{ start, end, replacement }] : [];
    });
  },
};

const DAMAGED = /[<＜]((?:\s*[/／])?\s*[A-Za-z][^<>＜＞\n]{0,200}?)\s*[>＞]/g;
