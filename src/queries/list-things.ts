import { findNearest, formatPlace, type Place } from '../diagnostics/index.ts';
import { type Article, assembleCorpus, type Corpus, createPermalink, isContent } from '../load/index.ts';
import { produceRedirects } from '../redirects/index.ts';
import { createResolver, type ResolvedText, type Use } from '../resolve/index.ts';
import { UsageError } from '../usage-error.ts';
import {
  EMPTY_SET,
  formatRanges,
  formatVersions,
  hasVersion,
  listMembers,
  type VersionSet,
} from '../versions/index.ts';
import { assemblePart } from './assemble-part.ts';
import { findReferences, listFeatureUsers, listReferences, nameDataFile } from './find-references.ts';
import type { SiteSource } from './types.ts';

export const THINGS = ['pages', 'versions', 'reusables', 'variables', 'features', 'redirects'] as const;
export type ThingKind = (typeof THINGS)[number];

/** What to list of a site. */
export interface ListRequest {
  readonly kind: ThingKind;
  /** Only what uses this, through any chain: `reusables.a.b`, `variables.a.b`, or the name of a feature. */
  readonly uses?: string | undefined;
  /** Only what this file of the site brings in, through any chain. */
  readonly usedBy?: string | undefined;
}

/** One thing, with where it is defined: a line of the list. The first value is its name. */
export type ListedThing = Readonly<Record<string, string | readonly string[]>>;

/**
 * Lists things of a site in the versions and languages asked for, each with the file that defines it.
 *
 * @throws UsageError for a name that nothing has, and for filters that say nothing of the kind
 */
export function listThings(site: SiteSource, request: ListRequest): readonly ListedThing[] {
  const { kind, uses, usedBy } = request;
  if (uses !== undefined && !['pages', 'reusables', 'variables'].includes(kind))
    throw new UsageError(`--uses goes with pages, reusables and variables, not with ${kind}.`);
  if (usedBy !== undefined && !['reusables', 'variables', 'features'].includes(kind))
    throw new UsageError(`--used-by goes with reusables, variables and features, not with ${kind}.`);
  const used = usedBy === undefined ? undefined : collectUsed(site, usedBy);
  switch (kind) {
    case 'pages':
      return listPages(site, uses);
    case 'versions':
      return listMembers(site.built, site.versions).map(({ name, id, title, segment }) => ({
        name,
        id,
        title,
        segment,
      }));
    case 'features':
      return listFeatures(site).filter(({ name }) => used === undefined || used.has(String(name)));
    case 'redirects':
      return listRedirects(site);
    default:
      return listData(site, kind, uses).filter(({ name }) => used === undefined || used.has(String(name)));
  }
}

function listPages(site: SiteSource, uses: string | undefined): readonly ListedThing[] {
  const { config, versions, built, languages } = site;
  if (uses !== undefined) return listUsers(site, uses);
  const corpus = assembleCorpus(site.files, config, versions).value;
  return languages.flatMap((language) =>
    [...corpus.articles.values()].flatMap((article) =>
      describePages(site, article, language, article.versions & built),
    ),
  );
}

function describePages(
  { config, versions, sourceLanguage }: SiteSource,
  article: Article,
  language: string,
  own: VersionSet,
): readonly ListedThing[] {
  const file = (article.texts.get(language) ?? article.texts.get(sourceLanguage))?.file ?? article.file;
  return listMembers(own, versions).map((version) => ({
    address: createPermalink(config, language, version, article.path).href,
    version: version.name,
    language,
    file,
  }));
}

/** The pages on which a value of `data/` stands, or whose texts ask for a feature. */
function listUsers(site: SiteSource, name: string): readonly ListedThing[] {
  const { config, files, built, languages } = site;
  const features = assemblePart(site, files, []).features;
  const isFeature = features.has(name);
  const owners = isFeature ? listFeatureUsers(files, name) : findOwners(site, name);
  const users = [...(isFeature ? owners : []), ...findReferences(files, config).findUsers(owners)];
  const corpus = assemblePart(
    site,
    files,
    users.filter((file) => isContent(config, file)),
  );
  const wanted = new Set(users);
  const articles = [...corpus.articles.values()].filter(({ texts }) =>
    [...texts.values()].some(({ file }) => wanted.has(file)),
  );
  const resolver = createResolver({ ...site, corpus });
  return languages.flatMap((language) => {
    const source = corpus.data.find(name, language)?.source;
    return articles.flatMap((article) => {
      if (isFeature) return describePages(site, article, language, article.versions & built);
      const shown = resolver
        .resolveArticle(article, language, article.versions & built)
        .value.filter(({ fields }) => Object.values(fields).some((text) => shows(text, source)))
        .reduce((set, { versions }) => set | versions, EMPTY_SET);
      return describePages(site, article, language, shown);
    });
  });
}

function shows({ segments }: ResolvedText, wanted: unknown): boolean {
  return segments.some(({ source, via }) => source === wanted || isThrough(via, wanted));
}

