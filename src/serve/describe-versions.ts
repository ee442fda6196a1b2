import { findWords } from '../../site/words.ts';
import { type CompareWords, createBlockLister, type PageBlock } from '../changes/index.ts';
import type { Page } from '../links/index.ts';
import { createSet, formatRanges } from '../versions/index.ts';
import type { SitePreview } from './preview.ts';
import type { ShownPage } from './types.ts';

/** Versions in which a page comes to the same. */
export interface ShownOutcome {
  readonly ranges: string;
  readonly versions: readonly { readonly title: string; readonly href: string; readonly isHere: boolean }[];
  readonly isHere: boolean;
  /** In what it differs from the page that is looked at, as HTML with marks. */
  readonly blocks: readonly Pick<PageBlock, 'kind' | 'section' | 'html'>[];
}

/** The distinct outcomes of a page over its versions, that of the page itself first. */
export function describeVersions(
  { page, made }: ShownPage,
  { maker }: Pick<SitePreview, 'maker'>,
): readonly ShownOutcome[] {
  if (page === undefined || made === undefined) return [];
  const { config, versions } = maker.workspace;
  const listBlocks = createBlockLister(config, versions, listCompareWords(page.language));
  const own = made.part.pages.filter(({ article }) => article === page.article);
  const groups: { readonly first: Page; readonly pages: Page[] }[] = [{ first: page, pages: [] }];
  for (const each of own) {
    const group = groups.find(({ first }) => first === each || listBlocks(first, each).length === 0);
    if (group === undefined) groups.push({ first: each, pages: [each] });
    else group.pages.push(each);
  }
  const all = createSet(own.map(({ version }) => version));
  return groups.map(({ first, pages }) => ({
    ranges: formatRanges(createSet(pages.map(({ version }) => version)), versions, { within: all }),
    versions: pages.map(({ version, href }) => ({ title: version.title, href, isHere: href === page.href })),
    isHere: first === page,
    blocks:
      first === page
        ? []
        : listBlocks(page, first).map(({ kind, section, html }) => ({ kind, section, html })),
  }));
}

/** Those of the pages about a release; none of them has a character of HTML. */
function listCompareWords(language: string): CompareWords {
  const { added, removed, linkChanged, ...rest } = findWords(language);
  const { unchangedBlocks, unchangedItems, unchangedRows, unchangedLines } = rest;
  return { added, removed, linkChanged, unchangedBlocks, unchangedItems, unchangedRows, unchangedLines };
}
