/** ASCII without capitals: most addresses, and there are tens of thousands. */
const FOLDED = /^[ -@[-~]*$/;

/** Addresses that are one file on file systems that ignore case (macOS, Windows) fold to the same text. */
export function foldAddress(address: string): string {
  if (FOLDED.test(address)) return address;
  return address.normalize('NFC').toLowerCase();
}
