import type { OldAddresses } from '../../links/index.ts';
import type { Corpus } from '../../load/index.ts';
import { openAddressBook, produceRedirects, type RedirectTable } from '../../redirects/index.ts';
import type { Workspace } from '../types.ts';

/** Old addresses of a site. All of them are listed once somebody asks: that takes longer than a page. */
export interface RedirectBook extends OldAddresses {
  readonly list: () => RedirectTable;
  /** The same for articles that say other words, whose addresses are as they were. */
  readonly renew: (workspace: Workspace) => RedirectBook;
}

export function openRedirectBook(workspace: Workspace): RedirectBook {
  // Without the rest of the workspace: these outlive it.
  const { config, corpus, versions, built, languages } = workspace;
  const input = { config, corpus, versions, built, languages };
  let table: RedirectTable | undefined;
  return open(corpus, openAddressBook(input), () => {
    table ??= produceRedirects(input).value;
    return table;
  });
}

/** @param addresses of the articles as they were at first */
function open({ articles }: Corpus, addresses: OldAddresses, list: RedirectBook['list']): RedirectBook {
  return {
    list,
    find(version, path) {
      const found = addresses.find(version, path);
      const article = found && articles.get(found.article.path);
      return found && article && { ...found, article };
    },
    renew: ({ corpus }) => open(corpus, addresses, list),
  };
}
