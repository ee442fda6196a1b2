import { renderChangeLists, renderProductChanges } from '../../../site/layouts/release-changes.ts';
import type { FeedEntryView, FeedView, PageView, ReleaseChangesView, SiteView } from '../../../site/view.ts';
import type { PageHead } from '../../links/index.ts';
import { isOneProduct } from '../../navigation/index.ts';
import type { Version } from '../../versions/index.ts';
import { createReleaseChangesView } from '../create-changes-view.ts';
import type { PartOfSite } from '../types.ts';
import { type DatedStep, formatFeedTitle, locateFeed } from './find-feed-links.ts';

/** What a feed of changes is made of. */
interface ChangeFeedInput {
  readonly site: PartOfSite;
  readonly siteView: SiteView;
  readonly steps: readonly DatedStep[];
  readonly language: string;
  /** Its file. */
  readonly output: string;
  /** That of a home page. */
  readonly view: (home: PageHead) => PageView;
}

/** Products of a language, each as the first version has it. */
export function listFeedProducts(
  { navigation, versions }: Pick<PartOfSite, 'navigation' | 'versions'>,
  language: string,
): readonly PageHead[] {
  const found = new Map<string, PageHead>();
  for (const version of versions) {
    const tree = navigation.findTree(language, version);
    for (const { page } of tree === undefined || isOneProduct(tree) ? [] : tree.children)
      if (!found.has(page.article.path) && !page.article.hidden) found.set(page.article.path, page);
  }
  return [...found.values()];
}

/** All that releases of a plan changed. */
export function createPlanFeed(input: ChangeFeedInput, plan: Version['plan']): FeedView {
  const { siteView, language, site } = input;
  const own = input.steps.filter(({ step }) => step.newer.plan === plan);
  const releases = listReleases(input, own);
  const home = own
    .map(({ step }) => site.navigation.findTree(language, step.newer)?.page.href)
    .find((href) => href !== undefined);
  return {
    ...describeFeed(input, formatFeedTitle(plan.name, siteView.words(language).whatChanged), own),
    pageHref: releases[0]?.view.release.href ?? home ?? siteView.basePath,
    entries: releases.map(({ day, view }): FeedEntryView => {
      const { newer } = view.release.step;
      return {
        name: newer.release,
        title: newer.title,
        day,
        href: view.release.href,
        content: renderChangeLists(view),
      };
    }),
  };
}

/** What releases of all plans changed in a product. */
export function createProductFeed(input: ChangeFeedInput, product: PageHead): FeedView {
  const { siteView, language } = input;
  const { whatChanged } = siteView.words(language);
  return {
    ...describeFeed(input, formatFeedTitle(product.shortTitle, whatChanged), input.steps),
    pageHref: product.href,
    entries: listReleases(input, input.steps).flatMap(({ day, view }): readonly FeedEntryView[] => {
      const { newer } = view.release.step;
      const changes = view.products.find((each) => each.product?.article.path === product.article.path);
      if (changes === undefined) return [];
      return [
        {
          name: `${newer.plan.short}-${newer.release}`,
          title: `${changes.product?.shortTitle ?? product.shortTitle}: ${newer.title}`,
          day,
          href: view.release.href,
          content: renderProductChanges(changes, view.view),
        },
      ];
    }),
  };
}

function describeFeed(
  { language, site, output }: ChangeFeedInput,
  title: string,
  steps: readonly DatedStep[],
): Pick<FeedView, 'language' | 'title' | 'href' | 'updated'> {
  const [updated = ''] = steps
    .map(({ day }) => day)
    .sort()
    .reverse();
  return { language, title, href: locateFeed(site, output), updated };
}

/** Releases that changed something, the newest first. */
function listReleases(
  { site, siteView, language, view }: ChangeFeedInput,
  steps: readonly DatedStep[],
): readonly { readonly day: string; readonly view: ReleaseChangesView }[] {
  const { changes, navigation } = site;
  const found = steps.flatMap(({ step, day }) => {
    const release = changes.findRelease(language, step.newer);
    const home = navigation.findTree(language, step.newer)?.page;
    if (release === undefined || home === undefined) return [];
    // Other feeds tell of the same release.
    const made = siteView.share(release, () =>
      createReleaseChangesView(release, view(home), changes, navigation),
    );
    return [{ day, view: made }];
  });
  return found.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
