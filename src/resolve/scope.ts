import type { Plan, SiteConfig } from '../config/index.ts';
import type { Article, FieldName } from '../load/index.ts';
import type { Version } from '../versions/index.ts';
import { ask, askValue, type ResolverSite, type Run } from './run.ts';
import { VersionDrop } from './version-drop.ts';

/** What Liquid finds under a name, for a run. */
export type Lookup = (run: Run) => unknown;

/** Every name Liquid knows beside those that a text assigns: plans and features as booleans, the version, the page. */
export function createLookups(site: ResolverSite): ReadonlyMap<string, Lookup> {
  const lookups = new Map<string, Lookup>();
  for (const [name, set] of site.names) lookups.set(name, (run) => (ask(run, set) ? true : undefined));
  const numbered = findNumbered(site.config);
  const declared = site.config.liquid ?? {};
  const facts = numbered === undefined ? {} : describePlan(numbered);
  const described = new Map(site.versions.map((version) => [version.id, describeVersion(version)]));
  const own: Record<string, Lookup> = {
    currentVersion: (run) => new VersionDrop(run, ({ id }) => id, formatComingId),
    currentVersionShortName: (run) => new VersionDrop(run, ({ plan }) => plan.short),
    currentRelease: (run) => new VersionDrop(run, findRelease),
    currentVersionObj: (run) => described.get(askValue(run, ({ id }) => id)),
    currentLanguage: ({ language }) => language,
    currentProduct: ({ article }) => article.path.split('/')[0],
    currentCategory: ({ article }) => article.path.split('/')[1],
    currentArticle: ({ article }) => `/${article.path}`,
    currentPath: (run) =>
      new VersionDrop(run, (version) => `/${joinPath([run.language, version.segment, run.article.path])}`),
    currentPathWithoutLanguage: (run) =>
      new VersionDrop(run, (version) => `/${joinPath([version.segment, run.article.path])}`),
    page: (run) => ({
      // What old texts call the release: `/enterprise/{{ page.version }}/admin`.
      version: new VersionDrop(run, findRelease),
      ...bindMap(declared.page, run),
      ...describePage(run.article, run.language),
    }),
    enterpriseServerReleases: () => facts,
    enterpriseServerVersions: (run) =>
      listKnown(run).flatMap(({ id, plan }) => (plan === numbered ? [id] : [])),
    allVersions: (run) => Object.fromEntries(listKnown(run).map(({ id }) => [id, described.get(id)])),
    site: (run) => ({ ...bindMap(declared.site, run), data: site.corpus.data.tree(run.language) }),
    tables: ({ language }) => site.corpus.data.tree(language).tables,
    glossaries: ({ language }) => site.corpus.data.tree(language).glossaries,
  };
  for (const [name, value] of Object.entries(declared)) lookups.set(name, (run) => bindValue(value, run));
  for (const [name, lookup] of Object.entries(own)) lookups.set(name, lookup);
  return lookups;
}

/** The plan that facts about releases are of: the first in the site file that has numbers. */
export function findNumbered({ plans }: Pick<SiteConfig, 'plans'>): Plan | undefined {
  return plans.find(({ releases }) => releases.length > 0);
}

/** A value that the site file declares; a text that names a fact of the version depends on it. */
function bindValue(value: unknown, run: Run): unknown {
  if (typeof value === 'string') {
    if (!value.includes('{{')) return value;
    return new VersionDrop(run, (version) =>
      value.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => FACTS[name]?.(version) ?? ''),
    );
  }
  if (Array.isArray(value)) return value.map((child) => bindValue(child, run));
  return typeof value === 'object' && value !== null ? bindMap(value, run) : value;
}

function bindMap(value: unknown, run: Run): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, bindValue(child, run)]));
}

const FACTS: Readonly<Record<string, (version: Version) => string>> = {
  currentRelease: findRelease,
  currentVersion: ({ id }) => id,
  currentVersionShortName: ({ plan }) => plan.short,
};

/** The names as an object whose own properties LiquidJS reads: nothing is computed before it is asked for. */
export function createGlobals(run: Run, lookups: ReadonlyMap<string, Lookup>): object {
  return new Proxy(Object.create(null), {
    get: (_, name) => (typeof name === 'string' ? lookups.get(name)?.(run) : undefined),
    has: (_, name) => typeof name === 'string' && lookups.has(name),
    getOwnPropertyDescriptor: (_, name) =>
      typeof name === 'string' && lookups.has(name)
        ? { configurable: true, enumerable: true, value: undefined }
        : undefined,
  });
}

function joinPath(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

/** The release as it will be called: of a preview its number, `latest` for a plan without numbers. */
function findRelease({ number, isPreview, release }: Version): string {
  return number ?? (isPreview ? 'latest' : release);
}

/** Conditions that compare ids get from a preview the answers of the release it is a preview of; its own id is printed. */
function formatComingId(version: Version): string {
  return `${version.plan.id}@${findRelease(version)}`;
}

function describeVersion(version: Version): Readonly<Record<string, unknown>> {
  const { id, title, plan } = version;
  return {
    version: id,
    versionTitle: title,
    plan: plan.id,
    planTitle: plan.name,
    shortName: plan.short,
    currentRelease: findRelease(version),
    latestVersion: `${plan.id}@${plan.releases[0] ?? 'latest'}`,
    releases: plan.releases.length > 0 ? plan.releases : ['latest'],
    hasNumberedReleases: plan.releases.length > 0,
    nonEnterpriseDefault: plan.isDefault,
  };
}

/** The versions that the text of a run may name: of previews, which nobody else is to hear of, only its own. */
function listKnown(run: Run): readonly Version[] {
  const preview = askValue(run, ({ isPreview, id }) => (isPreview ? id : ''));
  return run.site.versions.filter(({ isPreview, id }) => !isPreview || id === preview);
}

/** Facts about the plan with numbered releases; of several, the first in the site file. */
function describePlan({ releases, deprecated, next }: Plan): object {
  return {
    latest: releases[0],
    latestStable: releases[0],
    oldestSupported: releases.at(-1),
    supported: releases,
    deprecated,
    all: [...releases, ...deprecated],
    next,
  };
}

const FIELDS: readonly FieldName[] = ['title', 'shortTitle', 'intro', 'product', 'permissions'];

function describePage({ frontmatter, path, hidden, texts }: Article, language: string): object {
  const words = FIELDS.map((name) => [name, texts.get(language)?.fields[name]?.text] as const);
  return {
    ...frontmatter,
    ...Object.fromEntries(words.filter(([, text]) => text !== undefined)),
    relativePath: path,
    hidden,
  };
}
