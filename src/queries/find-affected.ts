import { type Changes, listChanges } from '../changes/index.ts';
import { nameOwner } from '../diagnostics/index.ts';
import type { LinkedPages, Page } from '../links/index.ts';
import { findFrontmatterEnd, findReusable, isContent } from '../load/index.ts';
import type { Resolution } from '../resolve/index.ts';
import type { Theme } from '../theme/index.ts';
import { hasVersion, listMembers } from '../versions/index.ts';
import { type ArticleKey, linkArticles, openOldAddresses, type Workspace } from '../workspace/index.ts';
import { comparePairs, pairPages } from './difference/compare-pages.ts';
import { compareWholeSites } from './difference/compare-sites.ts';
import type { PageReference, SiteDifference } from './difference/types.ts';
import { type ChangedFile, listChangedFiles } from './list-changed-files.ts';

/** What an edit does to the pages of a site. */
export interface Affected extends SiteDifference {
  /** Files of the site that differ. */
  readonly files: readonly ChangedFile[];
  /** How many articles, each in one language, the files that differ could have reached. */
  readonly reached: number;
  /** Those of the removed pages whose article is still there: errors in its sources keep it from being published. */
  readonly broken: readonly PageReference[];
}

/** How two states of a site are compared. */
export interface AffectedRequest {
  /** What pages are put together with; without, only their texts are compared, and nothing is said of what stands around them. */
  readonly theme?: Theme;
  /** Whether the two have one site file. */
  readonly isSameSetup: boolean;
}

/**
 * What differs between the pages of two states of a site, proved by comparing what they come to. Where only bodies of
 * articles, reusables or variables differ, no more is resolved and rendered than those can reach, as long as other pages
 * see nothing of what differs; else both sites are made whole.
 */
export async function findAffected(
  before: Workspace,
  after: Workspace,
  { theme, isSameSetup }: AffectedRequest,
): Promise<Affected> {
  const files = listChangedFiles(before.files, after.files);
  if (files.length === 0 && isSameSetup) return { ...NOTHING, files, reached: 0, broken: [] };
  const names = files.map(({ file }) => file);
  const reached = new Set([...after.usersOf(names), ...before.usersOf(names)]);
  const isPart = isSameSetup && isInside(files, before, after) && !isAskedBeside(files, before, after);
  const part = isPart ? await comparePart(before, after, reached) : undefined;
  if (part !== undefined) return { ...part, files, reached: reached.size, broken: [] };
  const isShared = !isSameSetup || names.some((file) => isInterface(file, after));
  // The older state takes over what the newer one has made, as far as the files that differ cannot reach it.
  const site = await after.site();
  const whole = compareWholeSites(await before.site(), site, { theme, isShared });
  return {
    ...whole,
    files,
    reached: isSameSetup ? reached.size : after.corpus.articles.size,
    broken: whole.removed.filter((page) => isStillThere(page, after)),
  };
}

function isStillThere({ path, version: name, language }: PageReference, after: Workspace): boolean {
  const { corpus, versions, built, languages } = after;
  const article = corpus.articles.get(path);
  const version = versions.find((each) => each.name === name);
  if (article === undefined || version === undefined) return false;
  return hasVersion(article.versions & built, version) && languages.includes(language);
}

const NOTHING: SiteDifference = {
  changes: [],
  changed: [],
  added: [],
  removed: [],
  moved: [],
  titles: [],
  unseen: [],
  around: [],
  compared: 0,
};

/** Whether frontmatter, tree and features are the same in both states, as far as the files tell. */
function isInside(files: readonly ChangedFile[], before: Workspace, after: Workspace): boolean {
  return files.every(({ file, kind }) => {
    if (kind !== 'changed') return false;
    if (file.startsWith('assets/') || findReusable(after.config, file) !== undefined) return true;
    if (/(?:^|\/)data\/variables\/[^/]+\.ya?ml$/.test(file)) return true;
    return isContent(after.config, file) && readHead(before, file) === readHead(after, file);
  });
}

/**
 * Whether reusables or variables that differ go into texts that stand around pages: titles of tracks in other files of `data/`,
 * and addresses in frontmatter.
 */
function isAskedBeside(files: readonly ChangedFile[], before: Workspace, after: Workspace): boolean {
  const names = new Set(files.flatMap(({ file }) => nameData(file) ?? []));
  if (names.size === 0) return false;
  const texts = [...after.files.texts, ...before.files.texts].filter(
    ([file]) => !isContent(after.config, file),
  );
  for (let size = 0; size < names.size; ) {
    size = names.size;
    for (const [file, text] of texts) {
      const name = nameData(file);
      if (name !== undefined && !names.has(name) && mentions(text, names)) names.add(name);
    }
  }
  const isBeside = texts.some(([file, text]) => nameData(file) === undefined && mentions(text, names));
  if (isBeside) return true;
  return [...after.corpus.articles.values()].some(({ frontmatter }) =>
    ADDRESSES.some((key) => mentions(JSON.stringify(frontmatter[key] ?? ''), names)),
  );
}

const ADDRESSES = [
  'featuredLinks',
  'introLinks',
  'sidebarLink',
  'includeGuides',
  'journeyTracks',
  'learningTracks',
];