function isThrough(use: Use | undefined, wanted: unknown): boolean {
  for (let each = use; each !== undefined; each = each.via) if (each.source === wanted) return true;
  return false;
}

/** Files of `data/` that hold a value. */
function findOwners(site: SiteSource, name: string): readonly string[] {
  const { data, features } = assemblePart(site, site.files, []);
  const files = [...data.parts.values()].flatMap(({ sources }) => sources.get(name)?.place.file ?? []);
  if (files.length > 0) return files;
  const nearest = data.findNearest(name) ?? findNearest(name, features.keys());
  throw new UsageError(
    `The site has no '${name}'.${nearest === undefined ? ' Name it the way tags do: reusables.FOLDER.FILE.' : ` Did you mean '${nearest}'?`}`,
  );
}

function listData(
  site: SiteSource,
  kind: 'reusables' | 'variables',
  uses: string | undefined,
): readonly ListedThing[] {
  const { files, config, languages } = site;
  const { data } = assemblePart(site, files, []);
  const users =
    uses === undefined ? undefined : findReferences(files, config).findUsers(findOwners(site, uses));
  const found = new Map<
    string,
    { readonly place: Place; readonly text: string; readonly languages: string[] }
  >();
  for (const language of languages) {
    for (const [name, { text, place }] of data.parts.get(language)?.sources ?? []) {
      if (!new RegExp(`^(?:early-access\\.)?${kind}\\.`).test(name)) continue;
      if (users !== undefined && !(users.has(place.file) && isUser(text, uses ?? '', data))) continue;
      const known = found.get(name) ?? { place, text, languages: [] };
      known.languages.push(language);
      found.set(name, known);
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { place, text, languages: codes }]) => ({
      name,
      place: formatPlace(place),
      languages: codes,
      ...(kind === 'variables' && { text: text.replace(/\s+/g, ' ').trim() }),
    }));
}

/** Whether a text names a value, through other values of `data/`. */
function isUser(text: string, wanted: string, data: Corpus['data']): boolean {
  return collectNames(text, data).has(wanted);
}

/** All values of `data/` that a text brings in. */
function collectNames(text: string, data: Corpus['data']): ReadonlySet<string> {
  const names = new Set<string>();
  const next = [...listReferences(text)];
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    if (names.has(name)) continue;
    names.add(name);
    for (const { sources } of data.parts.values())
      next.push(...listReferences(sources.get(name)?.text ?? ''));
  }
  return names;
}

/** Names of data and of features that a file brings in. */
function collectUsed(site: SiteSource, file: string): ReadonlySet<string> {
  const text = site.files.texts.get(file) ?? '';
  const { data, features } = assemblePart(site, site.files, []);
  const names = collectNames(text, data);
  const texts = [text, ...[...names].flatMap((name) => listTexts(data, name))];
  const asked = texts.flatMap(
    (each) =>
      `${each.match(/\{%-?\s*(?:ifversion|elsif|if|unless)\b[^%]*%\}/g)?.join(' ') ?? ''} ${/^[ \t]*[ \t\n]feature:.*$/m.exec(each)?.[0] ?? ''}`.match(
        /[\w-]+/g,
      ) ?? [],
  );
  return new Set([...names, ...asked.filter((name) => features.has(name))]);
}

function listTexts(data: Corpus['data'], name: string): readonly string[] {
  return [...data.parts.values()].flatMap(({ sources }) => sources.get(name)?.text ?? []);
}

function listFeatures(site: SiteSource): readonly ListedThing[] {
  const { files, config, versions, built } = site;
  const { features } = assemblePart(site, files, []);
  const places = new Map(
    [...files.texts.keys()].flatMap((file) => {
      const name = /^features\.(.+)$/.exec(nameDataFile(config, file) ?? '')?.[1];
      return name === undefined ? [] : [[name, file] as const];
    }),
  );
  const isAll = versions.every((version) => version.isPreview || hasVersion(built, version));
  return [...features]
    .filter(([, set]) => isAll || (set & built) !== EMPTY_SET)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, set]) => ({
      name,
      ranges: formatRanges(set, versions),
      versions: formatVersions(set, versions),
      file: places.get(name) ?? '',
    }));
}

function listRedirects(site: SiteSource): readonly ListedThing[] {
  const { config, versions, files, languages } = site;
  const corpus = assembleCorpus(files, config, versions).value;
  const { value } = produceRedirects({ ...site, corpus });
  const owners = new Map(
    languages.flatMap((language) =>
      [...corpus.articles.values()].flatMap(({ path, versions: own, file }) =>
        listMembers(own, versions).map(
          (version) => [createPermalink(config, language, version, path).href, file] as const,
        ),
      ),
    ),
  );
  return value.redirects.map(({ from, to, language }) => ({
    from,
    to,
    language,
    file: owners.get(decodeURI(to)) ?? '',
  }));
}
