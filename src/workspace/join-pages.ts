import { checkSite, judgeVersionFolders } from '../check/index.ts';
import type { SiteSetup } from '../config/index.ts';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import type { PageHead } from '../links/index.ts';
import type { Corpus } from '../load/index.ts';
import { buildNavigation, judgeAddresses, judgeSiteLinks, judgeTracks } from '../navigation/index.ts';
import type { RedirectTable } from '../redirects/index.ts';
import { judgeOcticons, type Resolver } from '../resolve/index.ts';
import { listMembers } from '../versions/index.ts';
import type { Site } from './types.ts';

/** @typeParam P pages, or what others see of them */
export interface JoinInput<P extends PageHead> extends SiteSetup {
  readonly corpus: Corpus;
  /** What was said of the files when they were read. */
  readonly read: readonly Diagnostic[];
  readonly redirects: Result<RedirectTable>;
  readonly resolver: Pick<Resolver, 'resolveText' | 'resolveWording'>;
  /** Of all languages that are built, in the order of a site. */
  readonly pages: readonly P[];
}

/** What of a site does not depend on the texts of its pages. */
export interface JoinedPages<P extends PageHead>
  extends Pick<Site, 'config' | 'corpus' | 'languages' | 'versions' | 'navigation' | 'redirects'> {
  /** Those at whose address no other page stands. */
  readonly pages: readonly P[];
  /** All that is said of other things than the texts of articles. */
  readonly others: readonly Diagnostic[];
}

/** Joins pages into a site: what leads from one to the other, and what is wrong with all of them together. */
export function joinPages<P extends PageHead>(input: JoinInput<P>): JoinedPages<P> {
  const { resolver, read, redirects, pages, ...setup } = input;
  const { config, corpus, versions, built, languages } = setup;
  const { redirects: stubs, aliases } = redirects.value;
  const checked = checkSite({ pages, redirects: [...stubs, ...aliases] });
  const linked = { ...setup, pages: checked.value.pages, redirects: redirects.value };
  const { resolveText, resolveWording } = resolver;
  const navigation = buildNavigation({ ...linked, resolveText, resolveWording });
  const judged = [
    ...checked.diagnostics,
    ...judgeVersionFolders(corpus.articles.values(), versions),
    ...judgeAddresses({ ...linked, resolveWording }),
    ...judgeTracks({ ...linked, resolveWording }),
    ...judgeSiteLinks(linked),
    ...judgeOcticons(corpus.articles.values()),
  ];
  const landings = new Set(linked.pages.map(({ href }) => href));
  return {
    config,
    corpus,
    languages,
    versions: listMembers(built, versions),
    pages: linked.pages,
    navigation,
    redirects: checked.value.redirects.filter(({ to }) => landings.has(to)),
    others: [...setup.diagnostics, ...read, ...redirects.diagnostics, ...judged],
  };
}
