import type { ComposedSite } from '../compose/index.ts';
import { isPage, type PageHead } from '../links/index.ts';
import type { Theme } from '../theme/index.ts';
import { openStamps, type SiteStamps } from './open-stamps.ts';

/** What is to be written of a site whose texts are there only in part. */
export interface Remade {
  /** Pages that have to be made, since one of their files is made of something else now. */
  readonly pages: readonly PageHead[];
  /** Stamps of the files that are made of what they were made of. */
  readonly kept: ReadonlyMap<string, string>;
}

/**
 * Looks which files are made of something else than those of the last site, where of most pages only that is there which others see
 * of them.
 */
export async function findRemade(site: ComposedSite, theme: Theme, stamps: SiteStamps): Promise<Remade> {
  const [{ listFiles }, { listSiteFiles }] = await Promise.all([
    import('../compose/index.ts'),
    import('../publish/index.ts'),
  ]);
  const book = await openStamps(site, stamps, { keep() {} });
  const pages = new Map<string, PageHead>();
  const kept = new Map<string, string>();
  for (const { output, stamp, shows } of [...listFiles(site, theme), ...listSiteFiles(site)]) {
    if (stamp === undefined || shows === undefined) continue;
    const stamped = stamp(book);
    if (book.isKept(output, stamped)) kept.set(output, stamped);
    else for (const page of shows) if (!isPage(page)) pages.set(page.href, page);
  }
  return { pages: [...pages.values()], kept };
}
