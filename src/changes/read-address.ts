import type { SiteConfig } from '../config/index.ts';
import type { Version } from '../versions/index.ts';

/** An address without the part that names a version: pages of every version lead to others of their own. */
export type ReadAddress = (href: string) => string;

export function createAddressReader(
  { basePath }: Pick<SiteConfig, 'basePath'>,
  versions: readonly Version[],
): ReadAddress {
  const segments = new Set(versions.map(({ segment }) => segment).filter((segment) => segment !== ''));
  return (href) => {
    if (!href.startsWith(basePath)) return href;
    const [language = '', segment = '', ...rest] = href.slice(basePath.length).split('/');
    return segments.has(segment) ? `${basePath}${[language, ...rest].join('/')}` : href;
  };
}

/** For two pages at different addresses: links of either to itself are alike. */
export function followMove(readAddress: ReadAddress, older: string, newer: string): ReadAddress {
  if (readAddress(older) === readAddress(newer)) return readAddress;
  return (href) => {
    const [path = ''] = href.split('#', 1);
    return readAddress(path === older ? newer + href.slice(path.length) : href);
  };
}
