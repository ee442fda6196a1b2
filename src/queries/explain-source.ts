import { findNearest, type Place } from '../diagnostics/index.ts';
import { type Article, assembleCorpus, type Corpus, createPermalink, isContent } from '../load/index.ts';
import {
  createResolver,
  createTracer,
  findRegions,
  listUses,
  type Resolution,
  type ResolvedText,
  type Segment,
  type TracedSource,
  type Tracer,
  type Use,
} from '../resolve/index.ts';
import { UsageError } from '../usage-error.ts';
import { EMPTY_SET, formatRanges, formatVersions, listMembers, type VersionSet } from '../versions/index.ts';
import { assemblePart } from './assemble-part.ts';
import { describeCondition } from './describe-condition.ts';
import { describeSilence } from './describe-silence.ts';
import { findReferences, nameDataFile } from './find-references.ts';
import { findNamesAt, findSpans, listBranchesAround, type Span } from './locate-line.ts';
import type { ReachedPlace, SiteSource, SourceExplanation } from './types.ts';

/**
 * Follows a file, or some lines of it, to the pages that show it. Resolves those articles only whose texts may bring it in.
 *
 * @param lastLine of a range; that of the line alone if absent
 * @throws UsageError for a file or line that the site does not have
 */
export function explainSource(
  site: SiteSource,
  file: string,
  line?: number,
  lastLine = line,
): SourceExplanation {
  const text = site.files.texts.get(file);
  if (text === undefined) throw new UsageError(describeUnknownFile(site, file));
  const lines = text.replace(/\n$/, '').split('\n');
  const range = readRange(file, lines.length, line, lastLine);

  const narrow = range && findUsersOfLines(site, file, range);
  const near = narrow && lookAt(site, narrow, file, range);
  // What comes out nowhere is looked for wherever anything of the file may come out, to say why.
  const looked =
    near === undefined || near.found.length === 0 ? lookAt(site, findUsers(site, file), file, range) : near;
  const { users, corpus, resolutions, spans, found } = looked;
  const around = line === undefined ? [] : spans.flatMap(listBranchesAround);
  const places = mergePlaces(
    site,
    found.filter(({ isCommented }) => !isCommented),
  );
  return {
    file,
    line,
    lastLine,
    text: range && lines.slice(range.first - 1, range.last).join('\n'),
    conditions: range === undefined ? [] : listConditions(site, spans),
    places,
    lookedAt: new Set(resolutions.map(({ article, language }) => `${language} ${article.path}`)).size,
    reason:
      places.length > 0
        ? undefined
        : describeSilence({
            site,
            corpus,
            file,
            line: range && (listLines(range).find((each) => lines[each - 1]?.trim() !== '') ?? line),
            text,
            users,
            resolutions,
            spans,
            around,
            isCommented: found.length > 0,
          }),
  };
}

/** Lines of a file, counted from 1, the last among them. */
interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** @throws UsageError for lines that the file does not have */
function readRange(
  file: string,
  size: number,
  first: number | undefined,
  last = first,
): LineRange | undefined {
  if (first === undefined || last === undefined) return undefined;
  const outside = [first, last].find((each) => each < 1 || each > size);
  if (outside !== undefined)
    throw new UsageError(`${file} has ${size} lines, so there is no line ${outside}.`);
  if (last < first)
    throw new UsageError(
      `Lines ${first} to ${last} are in the wrong order: name the first one first, ${file}:${last}-${first}.`,
    );
  return { first, last };
}

function listLines({ first, last }: LineRange): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Each tag around one of the lines once. */
function listConditions(site: SiteSource, spans: readonly Span[]): SourceExplanation['conditions'] {
  const found = spans.flatMap((span) =>
    listBranchesAround(span).map((each) => describeCondition(site, span, each)),
  );
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
}

/** What articles make of a file, or of some lines of it. */
interface Look {
  /** Files of the articles. */
  readonly users: readonly string[];
  readonly corpus: Corpus;
  readonly resolutions: readonly Resolution[];
  readonly spans: readonly Span[];
  readonly found: readonly FoundPlace[];
}

