import type { FeedLinkView, SiteView } from '../../../site/view.ts';
import { listSteps, type ReleaseStep } from '../../changes/index.ts';
import { encodePath, type PageHead } from '../../links/index.ts';
import { listReleaseNotes } from '../../load/index.ts';
import { isOneProduct } from '../../navigation/index.ts';
import type { Version } from '../../versions/index.ts';
import type { ComposedSite, PartOfSite } from '../types.ts';

type FeedSite = Pick<PartOfSite, 'config' | 'versions' | 'navigation' | 'corpus'>;

/** A release that feeds tell of, and the day on which it came out. */
export interface DatedStep {
  readonly step: ReleaseStep;
  /** `2021-10-01`. */
  readonly day: string;
}

/** Releases that came out on a known day, with the one before. Whether they changed anything is not asked. */
export function listDatedSteps({
  config,
  versions,
}: Pick<FeedSite, 'config' | 'versions'>): readonly DatedStep[] {
  if (config.feeds !== true || !config.changes) return [];
  return listSteps(versions).flatMap((step) => {
    const day = step.newer.plan.dates?.[step.newer.release]?.released;
    return day === undefined ? [] : [{ step, day }];
  });
}

/** What a feed is about. */
export type FeedKind = 'changes' | 'products' | 'release-notes';

/**
 * The file of a feed.
 *
 * @param name the plan's id, the path of the product, or both of release notes and plan
 * @example nameFeed('ja', 'changes', 'enterprise-server') // 'feeds/ja/changes/enterprise-server.atom'
 */
export function nameFeed(language: string, kind: FeedKind, name: string): string {
  return `feeds/${language}/${kind}/${name}.atom`;
}

/** Of each article with release notes there is a feed for each plan. */
export function nameNotesFeed({ article, version }: Pick<PageHead, 'article' | 'version'>): string {
  return `${article.path}/${version.plan.id}`;
}

/** Whether a page of release notes has some of a known day. */
export function hasDatedNotes(
  { article, version, language }: PageHead,
  { corpus }: Pick<ComposedSite, 'corpus'>,
): boolean {
  if (article.layout !== 'release-notes' || version.isPreview) return false;
  return listReleaseNotes(article, corpus.data, version, language).some(({ day }) => day !== undefined);
}

/** Feeds that tell of a page's plan, of its product, and of the release notes that it shows. */
export function createFeedFinder(
  site: FeedSite,
  words: SiteView['words'],
): (page: PageHead) => readonly FeedLinkView[] | undefined {
  const { config, navigation } = site;
  if (config.feeds !== true) return () => undefined;
  const steps = listDatedSteps(site);
  const plans = new Set(steps.map(({ step }) => step.newer.plan));
  return (page) => [...listPlanFeeds(page), ...listProductFeeds(page), ...listNotesFeeds(page)];

  function listPlanFeeds({ language, version: { plan } }: PageHead): readonly FeedLinkView[] {
    return plans.has(plan) ? [link(language, 'changes', plan.id, nameChanges(plan.name, language))] : [];
  }

  function listProductFeeds(page: PageHead): readonly FeedLinkView[] {
    const product = steps.length === 0 ? undefined : findProduct(page);
    if (product === undefined) return [];
    return [
      link(page.language, 'products', product.article.path, nameChanges(product.shortTitle, page.language)),
    ];
  }

  function findProduct(page: PageHead): PageHead | undefined {
    const tree = navigation.findTree(page.language, page.version);
    if (tree === undefined || isOneProduct(tree)) return undefined;
    return navigation.findTrail(page)[1];
  }

  function listNotesFeeds(page: PageHead): readonly FeedLinkView[] {
    const { language } = page;
    if (!hasDatedNotes(page, site)) return [];
    return [link(language, 'release-notes', nameNotesFeed(page), nameNotes(page))];
  }

  function link(language: string, kind: FeedKind, name: string, title: string): FeedLinkView {
    return { title, href: locateFeed(site, nameFeed(language, kind, name)) };
  }

  function nameChanges(name: string, language: string): string {
    return formatFeedTitle(name, words(language).whatChanged);
  }
}

export function locateFeed({ config }: Pick<FeedSite, 'config'>, output: string): string {
  return `${config.basePath}${encodePath(output)}`;
}

export function formatFeedTitle(name: string, about: string): string {
  return `${name}: ${about}`;
}

/** A feed of release notes has the name of their page. */
export function nameNotes({
  title,
  version: { plan },
}: {
  readonly title: string;
  readonly version: Version;
}): string {
  return formatFeedTitle(plan.name, title);
}
