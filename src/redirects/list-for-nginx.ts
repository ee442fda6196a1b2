import { collapseChains } from './collapse-chains.ts';
import { encodeTarget } from './encode-target.ts';
import { findPattern } from './rules.ts';
import type { HostList, Redirect } from './types.ts';

/** Bytes of an address that `map_hash_bucket_size 256` has room for on a 64-bit machine. nginx does not start with a longer one. */
const LONGEST_KEY = 238;

/** Bytes of a word of its configuration, with the signs that quote it. */
const LONGEST_WORD = 4000;

/** Signs that nginx may write into a `Location` as it decoded them; the others would mean something else there. */
const SAFE = '[^\\x00-\\x20"#%<>?\\\\^`{|}\\x7f]';

/** What stands behind a name, in the source and in the target: a page, a file, and a page without its last slash. */
const RESTS = [
  [`${SAFE}*/|${SAFE}*\\.[a-z][a-z0-9]*`, ''],
  [`${SAFE}+`, '/'],
] as const;

/**
 * Lines for a `map $uri …` of nginx, each old address with and without its last slash. nginx compares the decoded
 * address and ignores case; it does not start with two lines for one address. A long address is a pattern, for which no
 * table needs room. All lines of a map get one status, so what is not for ever is left to its stub.
 * https://nginx.org/en/docs/http/ngx_http_map_module.html
 */
export function listForNginx(redirects: readonly Redirect[]): HostList {
  const lines = new Map<string, string>();
  const long = new Map<string, string>();
  const served = new Set<string>();
  const collapsed = collapseChains(redirects).filter(({ isTemporary }) => !isTemporary);
  for (const { from, to } of collapsed) {
    const address = decodeURIComponent(from);
    if (!isWritable(address) || !isWritable(to)) continue;
    served.add(from);
    for (const spelling of [address, address.slice(0, -1)]) {
      const key = foldCase(spelling);
      const isLong = Buffer.byteLength(spelling) > LONGEST_KEY;
      const source = isLong ? `~*^${escapeRegExp(spelling)}$` : spelling;
      const list = isLong ? long : lines;
      if (!list.has(key)) list.set(key, `${quote(source)} "${encodeTarget(to)}";\n`);
    }
  }
  const names = collapsed.filter(({ alias }) => alias === 'site');
  const patterns = names.flatMap(formatPatterns);
  return {
    text: [...lines.values(), ...long.values(), ...patterns].join(''),
    serves: ({ from, alias, isTemporary }) =>
      served.has(from) || (alias === 'page' && !isTemporary && isBelow(from, names)),
  };
}

/** All pages below a name. nginx looks at patterns, in their order, where no line is equal. */
function formatPatterns({ from, to }: Redirect): readonly string[] {
  const prefix = escapeRegExp(decodeURIComponent(from));
  return RESTS.map(
    ([rest, slash]) => `${quote(`~^${prefix}(?<rest>${rest})$`)} "${encodeTarget(to)}$rest${slash}";\n`,
  );
}

function isBelow(from: string, names: readonly Redirect[]): boolean {
  const name = findPattern(names, { from });
  return (
    name !== undefined && new RegExp(`^${SAFE}+$`).test(decodeURIComponent(from.slice(name.from.length)))
  );
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Quoting doubles a backslash, and a pattern has one before a sign already. */
function isWritable(text: string): boolean {
  return Buffer.byteLength(text) * 4 < LONGEST_WORD;
}

/** nginx folds ASCII only. */
function foldCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Inside quotation marks only they and backslashes mean something. */
function quote(text: string): string {
  return `"${text.replace(/["\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? `\\${sign}`)}"`;
}