function lookAt(
  site: SiteSource,
  users: readonly string[],
  file: string,
  range: LineRange | undefined,
): Look {
  const corpus = assemblePart(site, site.files, users);
  const { resolutions, traced } = resolveUsers(site, corpus, users, file);
  const text = site.files.texts.get(file) ?? '';
  const spans =
    range === undefined
      ? traced.map(spanAll)
      : listLines(range).flatMap((line) => findSpans(traced, text, line));
  const found = resolutions.flatMap((resolution) => findPlaces(resolution, spans));
  return { users, corpus, resolutions, spans, found };
}

/** Files of articles whose pages may show lines of a file of variables: those that use its values; undefined for other lines. */
function findUsersOfLines(
  { config, versions, files }: SiteSource,
  file: string,
  range: LineRange,
): readonly string[] | undefined {
  const text = files.texts.get(file);
  // What else stands in YAML is shown without being named: tracks, notes, terms.
  if (text === undefined || !/^(?:early-access\.)?variables\./.test(nameDataFile(config, file) ?? ''))
    return undefined;
  const { value } = assembleCorpus({ ...files, texts: new Map([[file, text]]) }, config, versions);
  const values = [...value.data.parts.values()].flatMap(({ sources }) => [...sources]);
  const names = listLines(range).flatMap((line) => findNamesAt(values, text, line));
  if (names.length === 0) return undefined;
  const users = findReferences(files, config).findUsersOfValues(names);
  return [...users].filter((each) => isContent(config, each));
}

/** Files of articles whose pages may show something of a file: its own, those that use it, and those that list its article. */
function findUsers(site: SiteSource, file: string): readonly string[] {
  const { config, files } = site;
  if (!isContent(config, file)) {
    const users = findReferences(files, config).findUsers([file]);
    const made = MADE_OF.flatMap(([folder, head]) => (file.includes(folder) ? listHeaded(site, head) : []));
    return [...users, ...made].filter((each) => isContent(config, each));
  }
  const [name = ''] = /[^/]+(?=(?:\/index)?\.md$)/.exec(file) ?? [];
  const listing = [...files.texts].filter(([, text]) => LINK_TAG.test(text) && text.includes(name));
  return [file, ...listing.map(([each]) => each)].filter((each) => isContent(config, each));
}

