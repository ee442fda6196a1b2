/**
 * Ledger: the text of a ledger and a site come in, what the site publishes and what it has lost goes out: addresses, headings,
 * diagnostics. Files are left to `publish-site`.
 */
export { compareLedger } from './compare-ledger.ts';
export { describeLost, groupLost, type LostScope, listOldAddresses } from './describe-lost.ts';
export { formatLedger, formatLedgerAddress } from './format-ledger.ts';
export { hasSameHeadings } from './has-same-headings.ts';
export { listAddresses } from './list-addresses.ts';
export { mergeLedgers } from './merge-ledgers.ts';
export { parseLedger, type ReadLedger, splitAddress } from './parse-ledger.ts';
export { pickLost } from './pick-lost.ts';
export type { AddressLedger, LedgerAddress, LedgerComparison, LedgerSite, LostAddress } from './types.ts';
