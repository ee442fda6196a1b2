import type { ComposedFile } from '../../compose/index.ts';
import type { Page, PageHead } from '../../links/index.ts';
import { isOneProduct } from '../../navigation/index.ts';
import type { Site } from '../../workspace/index.ts';
import type { PagePair } from './compare-pages.ts';

/** What became of the HTML of a page. */
export interface AroundPage {
  readonly page: PageHead;
  /** Its HTML as it is now. */
  readonly html: string;
}

/** Two states of a page, as others see it. */
export interface HeadPair {
  readonly before: PageHead;
  readonly after: PageHead;
}

/** Pages whose HTML differs. Whether it does is seen by making both. */
export function findAround(
  pairs: readonly HeadPair[],
  filesBefore: readonly ComposedFile[],
  filesAfter: readonly ComposedFile[],
): readonly AroundPage[] {
  const before = new Map(filesBefore.map((file) => [file.output, file]));
  const after = new Map(filesAfter.map((file) => [file.output, file]));
  return pairs.flatMap(({ before: older, after: newer }) => {
    const html = after.get(newer.output)?.render();
    return html === undefined || before.get(older.output)?.render() === html ? [] : [{ page: newer, html }];
  });
}

/** Two states of a site. */
export interface SuspectStates {
  readonly before: Site;
  readonly after: Site;
  /** Whether a page may show anything of any other: the site has templates of its own, or another site file. */
  readonly isAnything: boolean;
}

/** Tells pages that may show something of other pages which differ: the others need not be made. */
export function createSuspicion({ before, after, isAnything }: SuspectStates): (pair: PagePair) => boolean {
  if (isAnything) return () => true;
  const heads = describeHeads(before.pages);
  const now = describeHeads(after.pages);
  const differing = [
    ...after.pages.filter(({ href }) => heads.get(href) !== now.get(href)),
    ...before.pages.filter(({ href }) => !now.has(href)),
  ];
  // Of an article that a version or language lacks, pickers name the nearest page above it; an index page speaks for what it lists.
  const paths = new Set(differing.map(({ article }) => article.path));
  const parents = new Set(differing.map(({ article }) => article.parent));
  const noted = listArticlesWithOtherNotes(before, after);
  // A page shows others of its own language and version: around it those of its product.
  const editions = new Set(differing.map(nameEdition));
  const whole = new Set([before, after].flatMap(listOneProducts));
  const nameBranch = (page: Page) =>
    whole.has(nameEdition(page)) ? nameEdition(page) : `${nameEdition(page)} ${nameProduct(page)}`;
  const branches = new Set(differing.map(nameBranch));
  const hrefs = new Set(differing.map(({ href }) => href));
  const released = listEditionsWithOtherNotes(before, after);
  return ({ before: older, after: newer }) =>
    parents.has(newer.article.path) ||
    isBelow(newer, paths, after) ||
    noted.has(newer.article.path) ||
    branches.has(nameBranch(newer)) ||
    released.has(nameEdition(newer)) ||
    (editions.has(nameEdition(newer)) &&
      (showsOthers(newer) || hasOther(older, before) || hasOther(newer, after)));

  /** A neighbour that differs, or guides that may. */
  function hasOther(page: Page, { navigation }: Site): boolean {
    const neighbours = [navigation.findPrevious(page), navigation.findNext(page)];
    return neighbours.some((each) => each && hrefs.has(each.href)) || navigation.listSteps(page).length > 0;
  }
}

/** Whether an article is one of some, or stands below one. */
function isBelow({ article }: Page, paths: ReadonlySet<string>, { corpus }: Site): boolean {
  for (
    let path: string | undefined = article.path;
    path !== undefined;
    path = corpus.articles.get(path)?.parent
  )
    if (paths.has(path)) return true;
  return false;
}

/** All that other pages can see of each page. */
function describeHeads(pages: readonly Page[]): ReadonlyMap<string, string> {
  return new Map(
    pages.map(
      ({ href, article, title, shortTitle, description, labels, notes, fallbacks, isUntranslated }) => {
        const { frontmatter, children, parent, hidden, layout } = article;
        const own = [title, shortTitle, description, labels, notes, fallbacks, isUntranslated];
        const tree = [children.map(({ value }) => value), parent, hidden, layout, String(article.versions)];
        return [href, JSON.stringify([own, tree, frontmatter])];
      },
    ),
  );
}

function nameEdition({ language, version }: Pick<Page, 'language' | 'version'>): string {
  return `${language} ${version.id}`;
}

function nameProduct({ article }: Page): string | undefined {
  return article.path.split('/', 1)[0];
}

/** Languages and versions in which all pages stand around each other. */
function listOneProducts({ languages, versions, navigation }: Site): readonly string[] {
  return languages.flatMap((language) =>
    versions.flatMap((version) => {
      const tree = navigation.findTree(language, version);
      return tree !== undefined && isOneProduct(tree) ? [nameEdition({ language, version })] : [];
    }),
  );
}

/** Index pages list what is below them, and landing pages anything. */
function showsOthers({ article }: Page): boolean {
  return article.kind === 'index' || LISTS.some((key) => article.frontmatter[key] !== undefined);
}

const LISTS = [
  'featuredLinks',
  'includeGuides',
  'learningTracks',
  'journeyTracks',
  'carousels',
  'introLinks',
];

/** Articles whose pages say other things of what a release changed. */
function listArticlesWithOtherNotes(before: Site, after: Site): ReadonlySet<string> {
  const list = ({ changes }: Site) => new Map(changes.pages.map((each) => [each.output, each.newer]));
  const [older, newer] = [list(before), list(after)];
  const differing = [
    ...[...older].filter(([output]) => !newer.has(output)),
    ...[...newer].filter(([output]) => !older.has(output)),
  ];
  return new Set(differing.map(([, { article }]) => article.path));
}

/** Languages and versions whose pages lead to a list of what the release changed, in one of the states only. */
function listEditionsWithOtherNotes(before: Site, after: Site): ReadonlySet<string> {
  const list = ({ changes }: Site) =>
    changes.releases.map(({ language, step }) => `${language} ${step.newer.id}`);
  const [older, newer] = [new Set(list(before)), new Set(list(after))];
  return new Set([...older, ...newer].filter((each) => older.has(each) !== newer.has(each)));
}
