import type { Rendering } from './types.ts';

/** An id or a name in HTML; that of a heading is a slot, behind the end of its piece. */
const NAMED = /\s(?:id|name)="(?!$)/;

/**
 * What links and translations see of a text that no page shows. Few texts have HTML in which something has an id or a name; that
 * of the others is left out, and so are all slots but those of titles, which tell whether a text can be linked.
 */
export function outlineRendering({ pieces, slots, headings, problems }: Rendering): Rendering {
  const rest = { headings, problems, text: '', platforms: [], tools: [], isOutline: true } as const;
  if (pieces.some((piece) => NAMED.test(piece))) return { pieces, slots, ...rest };
  const titles = slots.filter(({ kind }) => kind === 'title');
  return { pieces: Array.from({ length: titles.length + 1 }, () => ''), slots: titles, ...rest };
}
