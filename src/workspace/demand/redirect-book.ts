import type { OldAddresses } from '../../links/index.ts';
import { openAddressBook, produceRedirects, type RedirectTable } from '../../redirects/index.ts';
import type { Workspace } from '../types.ts';

/** Old addresses of a site. All of them are listed once somebody asks: that takes longer than a page. */
export interface RedirectBook extends OldAddresses {
  readonly list: () => RedirectTable;
  /** The same for articles that say other words, whose addresses are as they were. */
  readonly renew: (workspace: Workspace) => RedirectBook;
}

export function openRedirectBook(workspace: Workspace, kept?: () => RedirectTable | undefined): RedirectBook {
  let table: RedirectTable | undefined;
  const book = openAddressBook(workspace);
  const list = () => {
    table ??= kept?.() ?? produceRedirects(workspace).value;
    return table;
  };
  return {
    list,
    find: book.find,
    renew: (next) => openRedirectBook(next, () => table),
  };
}