/** What texts call a reusable or the variables of a file. */
function nameData(file: string): string | undefined {
  const [, name] = /(?:^|\/)data\/((?:reusables|variables)\/.+)\.(?:md|ya?ml)$/.exec(file) ?? [];
  return name?.replaceAll('/', '.');
}

function mentions(text: string, names: ReadonlySet<string>): boolean {
  if (!text.includes('{%') && !text.includes('{{')) return false;
  for (const name of names) if (text.includes(name)) return true;
  return false;
}

function readHead({ files }: Workspace, file: string): string {
  const text = files.texts.get(file) ?? '';
  return text.slice(0, findFrontmatterEnd(text));
}

/** Words that pages show around their texts. */
function isInterface(file: string, { config }: Workspace): boolean {
  return config.languages.some(({ dir }) => file === `${dir === '.' ? '' : `${dir}/`}data/ui.yml`);
}

/** Compares what some articles come to; undefined where other pages may see something of what differs. */
async function comparePart(
  before: Workspace,
  after: Workspace,
  reached: ReadonlySet<ArticleKey>,
): Promise<SiteDifference | undefined> {
  const newer = await after.resolved(reached);
  const older = await before.resolved(reached);
  const [texts, textsNow] = [describeOutcomes(older.value, before), describeOutcomes(newer.value, after)];
  const hasPictures = listChangedFiles(before.files, after.files).some(({ file }) =>
    file.startsWith('assets/'),
  );
  const paths = new Set<string>();
  for (const { resolution } of [...texts.values(), ...textsNow.values()]) {
    const key = nameOwner(resolution.language, resolution.article.path);
    if (hasPictures || texts.get(key)?.text !== textsNow.get(key)?.text) paths.add(resolution.article.path);
  }
  // Of the home page every page can show something.
  if (paths.has('')) return undefined;
  if (paths.size === 0) return { ...NOTHING, compared: countPages(newer.value, after) };
  const redirects = openOldAddresses(after);
  const [linked, linkedNow] = [
    await linkArticles(before, paths, redirects),
    await linkArticles(after, paths, redirects),
  ];
  const [pages, pagesNow] = [linked.value, linkedNow.value];
  if (!isSame(pages.map(describeHead), pagesNow.map(describeHead))) return undefined;
  if (!isSame(listNotes(pages, before), listNotes(pagesNow, after))) return undefined;
  if (!isSame(listNamesOfAnchors(pages, linked), listNamesOfAnchors(pagesNow, linkedNow))) return undefined;
  const paired = pairPages(pages, pagesNow, () => undefined);
  const texted = comparePairs(paired, after.sourceLanguage);
  return { ...texted, around: [], compared: countPages(newer.value, after) };
}

/** By article and language, all that its outcomes say, version by version. */
function describeOutcomes(
  resolutions: readonly Resolution[],
  { versions }: Workspace,
): ReadonlyMap<ArticleKey, { readonly resolution: Resolution; readonly text: string }> {
  const found = new Map<ArticleKey, { resolution: Resolution; lines: string[] }>();
  for (const resolution of resolutions) {
    const { language, article, fields, labels, fallbacks, failures, broken, hasOutsideData } = resolution;
    const key = nameOwner(language, article.path);
    const outcome = found.get(key) ?? { resolution, lines: [] };
    found.set(key, outcome);
    const texts = Object.entries(fields).map(([name, field]) => [name, field?.text, field?.language]);
    const said = JSON.stringify([texts, labels, fallbacks, failures, broken, hasOutsideData]);
    for (const { id } of listMembers(resolution.versions, versions)) outcome.lines.push(`${id} ${said}`);
  }
  return new Map(
    [...found].map(([key, { resolution, lines }]) => [key, { resolution, text: lines.sort().join('\n') }]),
  );
}

function countPages(resolutions: readonly Resolution[], { languages, versions }: Workspace): number {
  return resolutions
    .filter(({ language, broken }) => languages.includes(language) && !broken)
    .reduce((sum, resolution) => sum + listMembers(resolution.versions, versions).length, 0);
}

/** What others see of a page. */
function describeHead({
  href,
  title,
  shortTitle,
  description,
  labels,
  notes,
  fallbacks,
  isUntranslated,
}: Page): string {
  return JSON.stringify([href, title, shortTitle, description, labels, notes, fallbacks, isUntranslated]);
}

/** Which pages say that a release changed them. */
function listNotes(pages: readonly Page[], { config, built, versions }: Workspace): readonly string[] {
  const changes: Changes = listChanges({
    config,
    versions: listMembers(built, versions),
    pages,
    redirects: [],
  });
  return changes.pages.map(({ output }) => output).sort();
}

/** Fragments that lead to an id of another name: only by those can links of other pages come out otherwise. */
function listNamesOfAnchors(pages: readonly Page[], { readFragments }: LinkedPages): readonly string[] {
  return pages.flatMap(({ language, article, version, href }) =>
    [...(readFragments(language, article.path, version) ?? [])]
      .filter(([name, id]) => name !== id)
      .map(([name, id]) => `${href} ${name} ${id}`),
  );
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}
