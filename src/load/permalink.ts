import type { SiteConfig } from '../config/types.ts';
import type { Version } from '../versions/types.ts';

/** Address of an article in a language and version. */
export interface Permalink {
  /** Within the host, with base path and trailing slash: `/ja/enterprise-server@3.2/packages/x/`. */
  readonly href: string;
  /** File relative to the output folder: `ja/enterprise-server@3.2/packages/x/index.html`. */
  readonly output: string;
}

/** Stands in the place of a version in the address where readers compare versions; no version is named like it. */
export const COMPARE_SEGMENT = '@compare';

/**
 * `LANG/[PLAN@RELEASE/]PATH/`, or as the site file has versions: the newest release of the default plan has no segment, the home page has the empty path.
 *
 * @example createPermalink(config, 'ja', ghes32, 'packages/x').href // '/ja/enterprise-server@3.2/packages/x/'
 */
export function createPermalink(
  config: Pick<SiteConfig, 'basePath'>,
  language: string,
  version: Pick<Version, 'segment'>,
  path: string,
): Permalink {
  const { segment } = version;
  // Asked for every page and every redirect of a site, so no list is made of the parts.
  let folder = language;
  if (segment !== '') folder += `/${segment}`;
  if (path !== '') folder += `/${path}`;
  return { href: `${config.basePath}${folder}/`, output: `${folder}/index.html` };
}
