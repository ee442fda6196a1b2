import { placeAt } from '../diagnostics/index.ts';
import { createPermalink } from '../load/index.ts';
import { readTextBlocks, type TextBlock } from '../markdown/index.ts';
import {
  createResolver,
  createTracer,
  listUses,
  type Resolution,
  type ResolvedText,
  type Segment,
  type TracedSource,
} from '../resolve/index.ts';
import { UsageError } from '../usage-error.ts';
import { createSet, formatRanges, formatVersions, hasVersion, type VersionSet } from '../versions/index.ts';
import { describeCondition, findBranchVersions } from './describe-condition.ts';
import { type FoundPage, findPage } from './find-page.ts';
import { listBranchesAt } from './locate-line.ts';
import type { AddressExplanation, BlockOrigin, ExplainedBlock, SiteSource } from './types.ts';

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
  const { article, language, version, corpus } = page;
  const tracer = createTracer({ ...site, corpus });
  const { value } = createResolver({ ...site, corpus, tracer }).resolveArticle(
    article,
    language,
    article.versions,
  );
  const resolution = value.find(({ versions }) => hasVersion(versions, version));
  if (resolution === undefined || resolution.broken)
    throw new UsageError(`The page is left out because its source has errors; decant check names them.`);
  const sources = new Map(tracer.list().map((traced) => [traced.source, traced]));
  const published = createSet(site.versions.filter((each) => !each.isPreview));
  const within = (article.versions & published) | createSet([version]);
  const scope = { site, page, sources, within };
  const fields: ExplainedBlock[][] = [];
  for (const [field, resolved] of listFields(resolution)) {
    const blocks = await readTextBlocks(resolved.text);
    const chosen = words === undefined ? blocks : pickBlocks(blocks, words);
    fields.push(
      chosen.map(({ start, end }) => ({
        field,
        text: resolved.text.slice(start, end).trimEnd(),
        language: resolved.language,
        origins: listOrigins(resolved, start, end, scope),
      })),
    );
  }
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
    versions: formatVersions(article.versions & published, site.versions),
    ranges: formatRanges(article.versions, site.versions),
    fallbacks: resolution.fallbacks,
    blocks: found,
  };
}

/** In the order of the page. */
const ORDER = ['title', 'shortTitle', 'product', 'intro', 'permissions', 'body'];

function listFields({ fields }: Resolution): readonly (readonly [string, ResolvedText])[] {
  const names = [...ORDER, ...Object.keys(fields).filter((name) => !ORDER.includes(name))];
  const all = new Map<string, ResolvedText>(Object.entries(fields));
  return names.flatMap((name) => {
    const resolved = all.get(name);
    return resolved === undefined ? [] : [[name, resolved] as const];
  });
}

interface OriginScope {
  readonly site: SiteSource;
  readonly page: FoundPage;
  readonly sources: ReadonlyMap<unknown, TracedSource>;
  /** The versions that are spoken of. */
  readonly within: VersionSet;
}

/** Stretches of sources that a block is made of, each once: the text itself first, then what its tags bring in. */
function listOrigins(
  { text, segments }: ResolvedText,
  start: number,
  end: number,
  scope: OriginScope,
): readonly BlockOrigin[] {
  const origins: BlockOrigin[] = [];
  for (const [at, segment] of segments.entries()) {
    const words = trimStretch(
      text,
      Math.max(start, segment.start),
      Math.min(end, segments[at + 1]?.start ?? text.length),
    );
    if (words === undefined) continue;
    const origin = describeOrigin(segment, words.from, words.to, scope);
    const known = origins.findIndex((each) => isSameOrigin(each, origin));
    const { line, lastLine } = origins[known] ?? origin;
    origins[known === -1 ? origins.length : known] = {
      ...origin,
      line: Math.min(line, origin.line),
      lastLine: Math.max(lastLine, origin.lastLine),
    };
  }
  return origins.sort((a, b) => a.via.length - b.via.length);
}

/** A stretch without the blanks at its ends, which may stand on other lines than its words; undefined where it has no words. */
function trimStretch(text: string, from: number, to: number): { from: number; to: number } | undefined {
  const stretch = text.slice(from, Math.max(from, to));
  const words = stretch.trim();
  if (words === '') return undefined;
  const begin = from + stretch.indexOf(words);
  return { from: begin, to: begin + words.length };
}

function describeOrigin(
  { source, offset, verbatim, start, via }: Segment,
  from: number,
  to: number,
  { site, page, sources, within }: OriginScope,
): BlockOrigin {
  const begin = verbatim ? offset + from - start : offset;
  const uses = [{ source, offset: begin }];
  for (let use = via; use !== undefined; use = use.via) uses.unshift(use);
  const around = uses.flatMap((use) => {
    const traced = sources.get(use.source);
    return traced === undefined ? [] : listBranchesAt(traced, use.offset).map((found) => ({ traced, found }));
  });
  const versions = around.reduce((set, { found }) => set & findBranchVersions(found), page.article.versions);
  const asked = { versions: site.versions, built: within };
  return {
    file: source.place.file,
    line: placeAt(source, begin).line,
    lastLine: placeAt(source, verbatim ? begin + to - from - 1 : begin).line,
    via: listUses(via),
    conditions: around.map(({ traced, found }) => describeCondition(asked, { traced }, found)),
    versions: formatVersions(versions & within, site.versions),
    ranges: formatRanges(versions & within, site.versions, { within }),
  };
}

function isSameOrigin(a: BlockOrigin, b: BlockOrigin): boolean {
  const key = ({ file, via, conditions }: BlockOrigin) => JSON.stringify([file, via, conditions]);
  return b.line <= a.lastLine + 1 && a.line <= b.lastLine + 1 && key(a) === key(b);
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
    .replace(/<!--[\s\S]*?-->|<\/?[a-z][^>]*>/gi, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:>\s?|[-*+]\s|\d+[.)]\s|#{1,6}\s|:{3,})+/gm, '');
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
