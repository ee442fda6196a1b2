/** Addresses that are one file on file systems that ignore case (macOS, Windows) fold to the same text. */
export function foldAddress(address: string): string {
  return address.normalize('NFC').toLowerCase();
}
