import { createBlockLister, createPageJudge, pairMoved } from '../changes/index.ts';
import { encodePath, type Page } from '../links/index.ts';
import { createPermalink } from '../load/index.ts';
import type { Version } from '../versions/index.ts';
import type { Site } from '../workspace/index.ts';
import { createBlockGroups } from './difference/group-blocks.ts';
import { referToPage } from './difference/refer-to-page.ts';
import type { SiteDifference } from './difference/types.ts';

/**
 * What differs between the pages of two versions of a site, article by article. That each page prints its own version, and leads
 * to pages of that version, is no difference.
 */
export function compareVersions(
  { config, versions, pages, redirects }: Pick<Site, 'config' | 'versions' | 'pages' | 'redirects'>,
  older: Version,
  newer: Version,
): SiteDifference {
  const [source = ''] = config.languages.map(({ code }) => code);
  const before = new Map(listOf(pages, older).map((page) => [nameArticle(page), page]));
  const come: Page[] = [];
  const groups = createBlockGroups();
  const differ = createPageJudge(config, versions);
  const listBlocks = createBlockLister(config, versions);
  const refer = (page: Page) => referToPage(page, source);
  const after = listOf(pages, newer);
  const pairs = after.flatMap((page) => {
    const twin = before.get(nameArticle(page));
    before.delete(nameArticle(page));
    if (twin === undefined) come.push(page);
    return twin === undefined ? [] : [[twin, page] as const];
  });
  const targets = new Map(redirects.map(({ from, to }) => [from, to]));
  const moves = pairMoved(come, [...before.values()], ({ language, article }) =>
    targets.get(createPermalink(config, language, newer, encodePath(article.path)).href),
  );
  const differing = [...pairs, ...moves.pairs].filter(([one, other]) => differ(one, other));
  const changed = differing.map(([one, other]) => {
    const page = refer(other);
    groups.add(page, listBlocks(one, other));
    return page;
  });
  return {
    changes: groups.list(),
    changed,
    added: moves.added.map(refer),
    removed: moves.removed.map(refer),
    moved: moves.pairs.map(([one, other]) => ({ from: refer(one), to: refer(other) })),
    titles: [],
    unseen: [],
    around: [],
    compared: after.length + moves.removed.length,
  };
}

function listOf(pages: readonly Page[], wanted: Version): readonly Page[] {
  return pages.filter(({ version, article }) => version.id === wanted.id && !article.hidden);
}

function nameArticle({ language, article }: Page): string {
  return `${language} ${article.path}`;
}
