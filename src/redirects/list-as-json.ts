import { compareCodeUnits } from '../load/index.ts';
import type { HostList, Redirect } from './types.ts';

/**
 * `{ "/en/old/": "/en/new/" }` for servers that redirect by themselves: sorted by address, two blanks deep. It
 * tells no status, so what is not for ever is left to its stub.
 */
export function listAsJson(redirects: readonly Redirect[]): HostList {
  const entries = redirects.flatMap(({ from, to, isTemporary }) =>
    isTemporary ? [] : [[from, to] as const],
  );
  const sorted = entries.sort(([one], [other]) => compareCodeUnits(one, other));
  return {
    text: `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`,
    serves: ({ isTemporary }) => !isTemporary,
  };
}
