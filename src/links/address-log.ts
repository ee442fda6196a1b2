import type { Address } from './parse-address.ts';

/**
 * By owner, the paths of articles that the links of an article may mean, whether one is there or not. Of a broken link
 * the path has a `!` in front, for its hint names other articles.
 */
export type AddressUses = ReadonlyMap<string, ReadonlySet<string>>;

/** Notes which articles links ask for. */
export interface AddressLog {
  readonly uses: AddressUses;
  /** Says who asks from now on. */
  attribute(owner: string): void;
  note(address: Pick<Address, 'path' | 'paths'>, isBroken: boolean): void;
}

/** What stands before the path of a broken link. */
export const UNANSWERED = '!';

export function createAddressLog(): AddressLog {
  const uses = new Map<string, Set<string>>();
  let current = new Set<string>();
  return {
    uses,
    attribute(owner) {
      current = uses.get(owner) ?? new Set<string>();
      uses.set(owner, current);
    },
    note({ path, paths }, isBroken) {
      for (const each of paths) current.add(each);
      if (isBroken) current.add(`${UNANSWERED}${path}`);
    },
  };
}
