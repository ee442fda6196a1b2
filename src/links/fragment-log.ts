import { createSet, type Version, type VersionSet } from '../versions/index.ts';

/**
 * By owner, the fragments of other articles that links name: `LANGUAGE PATH#FRAGMENT`, and in which versions of those. What shows
 * the title of an article has nothing behind the `#`.
 */
export type FragmentUses = ReadonlyMap<string, ReadonlyMap<string, VersionSet>>;

/** Notes whose links ask for which fragments. */
export interface FragmentLog {
  readonly uses: FragmentUses;
  /** Says who asks from now on. */
  attribute(owner: string): void;
  /** @param target an article in a language, as owners are named */
  note(target: string, version: Version, fragment: string): void;
}

export function createFragmentLog(): FragmentLog {
  const uses = new Map<string, Map<string, VersionSet>>();
  let current = '';
  return {
    uses,
    attribute(owner) {
      current = owner;
    },
    note(target, version, fragment) {
      const asked = uses.get(current) ?? new Map<string, VersionSet>();
      uses.set(current, asked);
      const name = `${target}#${fragment}`;
      asked.set(name, (asked.get(name) ?? 0n) | createSet([version]));
    },
  };
}
