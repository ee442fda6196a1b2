import type { DistinctChange, PageReference, SiteDifference } from '../difference/types.ts';

/** How much differs, in numbers. */
export interface DifferenceFigures {
  /** Distinct changes. */
  readonly renderings: number;
  /** Pages on which readers read something else, those that came, went or moved among them. */
  readonly pages: number;
  /** Names of their versions, in the order they are met. */
  readonly versions: readonly string[];
  readonly languages: readonly string[];
  /** Pages of which only what stands around their texts differs. */
  readonly around: number;
  /** Pages of which only HTML differs that nobody sees. */
  readonly unseen: number;
  readonly compared: number;
}

export function countDifference(difference: SiteDifference): DifferenceFigures {
  const pages = listDifferingPages(difference);
  return {
    renderings: difference.changes.length,
    pages: pages.length,
    versions: [...new Set(pages.map(({ version }) => version))],
    languages: [...new Set(pages.map(({ language }) => language))],
    around: difference.around.length,
    unseen: difference.unseen.length,
    compared: difference.compared,
  };
}

/** Pages on which readers read something else, each once. */
export function listDifferingPages(difference: SiteDifference): readonly PageReference[] {
  const { changed, added, removed, moved } = difference;
  const all = [...changed, ...added, ...removed, ...moved.map(({ to }) => to)];
  return [...new Map(all.map((page) => [page.href, page])).values()];
}

/** Whether anything differs in the HTML of any page. */
export function hasDifference(difference: SiteDifference): boolean {
  const { around, unseen } = difference;
  return listDifferingPages(difference).length + around.length + unseen.length > 0;
}

/** What differs, as the opening sentence of a report says it. */
export function describeDifference(difference: SiteDifference, subject: string): string {
  const { renderings, pages, versions, languages, around, unseen } = countDifference(difference);
  if (pages === 0) {
    const rest = around + unseen;
    return rest === 0
      ? `${subject} changes no page.`
      : `${subject} changes no text of any page; ${count(rest, 'page')} ${rest === 1 ? 'differs' : 'differ'} in other ways.`;
  }
  if (renderings === 0)
    return `${subject} changes no text, but ${count(pages, 'page')} ${pages === 1 ? 'comes, goes or moves' : 'come, go or move'}.`;
  const where = `on ${count(pages, 'page')} in ${count(versions.length, 'version')} and ${count(languages.length, 'language')}`;
  return `${subject} changes ${count(renderings, 'distinct rendering')} ${where}.`;
}

/** Sentences on what else there is to say; none where nothing is. */
export function listFacts({
  added,
  removed,
  moved,
  titles,
  around,
  unseen,
}: SiteDifference): readonly string[] {
  const came = [
    ...(added.length > 0 ? [`${added.length} added`] : []),
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
    ...(moved.length > 0 ? [`${moved.length} moved`] : []),
  ];
  const retitled = new Map<string, number>();
  for (const { page, shownOn } of titles) {
    const key = `${page.language} ${page.path}`;
    retitled.set(key, (retitled.get(key) ?? 0) + shownOn);
  }
  const shown = [...retitled.values()].reduce((sum, each) => sum + each, 0);
  return [
    ...(came.length > 0 ? [`Pages: ${came.join(', ')}.`] : []),
    ...(retitled.size > 0
      ? [
          `${count(retitled.size, 'article')} with a new title, which is shown on ${count(shown, 'other page')}.`,
        ]
      : []),
    ...(around.length > 0
      ? [
          `${count(around.length, 'more page')} with the same text but different surroundings: navigation, lists of pages, notes on releases.`,
        ]
      : []),
    ...(unseen.length > 0
      ? [
          `${count(unseen.length, 'page')} with different HTML that reads the same: ids, classes, image sizes.`,
        ]
      : []),
  ];
}

/** What is said of pages that went because of errors; none where none did. */
export function listBroken(broken: readonly PageReference[]): readonly string[] {
  if (broken.length === 0) return [];
  const { length } = broken;
  return [
    `${count(length, 'page')} ${length === 1 ? 'is' : 'are'} left out because of errors in the sources; decant check names them.`,
  ];
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The pages of one article in a language. */
export interface ArticlePages {
  readonly path: string;
  readonly language: string;
  readonly title: string;
  readonly file: string;
  readonly pages: readonly PageReference[];
}

export function groupByArticle(pages: readonly PageReference[]): readonly ArticlePages[] {
  const groups = new Map<string, PageReference[]>();
  for (const page of pages) {
    const key = `${page.language} ${page.path}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(page);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { path, language, title, file } = first;
    return [{ path, language, title, file, pages: group }];
  });
}

/** Distinct changes that are on the same pages. */
export interface ChangeGroup {
  readonly pages: readonly PageReference[];
  readonly changes: readonly DistinctChange[];
}

/** Changes of the same pages stand together, those on most pages first. */
export function groupChanges(changes: readonly DistinctChange[]): readonly ChangeGroup[] {
  const groups = new Map<string, { pages: readonly PageReference[]; changes: DistinctChange[] }>();
  for (const change of changes) {
    const key = change.pages.map(({ href }) => href).join(' ');
    const group = groups.get(key) ?? { pages: change.pages, changes: [] };
    groups.set(key, group);
    group.changes.push(change);
  }
  return [...groups.values()].sort((one, other) => other.pages.length - one.pages.length);
}

/** An article that has another address, with its pages. */
export interface ArticleMove {
  readonly from: PageReference;
  readonly to: PageReference;
  /** As they are now. */
  readonly pages: readonly PageReference[];
}

/** The versions of one article stand together. */
export function groupMoves(moved: SiteDifference['moved']): readonly ArticleMove[] {
  const groups = new Map<string, { from: PageReference; to: PageReference; pages: PageReference[] }>();
  for (const { from, to } of moved) {
    const key = JSON.stringify([to.language, from.path, to.path]);
    const group = groups.get(key) ?? { from, to, pages: [] };
    groups.set(key, group);
    group.pages.push(to);
  }
  return [...groups.values()];
}

/** Names of versions, all or the first few. */
export function listVersionNames(pages: readonly PageReference[], most = 8): string {
  const names = [...new Set(pages.map(({ version }) => version))];
  const more = names.length > most ? [`and ${names.length - most} more`] : [];
  return [...names.slice(0, most), ...more].join(', ');
}

/** `/packages/quickstart`; the home page is `/`. */
export function formatPath({ path }: Pick<PageReference, 'path'>): string {
  return `/${path}`;
}
