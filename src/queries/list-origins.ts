import { placeAt } from '../diagnostics/index.ts';
import {
  createResolver,
  createTracer,
  listUses,
  type Resolution,
  type ResolvedText,
  type Segment,
  type TracedSource,
} from '../resolve/index.ts';
import { createSet, formatRanges, formatVersions, hasVersion, type VersionSet } from '../versions/index.ts';
import { describeCondition, findBranchVersions } from './describe-condition.ts';
import type { FoundPage } from './find-page.ts';
import { listBranchesAt } from './locate-line.ts';
import type { BlockOrigin, SiteSource } from './types.ts';

/** The texts of a page, with what is needed to say where stretches of them come from. */
export interface TracedPage extends OriginScope {
  readonly resolution: Resolution;
}

/** Resolves the article of a page alone. Undefined where its source is broken. */
export function tracePage(site: SiteSource, page: FoundPage): TracedPage | undefined {
  const { article, language, version, corpus } = page;
  const tracer = createTracer({ ...site, corpus });
  const { value } = createResolver({ ...site, corpus, tracer }).resolveArticle(
    article,
    language,
    article.versions,
  );
  const resolution = value.find(({ versions }) => hasVersion(versions, version));
  if (resolution === undefined || resolution.broken) return undefined;
  const sources = new Map(tracer.list().map((traced) => [traced.source, traced]));
  const published = createSet(site.versions.filter((each) => !each.isPreview));
  const within = (article.versions & published) | createSet([version]);
  return { resolution, site, page, sources, within };
}

/** In the order of the page. */
const ORDER = ['title', 'shortTitle', 'product', 'intro', 'permissions', 'body'];

export function listFields({ fields }: Resolution): readonly (readonly [string, ResolvedText])[] {
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
export function listOrigins(
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
