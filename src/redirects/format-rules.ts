import { collapseChains } from './collapse-chains.ts';
import { encodeTarget } from './encode-target.ts';
import type { Redirect } from './types.ts';

/** Characters of a line, on hosts that say how many they read. */
const LONGEST_LINE = 1000;

/**
 * Lines of Netlify's `_redirects`. `!` because the stub of the same address would win otherwise; one line stands for
 * both spellings, with and without the last slash.
 * https://docs.netlify.com/manage/routing/redirects/overview/
 */
export function formatNetlify(redirects: readonly Redirect[]): string {
  return formatRules(redirects, '!', ({ from }) => [from]);
}

/**
 * Lines of Cloudflare's (and GitLab's) `_redirects`: rules win over files, and each spelling needs its own.
 * https://developers.cloudflare.com/pages/configuration/redirects/
 */
export function formatCloudflare(redirects: readonly Redirect[]): string {
  return formatRules(redirects, '', ({ from }) => [from, from.slice(0, -1)]);
}

/**
 * An address that would be read as a pattern, or that no line can hold, is left to its stub. An alias is one pattern for
 * all pages below it; it stands behind the others, for the first rule that fits counts.
 */
function formatRules(
  redirects: readonly Redirect[],
  force: '!' | '',
  listSpellings: (redirect: Redirect) => readonly string[],
): string {
  const collapsed = collapseChains(redirects);
  const old = collapsed.filter(({ from }) => !/[*:\s]/.test(from));
  const patterns = collapsed.filter(({ alias }) => alias === 'site');
  const lines = [
    ...old.flatMap((rule) =>
      listSpellings(rule).map((from) => `${from} ${encodeTarget(rule.to)} ${formatStatus(rule)}`),
    ),
    ...patterns.map((rule) => `${rule.from}* ${encodeTarget(rule.to)}:splat ${formatStatus(rule)}`),
  ];
  return lines
    .filter((line) => line.length <= LONGEST_LINE)
    .map((line) => `${line}\n`)
    .join('');

  function formatStatus({ isTemporary }: Redirect): string {
    return `${isTemporary ? 302 : 301}${force}`;
  }
}
