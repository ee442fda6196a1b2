import { createPermalink } from '../load/index.ts';
import { readTextBlocks, type TextBlock } from '../markdown/index.ts';
import { UsageError } from '../usage-error.ts';
import { createSet, formatRanges, formatVersions } from '../versions/index.ts';
import { findPage } from './find-page.ts';
import { listFields, listOrigins, tracePage } from './list-origins.ts';
import type { AddressExplanation, ExplainedBlock, SiteSource } from './types.ts';

/**
 * Says of each block of a page where it comes from and for which versions it stands there. Resolves the article alone.
 *
 * @param words of one place: only what holds them, down to an item, a row or a paragraph
 * @throws UsageError where no page has the address, or no block the words; says what there is instead
 */
export async function explainAddress(
  site: SiteSource,
  address: string,
  words?: string,
): Promise<AddressExplanation> {
  const page = findPage(site, address);
  const { article, language, version } = page;
  const traced = tracePage(site, page);
  if (traced === undefined)
    throw new UsageError(`The page is left out because its source has errors; decant check names them.`);
  const { resolution } = traced;
  const fields: ExplainedBlock[][] = [];
  for (const [field, resolved] of listFields(resolution)) {
    const blocks = await readTextBlocks(resolved.text);
    const chosen = words === undefined ? blocks : pickBlocks(blocks, words);
    fields.push(
      chosen.map(({ start, end }) => ({
        field,
        text: resolved.text.slice(start, end).trimEnd(),
        language: resolved.language,
        origins: listOrigins(resolved, start, end, traced),
      })),
    );
  }
  const published = site.versions.filter((each) => !each.isPreview);
  const found = fields.flat();
  if (words !== undefined && found.length === 0)
    throw new UsageError(
      `No block of the page has the words '${words}'. Copy them from one block; words of links without a text of their own are not known.`,
    );
  return {
    address: createPermalink(site.config, language, version, article.path).href,
    article: article.path,
    file: article.file,
    language,
    version: version.name,
    versions: formatVersions(article.versions & createSet(published), site.versions),
    ranges: formatRanges(article.versions, site.versions),
    fallbacks: resolution.fallbacks,
    blocks: found,
  };
}

/** The innermost blocks that hold some words. */
function pickBlocks(blocks: readonly TextBlock[], words: string): readonly TextBlock[] {
  const wanted = foldWords(readWords(words));
  const pick = (block: TextBlock): readonly TextBlock[] => {
    if (wanted === '' || !foldWords(block.words).includes(wanted)) return [];
    const inner = block.parts.flatMap(pick);
    // One that is all of an item stands there with the mark of the item.
    return block.parts.length > 1 && inner.length > 0 ? inner : [block];
  };
  return blocks.flatMap(pick);
}

/** Words that were copied from a page or from its source, without the marks that Markdown has for blocks and links. */
function readWords(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?(-->|$)/g, (comment, end) => (end === '' ? comment : ''))
    .replace(/<\/?[a-z][^>]*(>|$)/gi, (tag, end) => (end === '' ? tag : ''))
    .replace(/!?\[([^[\]]*)\]\([^)]*(\)|$)/g, (link, text, end) => (end === '' ? link : text))
    .replace(/^[^\S\n]*(?:>\s?|[-*+]\s|\d+[.)]\s|#{1,6}\s|:{3,})+/gm, '');
}

/** Without what may be a mark or a character, as one line. */
function foldWords(words: string): string {
  return words
    .replace(/[*_`|\\]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
    .toLowerCase();
}
