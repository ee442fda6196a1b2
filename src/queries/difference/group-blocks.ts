import { decodeEntities, type PageBlock } from '../../changes/index.ts';
import type { DistinctChange, PageReference } from './types.ts';

/** Collects the blocks that differ on pages: equal ones become one. */
export interface BlockGroups {
  add(page: PageReference, blocks: readonly PageBlock[]): void;
  list(): readonly DistinctChange[];
}

export function createBlockGroups(): BlockGroups {
  const groups = new Map<string, { block: PageBlock; pages: PageReference[] }>();
  return {
    add(page, blocks) {
      for (const block of blocks) {
        const key = nameChange(block, page);
        const group = groups.get(key) ?? { block, pages: [] };
        groups.set(key, group);
        if (group.pages.at(-1) !== page) group.pages.push(page);
      }
    },
    list: () =>
      [...groups.values()].map(({ block, pages }) => ({
        kind: block.kind,
        field: block.field,
        section: readHeading(block.section),
        lines: block.lines,
        html: block.html,
        pages,
      })),
  };
}

/** Languages stay apart: who reads one of them cannot judge the other. */
function nameChange({ kind, field, lines, html }: PageBlock, { language }: PageReference): string {
  // Of a block that shows no words (a picture, a rule) the HTML tells.
  return JSON.stringify([language, kind, field, lines.length === 0 ? html : lines]);
}

function readHeading(html: string): string {
  return decodeEntities(html.replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
}
