import { findNearest } from '../../diagnostics/index.ts';
import { UsageError } from '../../usage-error.ts';
import { suggestVersion } from '../../versions/index.ts';
import type { DocsLibrary, LibraryVersion, PageName } from '../types.ts';

/** What a question may name. */
export interface Wanted {
  readonly version?: string | undefined;
  readonly language?: string | undefined;
}

/** @throws UsageError for a version or language that there is not; names those there are */
export function chooseTarget(library: DocsLibrary, { version, language }: Wanted): Omit<PageName, 'path'> {
  return { version: chooseVersion(library, version), language: chooseLanguage(library, language) };
}

/** By name, id or title; the newest release where a plan is named. */
export function chooseVersion({ versions, defaultVersion }: DocsLibrary, name?: string): LibraryVersion {
  if (name === undefined || name === '') return defaultVersion;
  const wanted = fold(name);
  const found =
    versions.find((each) => listSpellings(each).includes(wanted)) ??
    versions.find(({ plan, id }) => [fold(plan), fold(id.replace(/@[^@]*$/, ''))].includes(wanted));
  if (found !== undefined) return found;
  const names = versions.map((each) => each.name);
  const nearest = suggestVersion(name, names);
  const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  throw new UsageError(`There is no version '${name}'.${guess} The versions are ${names.join(', ')}.`);
}

function listSpellings({ name, id, title, plan, release }: LibraryVersion): readonly string[] {
  return [name, id, title, `${plan}-${release}`].map(fold);
}

function fold(name: string): string {
  return name.trim().toLowerCase().replaceAll('@', '-');
}

function chooseLanguage({ languages }: DocsLibrary, code?: string): string {
  const [source] = languages;
  if (code === undefined || code === '') return source?.code ?? '';
  const found = languages.find((each) => each.code.toLowerCase() === code.toLowerCase());
  if (found !== undefined) return found.code;
  throw new UsageError(
    `There is no language '${code}'. The languages are ${languages.map((each) => each.code).join(', ')}.`,
  );
}

/** A page that there is in some version; whether in that one, its `articles` say. A question goes before what an address names. */
export async function chooseArticle(library: DocsLibrary, page: string, wanted: Wanted): Promise<PageName> {
  const named = library.parseAddress(page);
  const target = chooseTarget(library, {
    version: wanted.version ?? named.version,
    language: wanted.language ?? named.language,
  });
  if (library.articles.has(named.path)) return { path: named.path, ...target };
  throw new UsageError(await describeMissing(library, page, { path: named.path, ...target }));
}

/** @throws UsageError where there is no such page in the version; says where there is, or what comes nearest */
export async function choosePage(library: DocsLibrary, page: string, wanted: Wanted): Promise<PageName> {
  const chosen = await chooseArticle(library, page, wanted);
  const versions = library.articles.get(chosen.path) ?? new Set();
  if (versions.has(chosen.version)) return chosen;
  const [elsewhere] = versions;
  const advice = elsewhere === undefined ? '' : ` Ask for it with the version '${elsewhere.name}'.`;
  throw new UsageError(
    `The page '${chosen.path || '/'}' is not in ${chosen.version.name}. It is in: ${library.formatRanges(versions)}.${advice}`,
  );
}

async function describeMissing(library: DocsLibrary, page: string, name: PageName): Promise<string> {
  const why = await library.sources?.describeMissing(new URL(library.formatAddress(name)).pathname);
  const near = listNear([...library.articles.keys()], name.path);
  const guess = near.length === 0 ? '' : ` The nearest are:\n${near.map((path) => `- ${path}`).join('\n')}`;
  return `${why ?? `There is no page '${page}'.`}${guess}\nThe tool search finds pages by words.`;
}

const MAX_NEAR = 5;

/** Paths that end alike, that are spelled alike, or that have most steps and words in common. */
function listNear(paths: readonly string[], wanted: string): readonly string[] {
  const last = wanted.split('/').at(-1) ?? '';
  const words = new Set(wanted.split(/[/-]/).filter((word) => word.length > 2));
  const count = (path: string) => path.split(/[/-]/).filter((word) => words.has(word)).length;
  const ends = new Set(paths.map(readEnd));
  const end = ends.has(last) ? last : findNearest(last, ends);
  const alike = paths.filter((path) => last !== '' && readEnd(path) === end);
  const nearest = findNearest(wanted, paths);
  const related = paths
    .map((path) => ({ path, common: count(path) }))
    .filter(({ common }) => common > 0)
    .sort((a, b) => b.common - a.common || a.path.length - b.path.length)
    .map(({ path }) => path);
  return [...new Set([...alike, ...(nearest === undefined ? [] : [nearest]), ...related])].slice(0, MAX_NEAR);
}

function readEnd(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
