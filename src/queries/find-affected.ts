import type { RenderMarkdown } from '../markdown/index.ts';
import type { Theme } from '../theme/index.ts';
import { hasVersion } from '../versions/index.ts';
import type { ArticleKey, Workspace } from '../workspace/index.ts';
import { compareArticles } from './compare-articles.ts';
import { compareOutlined, type OutlineKeeper } from './compare-outlined.ts';
import { compareProblems, type ProblemDifference } from './compare-problems.ts';
import { NO_DIFFERENCE } from './difference/compare-pages.ts';
import { compareWholeSites } from './difference/compare-sites.ts';
import type { PageReference, SiteDifference } from './difference/types.ts';
import { isOfBodies } from './is-of-bodies.ts';
import { type ChangedFile, listChangedFiles } from './list-changed-files.ts';
import type { ComparedStates } from './types.ts';

/** What an edit does to the pages of a site. */
export interface Affected extends SiteDifference {
  /** Files of the site that differ. */
  readonly files: readonly ChangedFile[];
  /** How many articles, each in one language, the files that differ could have reached. */
  readonly reached: number;
  /** Those of the removed pages whose article is still there: errors in its sources keep it from being published. */
  readonly broken: readonly PageReference[];
  /** What is said of the sources now and was not, and what is not said any more. */
  readonly problems: ProblemDifference;
  /** Whether both sites were made whole; else no page has come, gone or moved. */
  readonly isWhole: boolean;
}

/** How two states of a site are compared. */
export interface AffectedRequest {
  /** What pages are put together with; without, only their texts are compared, and nothing is said of what stands around them. */
  readonly theme?: Theme;
  /** Whether the two have one site file. */
  readonly isSameSetup: boolean;
  /** Renders where no workspace does: pages that show titles are looked for by outlines. Without, both sites are made whole for them. */
  readonly renderMarkdown?: RenderMarkdown | undefined;
  readonly outlines?: OutlineKeeper | undefined;
  /** Whether texts are known as `check` renders them: what has to be known of the site is made of those. */
  readonly isDrafted?: boolean | undefined;
}

/**
 * What differs between the pages of two states of a site, proved by comparing what they come to. Where only bodies of
 * articles, reusables or variables differ, no more is resolved and rendered than those can reach, as long as other pages
 * see nothing of what differs; where words of frontmatter do, those pages too that show them. Else both sites are made whole.
 */
export async function findAffected(
  before: Workspace,
  after: Workspace,
  request: AffectedRequest,
): Promise<Affected> {
  const { isSameSetup } = request;
  const files = listChangedFiles(before.files, after.files);
  if (files.length === 0 && isSameSetup) return { ...NOTHING, files };
  const names = files.map(({ file }) => file);
  const reached = new Set([...after.usersOf(names), ...before.usersOf(names)]);
  const { difference, isWhole, ...said } =
    (isSameSetup && (await comparePart(before, after, { ...request, files, reached }))) ||
    (await compareWhole(before, after, { ...request, files }));
  return {
    ...difference,
    files,
    reached: isSameSetup ? reached.size : after.corpus.articles.size,
    broken: difference.removed.filter((page) => isStillThere(page, after)),
    problems: compareProblems({ ...before, found: said.before }, { ...after, found: said.after }),
    isWhole,
  };
}

const NOTHING: Affected = {
  ...NO_DIFFERENCE,
  files: [],
  reached: 0,
  broken: [],
  problems: { brought: [], mended: [] },
  isWhole: false,
};

interface PartRequest extends AffectedRequest {
  readonly files: readonly ChangedFile[];
  readonly reached: ReadonlySet<ArticleKey>;
}

/** Undefined where more may differ than some articles and the pages that show them. */
async function comparePart(
  before: Workspace,
  after: Workspace,
  { theme, renderMarkdown, outlines, isDrafted, files, reached }: PartRequest,
): Promise<ComparedStates | undefined> {
  const articles = isOfBodies(files, before, after) && (await compareArticles(before, after, reached));
  if (articles) return articles;
  if (theme === undefined || renderMarkdown === undefined) return undefined;
  return compareOutlined(before, after, { theme, renderMarkdown, outlines, isDrafted });
}

async function compareWhole(
  before: Workspace,
  after: Workspace,
  { theme, isSameSetup, files }: AffectedRequest & Pick<PartRequest, 'files'>,
): Promise<ComparedStates> {
  const isShared = !isSameSetup || files.some(({ file }) => isInterface(file, after));
  // The older state takes over what the newer one has made, as far as the files that differ cannot reach it.
  const now = await after.site();
  const old = await before.site();
  const difference = compareWholeSites(old, now, { theme, isShared });
  return { difference, before: old.diagnostics, after: now.diagnostics, isWhole: true };
}

function isStillThere({ path, version: name, language }: PageReference, after: Workspace): boolean {
  const { corpus, versions, built, languages } = after;
  const article = corpus.articles.get(path);
  const version = versions.find((each) => each.name === name);
  if (article === undefined || version === undefined) return false;
  return hasVersion(article.versions & built, version) && languages.includes(language);
}

/** Words that pages show around their texts. */
function isInterface(file: string, { config }: Workspace): boolean {
  return config.languages.some(({ dir }) => file === `${dir === '.' ? '' : `${dir}/`}data/ui.yml`);
}
