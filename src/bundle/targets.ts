import { posix } from 'node:path';
import { decodeText, encodePath, formatAbsolute } from '../links/index.ts';

/** What is known of addresses of a site. */
export interface Addresses {
  /** Path part of `baseUrl`, with slashes at both ends. */
  readonly basePath: string;
  /** Absolute address of the published site, with a trailing slash. */
  readonly baseUrl: string;
}

/**
 * Where the path of an address leads from a file: by a relative path to a file of the bundle, or to the published site.
 * An address that is relative or names a host stays as it is.
 *
 * @example lead('/en/', 'en/packages/index.html') // '../index.html'
 */
export type Lead = (path: string, from: string) => string;

/** @param names files of the bundle, relative to its top, with `/` */
export function openTargets(names: ReadonlySet<string>, { basePath, baseUrl }: Addresses): Lead {
  return (path, from) => {
    if (!path.startsWith('/') || path.startsWith('//')) return path;
    const file = path.startsWith(basePath) ? find(decodeText(path.slice(basePath.length))) : undefined;
    if (file === undefined) return formatAbsolute(baseUrl, path);
    return formatWay(encodePath(posix.relative(posix.dirname(from), file)));
  };

  function find(name: string): string | undefined {
    const page = name === '' || name.endsWith('/') ? `${name}index.html` : `${name}/index.html`;
    return [name, page].find((each) => names.has(each));
  }
}

/** A colon in the first segment would end the name of a scheme. */
function formatWay(way: string): string {
  return /^[^/]*:/.test(way) ? `./${way}` : way;
}
