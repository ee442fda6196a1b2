import { listPageAnchors } from '../links/index.ts';
import { splitAddress } from './parse-ledger.ts';
import type { AddressLedger, LedgerSite } from './types.ts';

/** Whether a ledger has neither more nor less of some pages than they publish, so that nothing of it changes by them. */
export function hasSameHeadings(
  { addresses }: AddressLedger,
  { config, pages }: Pick<LedgerSite, 'config' | 'pages'>,
): boolean {
  const start = config.basePath.length - 1;
  const published = pages.filter(({ version }) => !version.isPreview);
  const anchors = new Map(
    published.map((page) => [page.href.slice(start), new Set(listPageAnchors(page))] as const),
  );
  const known = new Map<string, Set<string>>([...anchors.keys()].map((address) => [address, new Set()]));
  for (const record of addresses) {
    const end = record.indexOf('#');
    const own = known.get(end === -1 ? record : record.slice(0, end));
    if (own === undefined || end === -1) continue;
    const { address, anchor = '' } = splitAddress(record);
    if (anchors.get(address)?.has(anchor) !== true) return false;
    own.add(anchor);
  }
  return published.every(({ href, headings }) =>
    headings.every(({ id }) => id === '' || known.get(href.slice(start))?.has(id) === true),
  );
}
