import type { Changes } from '../changes/types.ts';
import type { SiteConfig, SiteSetup } from '../config/types.ts';
import type { Diagnostic, OwnedDiagnostics, OwnedResult, Result } from '../diagnostics/types.ts';
import type { AddressUses, FragmentUses, Page, RenderedArticle } from '../links/index.ts';
import type { Corpus, SiteFiles } from '../load/types.ts';
import type { Navigation } from '../navigation/index.ts';
import type { Redirect, RedirectTable } from '../redirects/types.ts';
import type { FollowedArticles, RepairCounts, Resolution, SourceFindings } from '../resolve/index.ts';
import type { Version, VersionSet } from '../versions/types.ts';
import type { SiteOutline } from './update/types.ts';

/** An article in a language, as `nameOwner` names it: `en packages/quickstart`. */
export type ArticleKey = string;

/** By whom what of `data/` was asked for: references, and the files whose texts were read for them; `*` for anything at all. */
export type DataUses = ReadonlyMap<ArticleKey, ReadonlySet<string>>;

/** The outcomes of articles, and what was found in the texts they were made of. */
export interface ResolvedArticles extends OwnedResult<readonly Resolution[]>, SourceFindings {}

/** What the articles of a site come to in versions that it has and will have. */
export interface FollowedSite extends FollowedArticles {
  /** Those of the site, then some that are to come. */
  readonly versions: readonly Version[];
  /** As these versions have it. */
  readonly corpus: Corpus;
}

export type Phase = 'reading' | 'resolving' | 'rendering' | 'linking';

/**
 * A site as far as somebody has asked for it: answers questions, writes nothing, and never changes. What has been answered
 * is kept.
 */
export interface Workspace extends SiteSetup {
  readonly files: SiteFiles;
  /** Read when it is first asked for. */
  readonly corpus: Corpus;
  /** What is to say of the files themselves. Read when it or the corpus is first asked for. */
  readonly findings: readonly Diagnostic[];
  /**
   * The outcomes of Liquid for some articles in a language, in the order of languages and of the tree; of all that a build
   * needs where no keys are given. Keys that name nothing are left out.
   */
  resolved(keys?: Iterable<ArticleKey>): Promise<ResolvedArticles>;
  /** The same, rendered. */
  rendered(keys?: Iterable<ArticleKey>): Promise<OwnedResult<readonly RenderedArticle[]>>;
  /**
   * What the articles come to in all languages and in versions to come as well, whatever was asked for. What has been resolved is
   * not resolved again, and what is being resolved is waited for. Undefined where the workspace was not told that somebody will ask.
   */
  followed(): Promise<FollowedSite | undefined>;
  /** Everything that a build writes, with all diagnostics, merged and sorted. */
  site(): Promise<Site>;
  /** What must be known of the site to make a part of it; HTML that only readers need is not rendered for it. */
  outline(): Promise<SiteOutline<undefined>>;
  /**
   * Articles whose outcome may be another one where these files are: found by the names that texts mention, through
   * reusables in reusables. Names too many rather than too few.
   */
  usersOf(files: Iterable<string>): ReadonlySet<ArticleKey>;
  /** The workspace of the same site with other files. Shares what the files that differ cannot reach. */
  update(files: Result<SiteFiles>): Workspace;
}

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

/** Some pages of a site, with what their layouts need of the others. */
export type SitePart = Pick<
  Site,
  'config' | 'corpus' | 'languages' | 'versions' | 'pages' | 'navigation' | 'changes'
>;

/** How a site came about, as far as building a part of it again asks for it. */
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
  /** The articles that links of each article may mean. */
  readonly addresses: AddressUses;
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
