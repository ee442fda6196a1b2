import { placeAt } from '../diagnostics/index.ts';
import { createPermalink } from '../load/index.ts';
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
import { readWords, splitBlocks } from './split-blocks.ts';
import type { AddressExplanation, BlockOrigin, ExplainedBlock, SiteSource } from './types.ts';

/**
 * Says of each block of a page where it comes from and for which versions it stands there. Resolves the article alone.
 *
 * @param words of one place: the blocks that hold them
 * @throws UsageError where no page has the address, or no block the words; says what there is instead
 */
export function explainAddress(site: SiteSource, address: string, words?: string): AddressExplanation {
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
  const blocks = listFields(resolution).flatMap(([field, resolved]) =>
    splitBlocks(resolved.text).map((block): ExplainedBlock => {
      const { start, end } = block;
      const origins = listOrigins(resolved, start, end, { site, page, sources, within });
      return { field, text: resolved.text.slice(start, end).trimEnd(), language: resolved.language, origins };
    }),
  );
  const found = words === undefined ? blocks : pickBlocks(blocks, words);
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

/** Stretches of sources that a block is made of; neighbours that only tags part are one. */
function listOrigins(
  { text, segments }: ResolvedText,
  start: number,
  end: number,
  scope: OriginScope,
): readonly BlockOrigin[] {
  const origins: BlockOrigin[] = [];
  for (const [at, segment] of segments.entries()) {
    const from = Math.max(start, segment.start);
    const to = Math.min(end, segments[at + 1]?.start ?? text.length);
    if (from >= to || text.slice(from, to).trim() === '') continue;
    const origin = describeOrigin(segment, from, to, scope);
    const last = origins.at(-1);
    if (last !== undefined && isSameOrigin(last, origin))
      origins[origins.length - 1] = { ...last, lastLine: Math.max(last.lastLine, origin.lastLine) };
    else origins.push(origin);
  }
  return origins;
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
  return b.line <= a.lastLine + 1 && b.line >= a.line && key(a) === key(b);
}

function pickBlocks(blocks: readonly ExplainedBlock[], words: string): readonly ExplainedBlock[] {
  const wanted = readWords(words);
  const found = blocks.filter(({ text }) => wanted !== '' && readWords(text).includes(wanted));
  if (found.length > 0) return found;
  throw new UsageError(
    `No block of the page has the words '${words}'. Copy them from one block; words of links without a text of their own are not known.`,
  );
}
