import { encodePath, type Page, type RedirectTarget } from '../links/index.ts';
import { createPermalink } from '../load/index.ts';
import { hasVersion, type Version } from '../versions/index.ts';
import type { LedgerSite } from './types.ts';

/** What an address of a ledger says, whether something answers it or not. */
export interface AddressParts {
  readonly language: string;
  /** Undefined where it names a language or a release that the site does not have. */
  readonly version: Version | undefined;
  /** Percent-decoded, without language and version, but with a release that is no longer documented. */
  readonly path: string;
  /** `enterprise-server@2.20`, where the site file names no such release. */
  readonly missing: string | undefined;
}

/** Where an address of a ledger leads now. */
export interface AddressAnswer extends RedirectTarget {
  readonly language: string;
  /** Undefined where the page is not built, or left out because its source is broken. */
  readonly page: Page | undefined;
  /** Whether a pattern leads there: another name of a version, the release that stands in for a retired one. */
  readonly isAlias: boolean;
}

export interface AnswerFinder {
  read(address: string): AddressParts;
  /** What answers an address by the sources of the site, in whatever version and language is built. */
  find(address: string): AddressAnswer | undefined;
}

/** Looks addresses up as a host does: pages, then old addresses, then other names of versions and languages. */
export function createAnswerFinder({ config, corpus, pages, redirects, trace }: LedgerSite): AnswerFinder {
  const start = config.basePath.length - 1;
  const versions = [...trace.versions].sort((one, other) => other.segment.length - one.segment.length);
  const codes = new Set(config.languages.map(({ code }) => code));
  const plans = new Map(config.plans.map((plan) => [plan.id, plan]));
  const byHref = new Map(pages.map((page) => [page.href, page]));
  const patterns = redirects
    .filter(({ alias }) => alias === 'site')
    .map(({ from, to }) => ({ from: from.slice(start), to: to.slice(start) }))
    .sort((one, other) => other.from.length - one.from.length);
  return { read, find };

  function read(address: string): AddressParts {
    const [language = '', ...rest] = decode(address).slice(1, -1).split('/');
    const whole = rest.join('/');
    const first = rest[0] ?? '';
    const version = versions.find(({ segment }) => segment === '' || `${whole}/`.startsWith(`${segment}/`));
    const [name = '', release] = first.split('@');
    const plan = version?.segment === '' && release !== undefined ? plans.get(name) : undefined;
    if (plan?.deprecated.includes(release ?? ''))
      return { language, version: undefined, path: whole, missing: undefined };
    if (plan !== undefined)
      return { language, version: undefined, path: rest.slice(1).join('/'), missing: first };
    const path = whole.slice(version?.segment.length ?? 0).replace(/^\//, '');
    return { language, version: codes.has(language) ? version : undefined, path, missing: undefined };
  }

  function find(address: string): AddressAnswer | undefined {
    let current = address;
    for (let steps = 0; steps <= MOST_STEPS; steps += 1) {
      const target = findTarget(current);
      if (target !== undefined) return { ...target, isAlias: steps > 0 };
      const pattern = patterns.find(({ from }) => current.startsWith(from));
      if (pattern === undefined) return undefined;
      current = `${pattern.to}${current.slice(pattern.from.length)}`;
    }
    return undefined;
  }

  function findTarget(address: string): Omit<AddressAnswer, 'isAlias'> | undefined {
    const { language, version, path } = read(address);
    if (!codes.has(language)) return undefined;
    const article = corpus.articles.get(path);
    const isPage = article !== undefined && version !== undefined && hasVersion(article.versions, version);
    const whole = decode(address).slice(language.length + 2, -1);
    const target = isPage ? { article, version } : trace.targets.get(whole);
    if (target === undefined) return undefined;
    const { href } = createPermalink(config, language, target.version, encodePath(target.article.path));
    return { ...target, language, page: byHref.get(href) };
  }
}

/** An alias of a language before one of a version. */
const MOST_STEPS = 2;

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
