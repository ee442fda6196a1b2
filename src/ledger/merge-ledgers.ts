import type { AddressLedger } from './types.ts';

/** What either of two ledgers of one site has. */
export function mergeLedgers(
  { site, addresses }: AddressLedger,
  other: Pick<AddressLedger, 'addresses'>,
): AddressLedger {
  return { site, addresses: new Set([...addresses, ...other.addresses]) };
}
