import { listChanges } from '../changes/index.ts';
import type { SiteSetup } from '../config/index.ts';
import type { Diagnostic, OwnedResult, Result } from '../diagnostics/index.ts';
import { linkPages, type RenderedArticle } from '../links/index.ts';
import type { Corpus } from '../load/index.ts';
import type { RedirectTable } from '../redirects/index.ts';
import { type Resolver, sumRepairs } from '../resolve/index.ts';
import { listMembers } from '../versions/index.ts';
import { joinDiagnostics } from './join-diagnostics.ts';
import { joinPages } from './join-pages.ts';
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
  /** How much a broken link weighs. */
  readonly brokenLinks: 'warning' | 'error';
  /** What was asked for so far; what the pages ask for themselves is added before it is looked at. */
  readonly uses: DataUses;
}

/** The stages that wait for all pages: what depends on other pages, on all of them, and on what is missing. */
export function linkSite(input: LinkSiteInput): Site {
  const { read, resolved, rendered, redirects, brokenLinks, uses, ...setup } = input;
  const { config, versions, built } = setup;
  const linked = linkPages({ ...setup, rendered: rendered.value, redirects: redirects.value, brokenLinks });
  const { others, ...joined } = joinPages({ ...setup, read, redirects, pages: linked.value });
  const owned = [resolved, rendered, linked.settled, linked].map(({ byOwner }) => byOwner);
  const builtVersions = listMembers(built, versions);
  return {
    ...joined,
    changes: listChanges({
      config,
      versions: builtVersions,
      pages: joined.pages,
      redirects: redirects.value.redirects,
    }),
    diagnostics: joinDiagnostics(owned, resolved.legacy, others),
    figures: {
      articles: setup.corpus.articles.size,
      outcomes: resolved.value.length,
      repairs: sumRepairs(resolved.repairs.values()),
      renderings: countRenderings(rendered.value),
      pages: joined.pages.length,
      brokenPages: countBrokenPages(rendered.value, setup),
      redirects: joined.redirects.length,
    },
    trace: {
      versions,
      built,
      targets: redirects.value.targets,
      legacy: resolved.legacy,
      repairs: resolved.repairs,
      rendered: rendered.value,
      settled: linked.settled.value,
      uses,
      fragments: linked.fragments,
      addresses: linked.addresses,
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
