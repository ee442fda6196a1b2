import type { Rendering } from '../../src/markdown/index.ts';

/** What a check reads off a rendering, beside what is wrong in it. */
export function readChecked({ headings, slots, pieces, text, platforms, tools }: Rendering) {
  return {
    ...{ headings, text, platforms, tools },
    links: slots.filter(({ kind }) => kind === 'link' || kind === 'image' || kind === 'title'),
    names: [...pieces.join('\0').matchAll(/\s(?:id|name)="([^"\0]*)"/g)].map(([, name]) => name),
    isBlank: slots.length === 0 && pieces.join('').trim() === '',
  };
}
