import type { SiteConfig } from '../config/index.ts';
import type { Page, PageHead } from '../links/index.ts';
import { createPermalink } from '../load/index.ts';
import type { Redirect } from '../redirects/index.ts';
import type { Version } from '../versions/index.ts';
import { createPageJudge, type JudgePages } from './judge-pages.ts';
import { listSteps } from './list-steps.ts';
import { pairMoved } from './pair-moved.ts';
import type { ChangedPage, Changes, MovedPage, ReleaseChanges, ReleaseStep } from './types.ts';

/** @typeParam P pages, or what others see of them */
interface ListInput<P extends PageHead> {
  readonly config: Pick<SiteConfig, 'basePath' | 'changes'>;
  /** Built versions. */
  readonly versions: readonly Version[];
  /** All pages of an article in a language one after the other. */
  readonly pages: readonly P[];
  /** By which an article that has another file since a release is known again. */
  readonly redirects: readonly Redirect[];
  /** Whether two pages differ in what a reader sees. */
  readonly differ: (older: P, newer: P) => boolean;
}

export type ChangesInput = Omit<ListInput<Page>, 'differ'> & {
  /** They are read for it if absent. */
  readonly differ?: JudgePages;
};

/** What differs between neighbouring built releases of a plan; nothing where no plan has two. */
export function listChanges(input: ChangesInput): Changes {
  return listChangesOf({ ...input, differ: input.differ ?? createPageJudge(input.config, input.versions) });
}

/** The same where somebody knows of pages that are not there which of them differ. */
export function listChangesOf<P extends PageHead>({
  config,
  versions,
  pages,
  redirects,
  differ,
}: ListInput<P>): Changes {
  const steps = config.changes ? listSteps(versions) : [];
  const groups = steps.length === 0 ? [] : groupByArticle(pages);
  const targets = new Map(redirects.map(({ from, to }) => [from, to]));
  const all = [...groupByLanguage(groups)].flatMap(([language, articles]) =>
    steps.map((step) => collectStep(step, language, articles, { config, differ, targets })),
  );
  const changed = all.flatMap(({ changed, moved }) => [
    ...changed,
    ...moved.flatMap(({ change }) => change ?? []),
  ]);
  return indexChanges(all.map(dropHidden).filter(hasChanges), changed);
}

/** The look-ups over what has been listed. */
export function indexChanges(releases: Changes['releases'], changed: Changes['pages']): Changes {
  const byNewer = new Map(changed.map((each) => [each.newer.href, each]));
  const byArticle = new Map<string, ChangedPage[]>();
  for (const each of changed) {
    const group = byArticle.get(formatArticle(each)) ?? [];
    byArticle.set(formatArticle(each), group);
    group.push(each);
  }
  return {
    releases,
    pages: changed,
    listSteps: (change) => byArticle.get(formatArticle(change)) ?? [],
    findChange: ({ href }) => byNewer.get(href),
    findRelease: (language, newer) =>
      releases.find((release) => release.step.newer === newer && release.language === language),
  };
}

function formatArticle({ newer }: ChangedPage): string {
  return `${newer.language} ${newer.article.path}`;
}

function groupByArticle<P extends PageHead>(pages: readonly P[]): readonly (readonly P[])[] {
  const groups: P[][] = [];
  for (const page of pages) {
    const last = groups.at(-1);
    if (last?.[0]?.article === page.article && last[0].language === page.language) last.push(page);
    else groups.push([page]);
  }
  return groups;
}

function groupByLanguage<P extends PageHead>(
  articles: readonly (readonly P[])[],
): ReadonlyMap<string, readonly (readonly P[])[]> {
  const languages = new Map<string, (readonly P[])[]>();
  for (const pages of articles) {
    const language = pages[0]?.language ?? '';
    const group = languages.get(language) ?? [];
    languages.set(language, group);
    group.push(pages);
  }
  return languages;
}

function collectStep<P extends PageHead>(
  step: ReleaseStep,
  language: string,
  articles: readonly (readonly P[])[],
  { config, differ, targets }: StepContext<P>,
): ReleaseChanges {
  const changed: ChangedPage[] = [];
  const come: P[] = [];
  const gone: P[] = [];
  for (const pages of articles) {
    const older = pages.find(({ version }) => version === step.older);
    const newer = pages.find(({ version }) => version === step.newer);
    if (newer === undefined) gone.push(...(older === undefined ? [] : [older]));
    else if (older === undefined) come.push(newer);
    else if (differ(older, newer)) changed.push(createChange(step, older, newer, config));
  }
  const { pairs, added, removed } = pairMoved(come, gone, ({ article }) =>
    targets.get(createPermalink(config, language, step.newer, article.path).href),
  );
  const moved = pairs.map(([older, newer]): MovedPage => {
    const change = differ(older, newer) ? createChange(step, older, newer, config) : undefined;
    return { older, newer, change };
  });
  return { step, language, ...createPermalink(config, language, step, ''), changed, moved, added, removed };
}

/** What every step is judged with. */
interface StepContext<P extends PageHead> {
  readonly config: ChangesInput['config'];
  readonly differ: ListInput<P>['differ'];
  /** Where old addresses lead. */
  readonly targets: ReadonlyMap<string, string>;
}

/** Where the home page of a step would stand, there stands the list of all it changes. No article has such a name. */
const HOME = '@home';

/** The address of the newer page with the step in the place of its version. */
function createChange(
  step: ReleaseStep,
  older: PageHead,
  newer: PageHead,
  config: ChangesInput['config'],
): ChangedPage {
  const { article, language, version, href, output } = newer;
  const there = createPermalink(config, language, step, article.path === '' ? HOME : '');
  const own = createPermalink(config, language, version, '');
  return {
    step,
    older,
    newer,
    href: there.href + href.slice(own.href.length),
    output: there.output.replace(/index\.html$/, () => output.slice(own.output.length - 'index.html'.length)),
  };
}

function dropHidden(release: ReleaseChanges): ReleaseChanges {
  const isShown = ({ article }: PageHead) => !article.hidden;
  return {
    ...release,
    changed: release.changed.filter(({ newer }) => isShown(newer)),
    moved: release.moved.filter(({ newer }) => isShown(newer)),
    added: release.added.filter(isShown),
    removed: release.removed.filter(isShown),
  };
}

function hasChanges({ changed, moved, added, removed }: ReleaseChanges): boolean {
  return changed.length + moved.length + added.length + removed.length > 0;
}