/** Tags that show the intro of another article. */
const LINK_TAG = /\{%-?\s*(?:homepage_)?link_(?:with_intro|as_article_card)\b/;

/** Folders of data that articles show without naming its files, and what stands in the frontmatter of those. */
const MADE_OF: readonly (readonly [folder: string, head: RegExp])[] = [
  ['/release-notes/', /^layout:\s*["']?release-notes/m],
  ['data/rest/', /^autogenerated:\s*["']?rest\b/m],
];

function listHeaded({ files }: SiteSource, head: RegExp): readonly string[] {
  return [...files.texts].filter(([, text]) => head.test(text)).map(([file]) => file);
}

function resolveUsers(
  site: SiteSource,
  corpus: Corpus,
  users: readonly string[],
  file: string,
): { readonly resolutions: readonly Resolution[]; readonly traced: readonly TracedSource[] } {
  const tracer = createTracer({ ...site, corpus });
  const resolver = createResolver({ ...site, corpus, tracer: pickFile(tracer, file) });
  const files = new Set(users);
  const isUser = ({ texts }: Article) => [...texts.values()].some(({ file }) => files.has(file));
  const articles = [...corpus.articles.values()].filter(isUser);
  const resolutions = site.languages.flatMap((language) =>
    articles.flatMap(
      (article) => resolver.resolveArticle(article, language, article.versions & site.built).value,
    ),
  );
  return { resolutions, traced: tracer.list() };
}

/** Hears of the texts of one file alone. */
function pickFile({ onParsed, ...tracer }: Tracer, file: string): Tracer {
  return {
    ...tracer,
    onParsed: (parsed) => {
      if (parsed.source.place.file === file) onParsed(parsed);
    },
  };
}

function spanAll(traced: TracedSource): Span {
  return { traced, begin: 0, end: traced.source.text.length };
}

/** A place as one outcome of an article has it. */
interface FoundPlace {
  readonly resolution: Resolution;
  readonly field: string;
  readonly via: Use | undefined;
  /** Whether it stands in an HTML comment, which nobody reads. */
  readonly isCommented: boolean;
}

function findPlaces(resolution: Resolution, spans: readonly Span[]): readonly FoundPlace[] {
  if (resolution.broken) return [];
  return Object.entries(resolution.fields).flatMap(([field, resolved]) => {
    const isHidden = createCommentTest(resolved);
    return resolved.segments.flatMap((segment, at) => {
      const end = resolved.segments[at + 1]?.start ?? resolved.text.length;
      const use = matchSegment(segment, resolved.text.slice(segment.start, end), spans);
      return use === undefined
        ? []
        : [{ resolution, field, via: use.via, isCommented: isHidden(segment.start + use.at) }];
    });
  });
}

/** Where in a segment the part of it begins that a span holds, and what brought that in; undefined where it holds none. */
function matchSegment(
  { source, offset, verbatim, via }: Segment,
  text: string,
  spans: readonly Span[],
): { readonly at: number; readonly via: Use | undefined } | undefined {
  for (const own of spans) {
    if (own.traced.source !== source) continue;
    const from = Math.max(0, own.begin - offset);
    const shown = verbatim ? text.slice(from, Math.max(from, own.end - offset)) : text;
    const isInside = verbatim || (own.begin <= offset && offset < own.end);
    if (isInside && shown.trim() !== '') return { at: verbatim ? from + shown.search(/\S/) : 0, via };
  }
  for (let use = via; use !== undefined; use = use.via) {
    const { source: from, offset: at } = use;
    const isThere = spans.some(({ traced, begin, end }) => traced.source === from && begin <= at && at < end);
    if (isThere && text.trim() !== '') return { at: text.search(/\S/), via: use.via };
  }
  return undefined;
}

function createCommentTest({ text }: ResolvedText): (offset: number) => boolean {
  if (!text.includes('<!--')) return () => false;
  const comments = findRegions(text).filter(({ kind }) => kind === 'comment');
  return (offset) => comments.some(({ start, end }) => start <= offset && offset < end);
}

/** One for each article, language, part and chain of uses, with the versions of all outcomes. */
function mergePlaces(site: SiteSource, found: readonly FoundPlace[]): readonly ReachedPlace[] {
  const groups = new Map<
    string,
    { readonly first: FoundPlace; readonly via: readonly Place[]; versions: VersionSet }
  >();
  for (const each of found) {
    const { article, language, versions } = each.resolution;
    const via = listUses(each.via);
    const key = JSON.stringify([language, article.path, each.field, via]);
    const group = groups.get(key) ?? { first: each, via, versions: EMPTY_SET };
    group.versions |= versions;
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first: { resolution, field }, via, versions }) => ({
    article: resolution.article.path,
    language: resolution.language,
    field,
    versions: formatVersions(versions, site.versions),
    ranges: formatRanges(versions, site.versions, { within: site.built }),
    addresses: listMembers(versions, site.versions).map(
      (version) => createPermalink(site.config, resolution.language, version, resolution.article.path).href,
    ),
    via,
  }));
}

/** Why a file cannot be asked about: it is a folder, or not there; with the name that is nearest. */
export function describeUnknownFile({ files }: SiteSource, file: string): string {
  const folder = `${file.replace(/(?<!\/)\/+$/, '')}/`;
  const below = [...files.texts.keys()].filter((each) => each.startsWith(folder));
  const named = below.find((each) => each === `${folder}index.md`) ?? below[0];
  if (named !== undefined) return `'${file}' is a folder. Name a file of it, such as ${named}.`;
  const inner = [...files.texts.keys()].find((each) => each.endsWith(`/${file}`));
  const nearest = inner ?? findNearest(file, files.texts.keys());
  const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  return `There is no file '${file}' in content/ or data/ of the site.${guess}`;
}
