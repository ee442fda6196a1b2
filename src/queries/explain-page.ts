import { readTextBlocks, type TextBlock } from '../markdown/index.ts';
import type { ResolvedText } from '../resolve/index.ts';
import type { FoundPage } from './find-page.ts';
import { listFields, listOrigins, type TracedPage, tracePage } from './list-origins.ts';
import type { BlockOrigin, SiteSource } from './types.ts';

/** A block of a page, or a part of one: an item, a row, a paragraph. */
export interface TracedBlock {
  /** The part of the article: `body`, `title`, `intro`. */
  readonly field: string;
  /** Without marks of Markdown. Words of links without a text of their own are not among them. */
  readonly words: string;
  /** Position among the outermost blocks of its field. */
  readonly at: number;
  /** 0 for an outermost block. */
  readonly level: number;
  readonly origins: readonly BlockOrigin[];
}

/** Says of each block of a page, and of each part of one, where it comes from. Undefined where its source is broken. */
export async function explainPage(
  site: SiteSource,
  page: FoundPage,
): Promise<readonly TracedBlock[] | undefined> {
  const traced = tracePage(site, page);
  if (traced === undefined) return undefined;
  const found: TracedBlock[] = [];
  for (const [field, resolved] of listFields(traced.resolution)) {
    for (const [at, block] of (await readTextBlocks(resolved.text)).entries())
      found.push(...listParts(block, { field, resolved, at, traced }, 0));
  }
  return found;
}

interface PartScope {
  readonly field: string;
  readonly resolved: ResolvedText;
  readonly at: number;
  readonly traced: TracedPage;
}

function listParts(block: TextBlock, scope: PartScope, level: number): readonly TracedBlock[] {
  const { field, resolved, at, traced } = scope;
  const { words, start, end, parts } = block;
  const own = { field, words, at, level, origins: listOrigins(resolved, start, end, traced) };
  return [own, ...parts.flatMap((part) => listParts(part, scope, level + 1))];
}
