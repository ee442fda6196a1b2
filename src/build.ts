import { type Changes, listChanges } from './changes/index.ts';
import { checkSite } from './check/index.ts';
import type { SiteConfig } from './config/index.ts';
import { type DataUses, watchData } from './data-uses.ts';
import {
  type Diagnostic,
  listOwned,
  mergeDiagnostics,
  type OwnedDiagnostics,
  type Result,
} from './diagnostics/index.ts';
import { type FragmentUses, linkPages, type Page, type RenderedArticle } from './links/index.ts';
import { type Corpus, loadCorpus, type SiteFiles } from './load/index.ts';
import type { BeginRendering, RenderMarkdown } from './markdown/index.ts';
import { createMarkdownOptions } from './markdown-options.ts';
import { buildNavigation, judgeAddresses, judgeTracks, type Navigation } from './navigation/index.ts';
import { produceRedirects, type Redirect, type RedirectTable } from './redirects/index.ts';
import { listTexts, renderArticles } from './render-articles.ts';
import { createResolver, type RepairCounts, type Resolution, sumRepairs } from './resolve/index.ts';
import { resolveArticles } from './resolve-articles.ts';
import { listMembers, listVersions, type Version, type VersionSet } from './versions/index.ts';

/** What to build of a site, and with what. */
export interface BuildRequest {
  /** The versions to make pages for. Links are judged over all versions all the same. */
  readonly built: VersionSet;
  /** Codes of the languages to make pages for. */
  readonly languages: readonly string[];
  /** What `readFiles` has read, where somebody else needed it before. */
  readonly files?: Result<SiteFiles> | undefined;
  readonly renderMarkdown: RenderMarkdown;
  /** Where given, it hears of each text as soon as it is resolved, to render it meanwhile. */
  readonly beginRendering?: BeginRendering | undefined;
  /** How much a link that nothing answers weighs. */
  readonly brokenLinks: 'warning' | 'error';
  readonly onPhase?: (phase: Phase) => void;
}

export type Phase = 'reading' | 'resolving' | 'rendering' | 'linking';

/** Everything about a site that is not yet a file. */
export interface Site {
  readonly config: SiteConfig;
  readonly corpus: Corpus;
  readonly languages: readonly string[];
  /** The versions built, in the order of the list. */
  readonly versions: readonly Version[];
  readonly pages: readonly Page[];
  readonly navigation: Navigation;
  /** What differs between neighbouring releases. */
  readonly changes: Changes;
  /** Those that lead to a page of this build. */
  readonly redirects: readonly Redirect[];
  /** Merged and sorted. */
  readonly diagnostics: readonly Diagnostic[];
  readonly figures: Figures;
  readonly trace: SiteTrace;
}

/** How a site came about, as far as making a part of it anew asks for it. */
export interface SiteTrace {
  /** All of the site, also those that are not built. */
  readonly versions: readonly Version[];
  readonly built: VersionSet;
  readonly targets: RedirectTable['targets'];
  /** Older forms, one diagnostic for each form and file. */
  readonly legacy: readonly Diagnostic[];
  /** By file. */
  readonly repairs: ReadonlyMap<string, RepairCounts>;
  readonly rendered: readonly RenderedArticle[];
  /** The same as the pages were made of it: parts of translations have given way. */
  readonly settled: readonly RenderedArticle[];
  /** The files and references of `data/` that went into the articles of each owner; what else asked for is under the empty name. */
  readonly uses: DataUses;
  /** The fragments that links of each article name. */
  readonly fragments: FragmentUses;
  /** What was said of each article: when it was resolved, rendered, settled and linked. Each list is in the order of owners. */
  readonly owned: readonly (readonly OwnedDiagnostics[])[];
  /** What was said of other things. */
  readonly others: readonly Diagnostic[];
}

export interface Figures {
  /** Articles and index pages of the source language. */
  readonly articles: number;
  /** Distinct outcomes of Liquid over all articles, versions and languages. */
  readonly outcomes: number;
  /** Repairs of damaged translations by kind; kinds without any are left out. */
  readonly repairs: RepairCounts;
  /** Distinct Markdown texts rendered for them. */
  readonly renderings: number;
  readonly pages: number;
  /** Pages left out because their source is broken. */
  readonly brokenPages: number;
  readonly redirects: number;
}

