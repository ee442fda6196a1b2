import type { SiteConfig } from '../config/index.ts';
import type { Version } from '../versions/index.ts';

/** An address without the part that names a version: pages of every version lead to others of their own. */
export type ReadAddress = (href: string) => string;

export function createAddressReader(
  { basePath }: Pick<SiteConfig, 'basePath'>,
  versions: readonly Version[],
): ReadAddress {
  // Not the finder of `versions`: this runs in browsers as well, which load nothing else.
  const segments = versions.map(({ segment }) => `${segment}/`).filter((segment) => segment !== '/');
  segments.sort((one, other) => other.length - one.length);
  return (href) => {
    if (!href.startsWith(basePath)) return href;
    const slash = href.indexOf('/', basePath.length);
    const rest = slash === -1 ? '' : `${href.slice(slash + 1)}/`;
    const segment = segments.find((each) => rest.startsWith(each));
    return segment === undefined ? href : href.slice(0, slash) + href.slice(slash + segment.length);
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
