import { collapseChains } from './collapse-chains.ts';
import { encodeTarget } from './encode-target.ts';
import { findPattern, formatRule, formatStatus, isPatternLike } from './rules.ts';
import type { HostList, Redirect } from './types.ts';

/**
 * Lines of Netlify's `_redirects`. `!` because the stub of the same address would win otherwise; one line stands for
 * both spellings, with and without the last slash. Percent-encoded addresses are written decoded as well, for
 * `netlify dev` decodes the one that is asked for and not the one of the line.
 * https://docs.netlify.com/manage/routing/redirects/overview/
 */
export function listForNetlify(redirects: readonly Redirect[]): HostList {
  const collapsed = collapseChains(redirects);
  const patterns = collapsed.filter(({ alias }) => alias === 'site');
  const lines = new Map<string, string>();
  const served = new Set<string>();
  for (const redirect of collapsed) {
    if (isPatternLike(redirect.from)) continue;
    const decoded = decodeURIComponent(redirect.from);
    const isWritable = !/[\s\p{Cc}*:%#?]/u.test(decoded);
    const isListed = [redirect.from, ...(isWritable ? [decoded] : [])].every((from) => add(redirect, from));
    if (isListed && isWritable) served.add(redirect.from);
  }
  for (const pattern of patterns) add(pattern, `${pattern.from}*`, ':splat');
  return {
    text: [...lines.values()].map((line) => `${line}\n`).join(''),
    serves: (redirect) =>
      served.has(redirect.from) ||
      (redirect.alias === 'page' && findPattern(patterns, redirect) !== undefined),
  };

  /** Of two lines for one address the first one counts. */
  function add(redirect: Redirect, from: string, rest = ''): boolean {
    const line = formatRule(from, `${encodeTarget(redirect.to)}${rest}`, `${formatStatus(redirect)}!`);
    if (line !== undefined && !lines.has(from)) lines.set(from, line);
    return line !== undefined;
  }
}
