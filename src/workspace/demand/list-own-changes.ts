import { type ChangedPage, listChanges, type ReleaseStep } from '../../changes/index.ts';
import type { Page } from '../../links/index.ts';
import type { Article } from '../../load/index.ts';
import { hasVersion, listMembers } from '../../versions/index.ts';
import type { Workspace } from '../types.ts';
import type { RedirectBook } from './redirect-book.ts';

export interface OwnChangesInput {
  readonly workspace: Workspace;
  readonly redirects: RedirectBook;
  readonly steps: readonly ReleaseStep[];
  readonly article: Article;
  /** Of the article, in all built versions. */
  readonly pages: readonly Page[];
  readonly link: (article: Article) => Promise<readonly Page[]>;
}

/** What releases changed in one article, also where it had another file before. */
export async function listOwnChanges(input: OwnChangesInput): Promise<{
  readonly changes: readonly ChangedPage[];
  /** The pages that they are made of. */
  readonly pages: readonly Page[];
}> {
  const { workspace, redirects, pages, link, article } = input;
  const { config, versions, built } = workspace;
  const former = listFormer(input);
  const others = (await Promise.all(former.map(link))).flat();
  const table = former.length === 0 ? [] : redirects.list().redirects;
  const all = [...others, ...pages];
  const found = listChanges({
    config,
    versions: listMembers(built, versions),
    pages: all,
    redirects: table,
  });
  return { changes: found.pages.filter(({ newer }) => newer.article.path === article.path), pages: all };
}

/** Articles that are gone in the release in which this one has come, and whose address leads to it. */
function listFormer({ workspace, redirects, steps, article }: OwnChangesInput): readonly Article[] {
  // An address leads to those that claim it.
  if (article.redirectFrom.length === 0) return [];
  const { path, versions: own } = article;
  const come = steps.filter(({ older, newer }) => hasVersion(own, newer) && !hasVersion(own, older));
  if (come.length === 0) return [];
  return [...workspace.corpus.articles.values()].filter(({ path: other, versions: theirs }) =>
    come.some(({ older, newer }) => {
      if (!hasVersion(theirs, older) || hasVersion(theirs, newer)) return false;
      const found = redirects.find(newer, other);
      return found?.article.path === path && found.version === newer;
    }),
  );
}
