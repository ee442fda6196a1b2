import { listChanges } from '../changes/index.ts';
import { checkSite, judgeVersionFolders } from '../check/index.ts';
import type { SiteSetup } from '../config/index.ts';
import type { Diagnostic, OwnedResult, Result } from '../diagnostics/index.ts';
import { linkPages, type RenderedArticle } from '../links/index.ts';
import type { Corpus } from '../load/index.ts';
import { buildNavigation, judgeAddresses, judgeSiteLinks, judgeTracks } from '../navigation/index.ts';
import type { RedirectTable } from '../redirects/index.ts';
import { judgeOcticons, type Resolver, sumRepairs } from '../resolve/index.ts';
import { listMembers } from '../versions/index.ts';
import { joinDiagnostics } from './join-diagnostics.ts';
import type { DataUses, ResolvedArticles, Site } from './types.ts';

/** Everything that pages are made of. */
export interface LinkSiteInput extends SiteSetup {
  readonly corpus: Corpus;
  /** What was said of the files when they were read. */
  readonly read: readonly Diagnostic[];
  readonly resolved: ResolvedArticles;
  readonly rendered: OwnedResult<readonly RenderedArticle[]>;
  readonly redirects: Result<RedirectTable>;
  readonly resolver: Pick<Resolver, 'resolveText' | 'resolveWording'>;
  /** How much a link that nothing answers weighs. */
  readonly brokenLinks: 'warning' | 'error';
  /** What was asked for so far; what the pages ask for themselves is added before it is looked at. */
  readonly uses: DataUses;
}

/** The stages that wait for all pages: what depends on other pages, on all of them, and on what is missing. */
export function linkSite(input: LinkSiteInput): Site {
  const { resolver, read, resolved, rendered, redirects, brokenLinks, uses, ...setup } = input;
  const { config, corpus, versions, built, languages } = setup;
  const pages = linkPages({ ...setup, rendered: rendered.value, redirects: redirects.value, brokenLinks });
  const { redirects: stubs, aliases } = redirects.value;
  const checked = checkSite({ pages: pages.value, redirects: [...stubs, ...aliases] });
  const linked = { ...setup, pages: checked.value.pages, redirects: redirects.value };
  const { resolveText, resolveWording } = resolver;
  const navigation = buildNavigation({ ...linked, resolveText, resolveWording });
  const builtVersions = listMembers(built, versions);
  const judged = [
    ...checked.diagnostics,
    ...judgeVersionFolders(corpus.articles.values(), versions),
    ...judgeAddresses({ ...linked, resolveWording }),
    ...judgeTracks({ ...linked, resolveWording }),
    ...judgeSiteLinks(linked),
    ...judgeOcticons(corpus.articles.values()),
  ];
  const landings = new Set(linked.pages.map(({ href }) => href));
  const answered = checked.value.redirects.filter(({ to }) => landings.has(to));
  const owned = [resolved, rendered, pages.settled, pages].map(({ byOwner }) => byOwner);
  const others = [...setup.diagnostics, ...read, ...redirects.diagnostics, ...judged];
  return {
    config,
    corpus,
    languages,
    versions: builtVersions,
    pages: linked.pages,
    navigation,
    changes: listChanges({ config, versions: builtVersions, pages: linked.pages, redirects: stubs }),
    redirects: answered,
    diagnostics: joinDiagnostics(owned, resolved.legacy, others),
    figures: {
      articles: corpus.articles.size,
      outcomes: resolved.value.length,
      repairs: sumRepairs(resolved.repairs.values()),
      renderings: countRenderings(rendered.value),
      pages: linked.pages.length,
      brokenPages: countBrokenPages(rendered.value, setup),
      redirects: answered.length,
    },
    trace: {
      versions,
      built,
      targets: redirects.value.targets,
      legacy: resolved.legacy,
      repairs: resolved.repairs,
      rendered: rendered.value,
      settled: pages.settled.value,
      uses,
      fragments: pages.fragments,
      owned,
      others,
    },
  };
}

function countRenderings(rendered: readonly RenderedArticle[]): number {
  return new Set(rendered.flatMap(({ renderings }) => Object.values(renderings))).size;
}

function countBrokenPages(
  rendered: readonly RenderedArticle[],
  { languages, versions }: Pick<SiteSetup, 'languages' | 'versions'>,
): number {
  return rendered
    .filter(({ resolution }) => resolution.broken && languages.includes(resolution.language))
    .reduce((sum, { resolution }) => sum + listMembers(resolution.versions, versions).length, 0);
}
