import type { TracedBlock } from '../queries/index.ts';
import type { LinkedPlace } from './describe-shown.ts';
import { linkPlace } from './describe-shown.ts';
import type { LinkToEditor } from './editor-links.ts';
import { traceBlocks } from './place-problems.ts';
import type { SitePreview } from './preview.ts';
import type { ShownPage } from './types.ts';

/** Where a block of a page comes from, for its reader. */
export interface ShownBlock extends Pick<TracedBlock, 'field' | 'words' | 'at' | 'level'> {
  readonly origins: readonly ShownOrigin[];
}

interface ShownOrigin extends LinkedPlace {
  readonly via: readonly LinkedPlace[];
  readonly conditions: readonly (LinkedPlace & { readonly tag: string; readonly ranges: string })[];
  /** Versions of the article for which all conditions hold; empty where that is all of them. */
  readonly ranges: string;
}

/** Where each block of a page comes from. */
export async function describeSources(
  shown: ShownPage,
  preview: Pick<SitePreview, 'sources' | 'maker'>,
  link: LinkToEditor,
): Promise<readonly ShownBlock[]> {
  const blocks = await traceBlocks(shown, preview);
  return blocks.map(({ field, words, at, level, origins }) => ({
    field,
    words,
    at,
    level,
    origins: origins.map(({ file, line, lastLine, via, conditions, ranges }) => ({
      place: line === lastLine ? `${file}:${line}` : `${file}:${line}-${lastLine}`,
      link: link({ file, line, column: 1 }),
      via: via.map((use) => linkPlace(use, link)),
      conditions: conditions.map((each) => ({
        tag: each.tag,
        ranges: each.ranges,
        ...linkPlace(each.place, link),
      })),
      ranges: conditions.length === 0 ? '' : ranges,
    })),
  }));
}
