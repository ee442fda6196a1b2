import type { SiteConfig } from '../config/types.ts';
import {
  createOwnedResult,
  nameOwner,
  type OwnedDiagnostics,
  type OwnedResult,
} from '../diagnostics/index.ts';
import type { Article, Corpus } from '../load/index.ts';
import { listMembers, type Version, type VersionSet } from '../versions/index.ts';
import { type AddressLog, type AddressUses, createAddressLog } from './address-log.ts';
import { createAnchorLister } from './anchors.ts';
import { findAnchors, type LinkDeps } from './answer-slots.ts';
import { createTargetFinder } from './find-target.ts';
import { createFragmentLog, type FragmentLog, type FragmentUses } from './fragment-log.ts';
import { createHeadingLog } from './heading-log.ts';
import { linkPage } from './link-page.ts';
import { createAddressParser } from './parse-address.ts';
import { createProblemLog } from './problem-log.ts';
import { createProblemFinder } from './problems.ts';
import { createRenderedIndex, type RenderedIndex } from './rendered-index.ts';
import { createLinkResolver } from './resolve-link.ts';
import { settleTranslations } from './settle-translations.ts';
import { createHeadingTitler } from './title-headings.ts';
import type { OldAddresses, Page, RenderedArticle } from './types.ts';
import { createWordFinder } from './words.ts';

export interface LinkInput {
  readonly config: SiteConfig;
  readonly corpus: Corpus;
  /** All versions of the site: a link may lead to a version that is not built now. */
  readonly versions: readonly Version[];
  readonly built: VersionSet;
  /** Languages to make pages of. */
  readonly languages: readonly string[];
  /** In any order. The source language should be among them even where it is not built: translations take its heading ids. */
  readonly rendered: readonly RenderedArticle[];
  /** Articles that links may lead to as well, settled already; what is broken is left out. */
  readonly others?: RenderedIndex;
  readonly redirects: OldAddresses;
  /** Articles to make pages of; all of the corpus if absent. */
  readonly articles?: readonly Article[];
  /** Severity of broken links. */
  readonly brokenLinks: 'warning' | 'error';
}

/** Pages, and what they are made of. */
export interface LinkedPages extends OwnedResult<readonly Page[]> {
  /** As rendered, but that texts of translations which fail have given way; what is to say of that is in `diagnostics` too. */
  readonly settled: OwnedResult<readonly RenderedArticle[]>;
  readonly fragments: FragmentUses;
  readonly addresses: AddressUses;
  /** What fragments can name in an article, and the ids they lead to; undefined where it has no text. */
  readFragments(language: string, path: string, version: Version): ReadonlyMap<string, string> | undefined;
}

/**
 * One Page for each article, language and version that is built and has a text, with all slots filled: the source
 * language first, articles in tree order, versions in registry order.
 */
export function linkPages(input: LinkInput): LinkedPages {
  const { config, corpus, versions, built, languages, articles = [...corpus.articles.values()] } = input;
  const fragments = createFragmentLog();
  const addresses = createAddressLog();
  const { answerers, settled } = createAnswerers(input, fragments, addresses);
  const pages: Page[] = [];
  const found: OwnedDiagnostics[] = [];
  for (const { code } of config.languages.filter((language) => languages.includes(language.code))) {
    for (const article of articles) {
      const log = createProblemLog(versions);
      const headings = createHeadingLog(versions);
      const owner = nameOwner(code, article.path);
      fragments.attribute(owner);
      addresses.attribute(owner);
      for (const version of listMembers(article.versions & built, versions)) {
        const rendered = answerers.rendered.find(code, article.path, version);
        if (rendered === undefined) continue;
        pages.push(linkPage(answerers, rendered, version, log.open(rendered, version)));
        headings.note(rendered, version, findAnchors(answerers, rendered, version).unpaired);
      }
      found.push({
        owner,
        diagnostics: [...log.list(), ...headings.list()],
      });
    }
  }
  const linked = createOwnedResult(pages, found);
  const diagnostics = [...settled.diagnostics, ...linked.diagnostics];
  return {
    ...linked,
    diagnostics,
    settled,
    fragments: fragments.uses,
    addresses: addresses.uses,
    readFragments,
  };

  function readFragments(
    language: string,
    path: string,
    version: Version,
  ): ReadonlyMap<string, string> | undefined {
    const rendered = answerers.rendered.find(language, path, version);
    return rendered && findAnchors(answerers, rendered, version).ids;
  }
}

/** Articles as `linkPages` makes pages of them: texts of translations that fail have given way. */
export function settleArticles(input: LinkInput): readonly RenderedArticle[] {
  return createAnswerers(input, createFragmentLog(), createAddressLog()).settled.value;
}

function createAnswerers(
  { config, corpus, versions, built, rendered, others, redirects, brokenLinks }: LinkInput,
  fragments: FragmentLog,
  addresses: AddressLog,
): {
  readonly answerers: LinkDeps;
  readonly settled: OwnedResult<readonly RenderedArticle[]>;
} {
  const parseAddress = createAddressParser(config, versions, corpus.articles);
  const findTarget = createTargetFinder(corpus.articles, versions, redirects);
  const sourceLanguage = config.languages[0]?.code ?? '';
  const resolver = createLinkResolver(config, corpus, versions, parseAddress, findTarget, addresses.note);
  const problems = createProblemFinder(corpus, brokenLinks);
  const settled = settleTranslations(rendered, {
    versions,
    built,
    sourceLanguage,
    resolver,
    problems,
    attribute: addresses.attribute,
  });
  const index = createRenderedIndex(settled.value, others);
  const answerers = {
    basePath: config.basePath,
    sourceLanguage,
    rendered: index,
    resolver,
    problems,
    listAnchors: createAnchorLister(createHeadingTitler({ rendered: index, resolver }, sourceLanguage)),
    noteFragment: fragments.note,
    promptUrl: config.promptUrl,
    findWord: createWordFinder(corpus.data),
  };
  return { answerers, settled };
}
