import { type Changes, listChanges } from '../changes/index.ts';
import { type Diagnostic, nameOwner } from '../diagnostics/index.ts';
import type { LinkedPages, Page } from '../links/index.ts';
import { openAddressBook } from '../redirects/index.ts';
import type { Resolution } from '../resolve/index.ts';
import { listMembers } from '../versions/index.ts';
import { type ArticleKey, linkArticles, type ResolvedArticles, type Workspace } from '../workspace/index.ts';
import { comparePairs, NO_DIFFERENCE, pairPages } from './difference/compare-pages.ts';
import { followVersions } from './difference/follow-versions.ts';
import { listChangedFiles } from './list-changed-files.ts';
import type { ComparedStates } from './types.ts';

/** Compares what some articles come to; undefined where other pages may see something of what differs. */
export async function compareArticles(
  before: Workspace,
  after: Workspace,
  reached: ReadonlySet<ArticleKey>,
): Promise<ComparedStates | undefined> {
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
  const compared = countPages(newer.value, after);
  const said = (from: Workspace, resolved: ResolvedArticles, linked: readonly Diagnostic[]) => [
    ...from.findings,
    ...resolved.diagnostics,
    ...resolved.legacy,
    ...linked,
  ];
  if (paths.size === 0)
    return {
      difference: { ...NO_DIFFERENCE, compared },
      before: said(before, older, []),
      after: said(after, newer, []),
      isWhole: false,
    };
  const redirects = openAddressBook(after);
  const [linked, linkedNow] = [
    await linkArticles(before, paths, redirects),
    await linkArticles(after, paths, redirects),
  ];
  const [pages, pagesNow] = [linked.value, linkedNow.value];
  if (!isSame(pages.map(describeHead), pagesNow.map(describeHead))) return undefined;
  if (!isSame(listNotes(pages, before), listNotes(pagesNow, after))) return undefined;
  if (!isSame(listNamesOfAnchors(pages, linked), listNamesOfAnchors(pagesNow, linkedNow))) return undefined;
  const paired = pairPages(followVersions(pages, pagesNow, before.config), pagesNow, () => undefined);
  const texted = comparePairs(paired, after.sourceLanguage);
  return {
    difference: { ...texted, around: [], compared },
    before: said(before, older, linked.diagnostics),
    after: said(after, newer, linkedNow.diagnostics),
    isWhole: false,
  };
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
