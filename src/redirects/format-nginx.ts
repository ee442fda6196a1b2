import { collapseChains } from './collapse-chains.ts';
import { encodeTarget } from './encode-target.ts';
import type { Redirect } from './types.ts';

/**
 * Lines for a `map $uri …` of nginx, each old address with and without its last slash. nginx compares the decoded
 * address and ignores case; it does not start with two lines for one address. All lines of a map get one status, so what
 * is not for ever is left to its stub.
 * https://nginx.org/en/docs/http/ngx_http_map_module.html
 */
export function formatNginx(redirects: readonly Redirect[]): string {
  const lines = new Map<string, string>();
  const collapsed = collapseChains(redirects).filter(({ isTemporary }) => !isTemporary);
  for (const { from, to } of collapsed) {
    const address = decodeURIComponent(from);
    for (const spelling of [address, address.slice(0, -1)]) {
      const key = foldCase(spelling);
      if (!lines.has(key)) lines.set(key, `${quote(spelling)} "${encodeTarget(to)}";\n`);
    }
  }
  const patterns = collapsed.filter(({ alias }) => alias === 'site').map(formatPattern);
  return [...lines.values(), ...patterns].join('');
}

/** All pages below an alias. nginx looks at patterns where no line is equal; what it decoded it does not encode again. */
function formatPattern({ from, to }: Redirect): string {
  const prefix = decodeURIComponent(from).replace(/[^\w/@-]/g, '\\$&');
  return `${quote(`~^${prefix}(?<rest>[!-~]+)$`)} "${encodeTarget(to)}$rest";\n`;
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