/** The stages in order: sources in, pages as data out. Writes nothing; what is wrong is in `diagnostics`. */
export async function buildSite(config: SiteConfig, request: BuildRequest): Promise<Site> {
  const { built, languages, files, renderMarkdown, beginRendering, brokenLinks, onPhase } = request;
  const versions = listVersions(config.plans);

  onPhase?.('reading');
  const corpus = await loadCorpus(config, versions, files);
  const scope = { config, corpus: corpus.value, versions, built, languages };
  const redirects = produceRedirects(scope);

  onPhase?.('resolving');
  const watch = watchData(corpus.value);
  const resolver = createResolver({ ...scope, corpus: watch.corpus, onRead: watch.onRead });
  const options = createMarkdownOptions(config, corpus.value);
  const onResolved =
    beginRendering && ((found: readonly Resolution[]) => beginRendering(listTexts(found).texts, options));
  const articles = [...corpus.value.articles.values()];
  const resolutions = await resolveArticles(resolver, articles, scope, {
    onBegin: watch.attribute,
    onResolved,
  });
  watch.attribute('');

  onPhase?.('rendering');
  const rendered = await renderArticles(resolutions.value, renderMarkdown, scope);

  onPhase?.('linking');
  const pages = linkPages({ ...scope, rendered: rendered.value, redirects: redirects.value, brokenLinks });
  const { redirects: stubs, aliases } = redirects.value;
  const checked = checkSite({ pages: pages.value, redirects: [...stubs, ...aliases] });
  const linked = { ...scope, pages: checked.value.pages, redirects: redirects.value };
  const { resolveText, resolveWording } = resolver;
  const navigation = buildNavigation({ ...linked, resolveText, resolveWording });
  const builtVersions = listMembers(built, versions);
  const judged = [
    ...checked.diagnostics,
    ...judgeAddresses({ ...linked, resolveWording }),
    ...judgeTracks({ ...linked, resolveWording }),
  ];
  const landings = new Set(linked.pages.map(({ href }) => href));
  const answered = checked.value.redirects.filter(({ to }) => landings.has(to));

  const owned = [resolutions, rendered, pages.settled, pages].map(({ byOwner }) => byOwner);
  const others = [...corpus.diagnostics, ...redirects.diagnostics, ...judged];
  return {
    config,
    corpus: corpus.value,
    languages,
    versions: builtVersions,
    pages: linked.pages,
    navigation,
    changes: listChanges({
      config,
      versions: builtVersions,
      pages: linked.pages,
      redirects: stubs,
    }),
    redirects: answered,
    diagnostics: joinDiagnostics(owned, resolutions.legacy, others),
    figures: {
      articles: corpus.value.articles.size,
      outcomes: resolutions.value.length,
      repairs: sumRepairs(resolutions.repairs.values()),
      renderings: countRenderings(rendered.value),
      pages: linked.pages.length,
      brokenPages: countBrokenPages(rendered.value, languages, versions),
      redirects: answered.length,
    },
    trace: {
      versions,
      built,
      targets: redirects.value.targets,
      legacy: resolutions.legacy,
      repairs: resolutions.repairs,
      rendered: rendered.value,
      settled: pages.settled.value,
      uses: watch.uses,
      fragments: pages.fragments,
      owned,
      others,
    },
  };
}

/** One diagnostic for each mistake of a site. */
export function joinDiagnostics(
  owned: SiteTrace['owned'],
  legacy: readonly Diagnostic[],
  others: readonly Diagnostic[],
): readonly Diagnostic[] {
  return mergeDiagnostics([...owned.flatMap(listOwned), ...legacy, ...others]);
}

function countRenderings(rendered: readonly RenderedArticle[]): number {
  return new Set(rendered.flatMap(({ renderings }) => Object.values(renderings))).size;
}

function countBrokenPages(
  rendered: readonly RenderedArticle[],
  languages: readonly string[],
  versions: readonly Version[],
): number {
  return rendered
    .filter(({ resolution }) => resolution.broken && languages.includes(resolution.language))
    .reduce((sum, { resolution }) => sum + listMembers(resolution.versions, versions).length, 0);
}
