import type { SiteConfig } from '../config/types.ts';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import { createAddressParser, encodePath, type OldAddresses, type RedirectTarget } from '../links/index.ts';
import { type Article, type Corpus, createPermalink } from '../load/index.ts';
import { hasVersion, listMembers, type Version, type VersionSet } from '../versions/index.ts';
import { foldAddress } from './fold-address.ts';
import { judgeHosts } from './judge-hosts.ts';
import { judgeOldAddress } from './judge-old-address.ts';
import { listAliases } from './list-aliases.ts';
import { type Claim, formatAddress, listClaims } from './list-claims.ts';
import { listDerived } from './list-derived.ts';
import { listFallbacks } from './list-fallbacks.ts';
import { parseOldAddress } from './parse-old-address.ts';
import { type PageAddresses, settleClaims } from './settle-claims.ts';
import type { Redirect, RedirectTable } from './types.ts';

export interface RedirectInput {
  readonly config: SiteConfig;
  readonly corpus: Pick<Corpus, 'articles' | 'assets'>;
  /** All versions of the site: the table knows them all, `redirects` holds those that lead to built ones. */
  readonly versions: readonly Version[];
  readonly built: VersionSet;
  readonly languages: readonly string[];
}

/** From every `redirect_from` of every article, for each of its versions, and for addresses without a version or with an alias. */
export function produceRedirects(input: RedirectInput): Result<RedirectTable> {
  const articles = [...input.corpus.articles.values()];
  const { value: targets, diagnostics } = settleOldAddresses(input, articles);
  const redirects = listRedirects(input, targets);
  const aliases = listAliases({ ...input, targets: listAddresses(articles, targets, input.versions) });
  return {
    value: { redirects, aliases, targets, ...createOldAddresses(targets) },
    diagnostics: [...diagnostics, ...judgeHosts([...redirects, ...aliases], input)],
  };
}

/** Where the old addresses of some articles lead: as in the whole site, where no other article has or claims one of them. */
export function settleOldAddresses(
  input: Pick<RedirectInput, 'config' | 'corpus' | 'versions'>,
  articles: readonly Article[],
): Result<RedirectTable['targets']> {
  const { versions } = input;
  const pages = listPageAddresses(articles, versions);
  const { claims, diagnostics } = readClaims(input, articles);
  const settled = settleClaims(claims, pages);
  const targets = new Map<string, RedirectTarget>(settled.winners);
  const taken = new Set([...pages.keys(), ...[...targets.keys()].map(foldAddress)]);
  const weaker = [...listFallbacks(articles, claims, versions), ...listDerived(claims, versions)];
  for (const { address, ...target } of weaker) {
    const folded = foldAddress(address);
    if (!taken.has(folded)) targets.set(address, target);
    taken.add(folded);
  }
  return { value: targets, diagnostics: [...diagnostics, ...settled.diagnostics] };
}

/** The look-up that links need, in a table that `produceRedirects` made. */
export function createOldAddresses(targets: RedirectTable['targets']): OldAddresses {
  return { find: (version, path) => targets.get(formatAddress(version ?? { segment: '' }, path)) };
}

function listPageAddresses(articles: readonly Article[], versions: readonly Version[]): PageAddresses {
  const addresses = new Map<string, string>();
  for (const { path, versions: own } of articles) {
    for (const version of listMembers(own, versions))
      addresses.set(foldAddress(formatAddress(version, path)), path);
  }
  return addresses;
}

/** Every address that answers, with the address of the page it leads to. */
function listAddresses(
  articles: readonly Article[],
  targets: ReadonlyMap<string, RedirectTarget>,
  versions: readonly Version[],
): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  for (const [address, { article, version }] of targets)
    addresses.set(address, formatAddress(version, article.path));
  for (const { path, versions: own } of articles) {
    for (const version of listMembers(own, versions)) {
      const address = formatAddress(version, path);
      addresses.set(address, address);
    }
  }
  return addresses;
}

function readClaims(
  { config, corpus, versions }: Pick<RedirectInput, 'config' | 'corpus' | 'versions'>,
  articles: readonly Article[],
): { claims: readonly Claim[]; diagnostics: readonly Diagnostic[] } {
  const parseAddress = createAddressParser(config, versions, corpus.articles);
  const claims: Claim[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const article of articles) {
    for (const located of article.redirectFrom) {
      const old = parseOldAddress(located.value);
      diagnostics.push(...judgeOldAddress(located, old));
      if ('segments' in old)
        claims.push(...listClaims(article, located, old.segments, parseAddress, versions));
    }
  }
  return { claims, diagnostics };
}

function listRedirects(
  { config, built, languages }: RedirectInput,
  targets: ReadonlyMap<string, RedirectTarget>,
): readonly Redirect[] {
  const addresses = [...targets.keys()].sort();
  return config.languages
    .filter(({ code }) => languages.includes(code))
    .flatMap(({ code }) => addresses.flatMap((address) => createRedirect(code, address)));

  function createRedirect(language: string, address: string): readonly Redirect[] {
    const target = targets.get(address);
    if (target === undefined || !hasVersion(built, target.version)) return [];
    const place = (path: string) => createPermalink(config, language, { segment: '' }, path);
    const to = createPermalink(config, language, target.version, encodePath(target.article.path)).href;
    return [{ from: place(encodePath(address)).href, output: place(address).output, to, language }];
  }
}
