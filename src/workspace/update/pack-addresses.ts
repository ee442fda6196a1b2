import type { AddressUses } from '../../links/index.ts';

/** No file has it in its name. */
const SEPARATOR = '\0';

/** By owner, the paths of articles that links may mean as one text, for they are many and hardly read. */
export function packAddresses(addresses: AddressUses): ReadonlyMap<string, string> {
  return new Map([...addresses].map(([owner, paths]) => [owner, [...paths].join(SEPARATOR)]));
}

export function unpackAddresses(text: string): readonly string[] {
  return text === '' ? [] : text.split(SEPARATOR);
}
