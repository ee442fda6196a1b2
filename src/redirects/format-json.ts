import type { Redirect } from './types.ts';

/** `{ "/en/old/": "/en/new/" }` for servers that redirect by themselves: sorted by address, two blanks deep. */
export function formatJson(redirects: readonly Redirect[]): string {
  const entries = redirects.map(({ from, to }) => [from, to] as const);
  const sorted = entries.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}
