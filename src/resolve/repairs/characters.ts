import type { Edit } from '../tidy/apply-edits.ts';
import { findTags } from './find-tags.ts';
import type { Repair } from './types.ts';

/** Full-width characters, typographic quotes and entities inside of tags; what stands in straight quotes is text and stays. */
export const characters: Repair = {
  kind: 'characters',
  findEdits: (text) =>
    findTags(text).flatMap(({ start, end, text: written }): readonly Edit[] => {
      const replacement = straighten(written);
      return replacement === written ? [] : [{ start, end, replacement }];
    }),
};

function straighten(tag: string): string {
  const decoded = tag.replace(/&(quot|lt|gt|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
  const quoted = decoded.replace(/[“”„‟«»「」『』＂]/g, '"').replace(/[‘’‚‛＇]/g, "'");
  return quoted.replace(/("[^"]*"|'[^']*')|[^"']+/g, (part, text?: string) => text ?? narrow(part));
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', '#39': "'" };

/** Full-width forms to ASCII, wide and hard blanks to blanks; letters of other scripts stay. */
function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u202f]/g, ' ')
    .replace(/[–—−]/g, '-')
    .replace(/。/g, '.');
}
