import type { LostAddress } from './types.ts';

/**
 * The lost addresses that somebody names: by the path in every version and language, with its headings (`/packages/x`); by one of
 * its headings (`/packages/x#install`); or by one address as the ledger has it.
 */
export function pickLost(lost: readonly LostAddress[], name: string): readonly LostAddress[] {
  const [path = '', anchor] = name.split('#', 2).map(decode);
  const plain = trim(path);
  return lost.filter(
    (each) =>
      (each.path === plain || trim(decode(each.address)) === plain) &&
      (anchor === undefined || each.anchor === anchor),
  );
}

function trim(path: string): string {
  return path.replace(/^\/+|(?<!\/)\/+$/g, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
