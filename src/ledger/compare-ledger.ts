import { listPageAnchors, type Page } from '../links/index.ts';
import { hasVersion } from '../versions/index.ts';
import { type AddressParts, createAnswerFinder } from './find-answer.ts';
import { listAddresses } from './list-addresses.ts';
import { splitAddress } from './parse-ledger.ts';
import type { AddressLedger, LedgerComparison, LedgerSite, LostAddress } from './types.ts';

/**
 * The addresses of a ledger that nothing of the site answers. A build of a part of the site loses nothing of the others:
 * their versions and languages are not looked at. A page whose source is broken is not lost, and neither are its headings.
 */
export function compareLedger({ addresses }: AddressLedger, site: LedgerSite): LedgerComparison {
  // Nearly all of it is there as it was.
  const published = new Set(listAddresses(site));
  const finder = createAnswerFinder(site);
  const isWhole = isBuiltWhole(site);
  const anchors = new Map<Page, ReadonlySet<string>>();
  const lost: LostAddress[] = [];
  let retired = 0;
  for (const record of addresses) {
    if (published.has(record)) continue;
    const { address, anchor } = splitAddress(record);
    const answer = finder.find(address);
    const read = finder.read(address);
    if (answer === undefined) {
      if (isWhole || isBuilt(read)) lost.push(tell(record, read, undefined));
    } else if (anchor !== undefined && answer.page !== undefined && !hasAnchor(answer.page, anchor)) {
      if (answer.isAlias && read.version === undefined) retired += 1;
      else lost.push(tell(record, read, answer.page));
    }
  }
  return { lost, retired };

  function tell(record: string, read: AddressParts, page: Page | undefined): LostAddress {
    const { language, version, path, missing: release } = read;
    const article = version && site.corpus.articles.get(path);
    return { record, ...splitAddress(record), language, version, path, article, release, page };
  }

  function isBuilt({ language, version }: AddressParts): boolean {
    return (
      site.languages.includes(language) && version !== undefined && hasVersion(site.trace.built, version)
    );
  }

  function hasAnchor(page: Page, anchor: string): boolean {
    // Texts from outside the sources may have it.
    if (page.resolution.hasOutsideData) return true;
    const known = anchors.get(page) ?? new Set(listPageAnchors(page));
    anchors.set(page, known);
    return known.has(anchor);
  }
}

/** Whether all languages are built, and all versions but those of coming releases. */
function isBuiltWhole({ config, languages, trace: { versions, built } }: LedgerSite): boolean {
  return (
    languages.length === config.languages.length &&
    versions.every((version) => version.isPreview || hasVersion(built, version))
  );
}
