import type { Diagnostic, Place } from '../diagnostics/index.ts';
import { explainPage, type TracedBlock } from '../queries/index.ts';
import { listInOrder } from './describe-shown.ts';
import type { SitePreview } from './preview.ts';
import type { ShownPage } from './types.ts';

/** The block of a page that a problem stands at. */
export type ProblemBlock = Pick<TracedBlock, 'field' | 'words' | 'at' | 'level'>;

/**
 * Where the problems of a page stand, in their order; null for those that stand nowhere on it. To find blocks the page is parsed
 * again, so nobody waits for that with the page itself.
 */
export async function placeProblems(
  shown: ShownPage,
  preview: Pick<SitePreview, 'sources' | 'maker'>,
): Promise<readonly (ProblemBlock | null)[]> {
  const { isBroken, diagnostics } = shown;
  const blocks = isBroken || diagnostics.length === 0 ? [] : await traceBlocks(shown, preview);
  return listInOrder(diagnostics).map((found) => {
    const block = findBlock(found, blocks);
    return block ? { field: block.field, words: block.words, at: block.at, level: block.level } : null;
  });
}

/** The blocks of a page as its article comes to be; none where it is broken. */
export async function traceBlocks(
  { head }: ShownPage,
  { maker }: Pick<SitePreview, 'maker'>,
): Promise<readonly TracedBlock[]> {
  if (head === undefined) return [];
  const { article, language, version } = head;
  const { workspace } = maker;
  return (await explainPage(workspace, { article, language, version, corpus: workspace.corpus })) ?? [];
}

/** The smallest block with the line; uses of a reusable tell blocks of the same text from each other. */
function findBlock({ place, via }: Diagnostic, blocks: readonly TracedBlock[]): TracedBlock | undefined {
  const holds =
    ({ file, line }: Place) =>
    (block: TracedBlock) =>
      block.origins.some((origin) => origin.file === file && origin.line <= line && line <= origin.lastLine);
  const found = blocks.filter(holds(place));
  const used =
    via[0] === undefined
      ? found
      : found.filter(({ origins }) => origins.some((each) => isSameUse(each.via[0], via[0])));
  return (used.length > 0 ? used : found).sort((a, b) => b.level - a.level)[0];
}

function isSameUse(one: Place | undefined, other: Place | undefined): boolean {
  return one?.file === other?.file && one?.line === other?.line;
}
