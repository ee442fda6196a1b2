import type { LibraryVersion } from '../types.ts';

/** Since when something is there. */
export interface Since {
  readonly plan: string;
  /** The oldest release from which on all have it. */
  readonly version: string;
  /** Whether that is the oldest one that is documented. */
  readonly isOldest: boolean;
}

/** Of each plan whose newest release has it. Releases stand newest first. */
export function listSince(versions: readonly LibraryVersion[], having: ReadonlySet<LibraryVersion>): Since[] {
  const plans = [...new Set(versions.map(({ plan }) => plan))];
  return plans.flatMap((plan) => {
    const releases = versions.filter((each) => each.plan === plan);
    const gap = releases.findIndex((each) => !having.has(each));
    const last = gap === -1 ? releases.at(-1) : releases[gap - 1];
    return last === undefined ? [] : [{ plan, version: last.name, isOldest: gap === -1 }];
  });
}
