import { renderFeed } from '../../../site/layouts/feed.ts';
import type { PageView, SiteView } from '../../../site/view.ts';
import type { Page, PageHead } from '../../links/index.ts';
import type { OpenPage } from '../open-page.ts';
import type { ComposedFile, PartOfSite } from '../types.ts';
import { createPlanFeed, createProductFeed, listFeedProducts } from './create-change-feeds.ts';
import { createNotesFeed } from './create-notes-feed.ts';
import { hasDatedNotes, listDatedSteps, nameFeed, nameNotesFeed } from './find-feed-links.ts';

/** What feeds are made with. */
interface FeedTools {
  readonly openPage: OpenPage;
  readonly createView: (page: Page) => PageView;
}

/**
 * Feeds of what changed in each plan and in each product, and of release notes, in each language. Those of changes come with
 * the home pages, those of release notes with their pages.
 *
 * @param isWanted picks pages of a part of the site
 */
export function listFeedFiles(
  site: PartOfSite,
  siteView: SiteView,
  { openPage, createView }: FeedTools,
  isWanted: (page: PageHead) => boolean = () => true,
): readonly ComposedFile[] {
  if (site.config.feeds !== true) return [];
  const steps = listDatedSteps(site);
  return site.languages.flatMap((language) => [...listChangeFeeds(language), ...listNotesFeeds(language)]);

  function listChangeFeeds(language: string): readonly ComposedFile[] {
    const homes = site.versions.flatMap((version) => site.navigation.findTree(language, version)?.page ?? []);
    if (steps.length === 0 || !homes.some(isWanted)) return [];
    const view = (home: PageHead) => createView(openPage(home));
    const plans = [...new Set(steps.map(({ step }) => step.newer.plan))].filter((plan) =>
      homes.some(({ version }) => version.plan === plan),
    );
    return [
      ...plans.map((plan) =>
        createFile(nameFeed(language, 'changes', plan.id), (output) =>
          renderFeed(createPlanFeed({ site, siteView, steps, language, output, view }, plan), siteView),
        ),
      ),
      ...listFeedProducts(site, language).map((product) =>
        createFile(nameFeed(language, 'products', product.article.path), (output) =>
          renderFeed(createProductFeed({ site, siteView, steps, language, output, view }, product), siteView),
        ),
      ),
    ];
  }

  function listNotesFeeds(language: string): readonly ComposedFile[] {
    const groups = new Map<string, PageHead[]>();
    for (const page of site.pages) {
      if (page.language !== language || !isWanted(page) || !hasDatedNotes(page, site)) continue;
      const name = nameFeed(language, 'release-notes', nameNotesFeed(page));
      groups.set(name, [...(groups.get(name) ?? []), page]);
    }
    return [...groups].map(([name, pages]) =>
      createFile(name, (output) => renderFeed(createNotesFeed(pages.map(openPage), site, output), siteView)),
    );
  }
}

function createFile(output: string, render: (output: string) => string): ComposedFile {
  return { output, render: () => render(output), isPage: false };
}
