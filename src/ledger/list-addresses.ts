import { encodePath } from '../links/index.ts';
import { formatLedgerAddress } from './format-ledger.ts';
import type { LedgerSite } from './types.ts';

/**
 * What a site publishes: every page, the headings of its text, and old addresses as articles name them. Not the pages of a
 * coming release, which may come otherwise, and not what Decant makes by itself: other names of versions, comparisons.
 */
export function listAddresses(site: LedgerSite): readonly string[] {
  const { config, pages } = site;
  const start = config.basePath.length - 1;
  const own = pages
    .filter(({ version }) => !version.isPreview)
    .flatMap(({ href, headings }) => {
      const address = href.slice(start);
      const anchors = headings.filter(({ id }) => id !== '');
      return [address, ...anchors.map(({ id }) => formatLedgerAddress(address, id))];
    });
  return [...own, ...listOldAddresses(site)];
}

function listOldAddresses({ config, corpus, languages, redirects, trace }: LedgerSite): readonly string[] {
  const start = config.basePath.length - 1;
  const answered = new Set(redirects.map(({ from }) => from.slice(start)));
  const codes = new Set(config.languages.flatMap(({ code, aliases = [] }) => [code, ...aliases]));
  const written = [...corpus.articles.values()].flatMap(({ redirectFrom }) =>
    redirectFrom.flatMap(({ value }) => readPath(value, codes)),
  );
  const known = written.filter((path) => trace.targets.has(path));
  return languages.flatMap((language) =>
    known.map((path) => `/${language}/${encodePath(path)}/`).filter((address) => answered.has(address)),
  );
}

/** Without slashes at its ends, and without a language. */
function readPath(value: string, codes: ReadonlySet<string>): readonly string[] {
  try {
    const segments = value
      .split('/')
      .map(decodeURIComponent)
      .filter((segment) => segment !== '');
    const path = segments.at(-1) === 'index.html' ? segments.slice(0, -1) : segments;
    return [(codes.has(path[0] ?? '') ? path.slice(1) : path).join('/')];
  } catch {
    return [];
  }
}
