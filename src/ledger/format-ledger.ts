import type { AddressLedger } from './types.ts';

/** The form of the file that `formatLedger` writes. */
export const LEDGER_FORM = '1';
export const SITE_MARK = '# Site: ';

/**
 * The text of a ledger: one address a line, sorted by code unit, and nothing that changes by itself, so that git merges the
 * ledgers of two branches.
 */
export function formatLedger({ site, addresses }: AddressLedger): string {
  const header = [`# Decant ledger of addresses, form ${LEDGER_FORM}`, `${SITE_MARK}${site}`];
  return [...header, ...[...addresses].sort(), ''].join('\n');
}

/** One address of a ledger. An id of a heading is written as it is, but for what would end it. */
export function formatLedgerAddress(address: string, anchor?: string): string {
  if (anchor === undefined) return address;
  return `${address}#${anchor.replace(/[%#\s\p{Cc}]/gu, (sign) => encodeURIComponent(sign))}`;
}
