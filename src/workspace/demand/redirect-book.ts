import type { OldAddresses } from '../../links/index.ts';
import { produceRedirects, type RedirectTable } from '../../redirects/index.ts';
import type { Workspace } from '../types.ts';

/** Old addresses of a site, listed once somebody asks: that takes longer than a page, and few pages need them. */
export interface RedirectBook extends OldAddresses {
  readonly list: () => RedirectTable;
  /** The same for articles that say other words, whose addresses are as they were. */
  readonly renew: (workspace: Workspace) => RedirectBook;
}

export function openRedirectBook(workspace: Workspace, kept?: () => RedirectTable | undefined): RedirectBook {
  let table: RedirectTable | undefined;
  const list = () => {
    table ??= kept?.() ?? produceRedirects(workspace).value;
    return table;
  };
  return {
    list,
    find(version, path) {
      const found = list().find(version, path);
      const article = found && workspace.corpus.articles.get(found.article.path);
      return found && article && { ...found, article };
    },
    renew: (next) => openRedirectBook(next, () => table),
  };
}
