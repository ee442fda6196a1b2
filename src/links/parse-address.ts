import type { SiteConfig } from '../config/types.ts';
import type { Corpus } from '../load/index.ts';
import { findNewestAlias, formatSegment, type Version } from '../versions/index.ts';
import { splitPath } from './url.ts';

/** What the path of an internal link says. */
export interface Address {
  /** Named by the first segment, or by an alias there: `/ja/…`, `/jp/…`. */
  readonly language: string | undefined;
  /** Named as addresses are written, or as the site file has them: `/enterprise-server@3.2/…`, `/enterprise-server/…` (newest), `/enterprise/3.2/…`, `/v3.2/…`. */
  readonly version: Version | undefined;
  /** A release that the site does not have: `enterprise-server@2.13`. */
  readonly missingRelease: string | undefined;
  /** Version to try where the page's own is the default plan: `/enterprise/…` means the numbered plan. */
  readonly preferred: Version | undefined;
  /** Path of the article, without language and version. */
  readonly path: string;
  /** Every path that may be meant, best first; `path` is one of them. */
  readonly paths: readonly string[];
}

/** Reads the path of an internal link (`/ja/enterprise-server@3.2/packages/x`); query and fragment cut off before. */
export type ParseAddress = (path: string) => Address;

type Named = Pick<Address, 'version' | 'missingRelease' | 'preferred' | 'path' | 'paths'>;

/** @param articles of the site: a plan whose name is that of a folder there is named with its release only */
export function createAddressParser(
  config: Pick<SiteConfig, 'languages' | 'plans'>,
  versions: readonly Version[],
  articles: Pick<Corpus['articles'], 'keys'>,
): ParseAddress {
  const codes = new Map(
    config.languages.flatMap(({ code, aliases = [] }) => [code, ...aliases].map((name) => [name, code])),
  );
  const planIds = new Set(config.plans.map(({ id }) => id));
  const folders = new Set([...articles.keys()].filter((path) => planIds.has(path)));
  const names = listVersionNames(versions, folders);
  const chosen = listChosenNames(versions);
  const longest = Math.max(0, ...[...chosen.keys()].map((name) => name.split('/').length));
  const numbered = findLegacyVersion(versions);

  return (path) => {
    const segments = splitPath(path);
    const [first] = segments;
    const language = codes.get(first ?? '');
    const rest = language === undefined ? segments : segments.slice(1);
    return { language, ...parseVersion(rest) };
  };

  function parseVersion(segments: readonly string[]): Named {
    for (let count = Math.min(longest, segments.length); count > 0; count -= 1) {
      const found = chosen.get(segments.slice(0, count).join('/'));
      if (typeof found === 'string')
        return { ...UNNAMED, missingRelease: found, ...onePath(segments.slice(count)) };
      if (found !== undefined) return { ...UNNAMED, version: found, ...onePath(segments.slice(count)) };
    }
    const [first = '', ...rest] = segments;
    if (first === 'enterprise' && numbered !== undefined) return parseLegacy(rest, numbered);
    const version = names.get(first);
    if (version !== undefined) return { ...UNNAMED, version, ...onePath(rest) };
    const isRelease = planIds.has(first.split('@', 1)[0] ?? '') && !folders.has(first);
    if (isRelease) return { ...UNNAMED, missingRelease: first, ...onePath(rest) };
    return { ...UNNAMED, ...onePath(segments) };
  }

  /** `/enterprise/3.2/admin/guides/x`, `/enterprise/user/x`, also `/enterprise/enterprise-server@3.2/x`. */
  function parseLegacy(segments: readonly string[], newest: Version): Named {
    const [first = '', ...rest] = segments;
    const id = /^\d+(\.\d+)+$/.test(first) ? `${newest.plan.id}@${first}` : first;
    const version = names.get(id);
    if (version !== undefined) return { ...UNNAMED, version, ...legacyPaths(rest) };
    if (id !== first) return { ...UNNAMED, missingRelease: id, ...legacyPaths(rest) };
    return { ...UNNAMED, preferred: newest, ...legacyPaths(segments) };
  }
}

const UNNAMED = { version: undefined, missingRelease: undefined, preferred: undefined };

/** The newest release that `/enterprise/…` once meant: of the first numbered plan beside the default one. */
export function findLegacyVersion(versions: readonly Version[]): Version | undefined {
  return versions.find(
    ({ number, isPreview, plan }) => number !== undefined && !isPreview && !plan.isDefault,
  );
}

function listVersionNames(
  versions: readonly Version[],
  folders: ReadonlySet<string>,
): ReadonlyMap<string, Version> {
  const names = new Map<string, Version>();
  for (const version of versions) {
    names.set(version.id, version);
    if (version.isPreview) continue;
    for (const newest of [version.plan.id, `${version.plan.id}@latest`]) {
      if (!names.has(newest) && !folders.has(newest)) names.set(newest, version);
    }
  }
  return names;
}

/** What the site file has in the place of `PLAN@RELEASE`; of a release that is no longer documented, its id. */
function listChosenNames(versions: readonly Version[]): ReadonlyMap<string, Version | string> {
  const names = new Map<string, Version | string>();
  for (const version of versions) {
    const { plan, release, segment, isPreview } = version;
    if (plan.addresses === undefined) continue;
    names.set(segment, version);
    const isNewest = !isPreview && (plan.releases[0] ?? 'latest') === release;
    const others = [formatSegment(plan, release), ...(isNewest ? [findNewestAlias(plan, release)] : [])];
    for (const name of others) if (name !== undefined && !names.has(name)) names.set(name, version);
  }
  for (const plan of new Set(versions.map((version) => version.plan))) {
    for (const release of plan.deprecated) {
      const name = formatSegment(plan, release);
      if (!names.has(name)) names.set(name, `${plan.id}@${release}`);
    }
  }
  return names;
}

type Paths = Pick<Address, 'path' | 'paths'>;

/** Guides once stood below `guides` of their product: such an address still counts where nothing else answers. */
function onePath(segments: readonly string[]): Paths {
  const path = segments.join('/');
  return { path, paths: [path, dropGuides(path)] };
}

/** Shapes that addresses of the numbered plan had: kept whole as an old address, below `user`, below `admin/guides`. */
function legacyPaths(segments: readonly string[]): Paths {
  const written = segments.join('/');
  const plain = written.replace(/^user(\/|$)/, '');
  const path = dropGuides(plain);
  return { path, paths: [`enterprise/${written}`, `enterprise/${path}`, plain, path].map(trimSlash) };
}

/**
 * Guides once stood below `guides` of their product.
 *
 * @example dropGuides('packages/guides/npm') // 'packages/npm'
 */
export function dropGuides(path: string): string {
  return path.replace(/^([^/]+)\/guides(\/|$)/, '$1$2');
}

function trimSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
