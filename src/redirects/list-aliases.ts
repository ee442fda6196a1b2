import type { Plan, SiteConfig } from '../config/types.ts';
import { encodePath, findLegacyVersion } from '../links/index.ts';
import { createPermalink } from '../load/index.ts';
import {
  createSegmentFinder,
  findNewestAlias,
  findSuccessor,
  formatSegment,
  hasVersion,
  type Version,
  type VersionSet,
} from '../versions/index.ts';
import { foldAddress } from './fold-address.ts';
import type { Redirect } from './types.ts';

export interface AliasScope {
  readonly config: Pick<SiteConfig, 'languages' | 'plans' | 'basePath'>;
  readonly versions: readonly Version[];
  readonly built: VersionSet;
  readonly languages: readonly string[];
  /** Where each address without language leads, that of a page to itself: `enterprise-server@3.2/packages/x`. */
  readonly targets: ReadonlyMap<string, string>;
}

/**
 * Other names of versions and languages, as format and readers use them: `PLAN/x` and `PLAN@latest/x` are the newest
 * release. Of the default plan that is `/x`, which `PLAN@RELEASE/x` names too, as it does a version whose address the site
 * file chooses. `enterprise/3.2/x` is that release and
 * `enterprise/x` the newest one of the numbered plan. A retired release is the one that stands in for it, and an alias of a
 * language is that language. Nothing stands in the place of a page or of an old address.
 */
export function listAliases(scope: AliasScope): readonly Redirect[] {
  const { config, languages } = scope;
  const built = config.languages.filter(({ code }) => languages.includes(code));
  const plans = listPlanAliases(scope);
  return built.flatMap((language) => [
    ...plans.map((alias) => createAlias(scope, language.code, alias)),
    ...(language.aliases ?? []).flatMap((alias) => createLanguageAlias(scope, alias, language.code)),
  ]);
}

interface PlanAlias {
  readonly address: string;
  readonly target: string;
  /** Undefined for an address that hosts need a line for, since no pattern can stand for it. */
  readonly kind: 'page' | 'site' | undefined;
  readonly isTemporary: boolean;
  readonly retired: string | undefined;
}

function listPlanAliases(scope: AliasScope): readonly PlanAlias[] {
  const { versions, targets } = scope;
  const taken = new Set([...targets.keys()].map(foldAddress));
  const folders = listFolders(targets, versions);
  const byVersion = groupByVersion(targets, versions, folders);
  return listNames(scope, folders).flatMap(({ prefix, version, hasHomeOnly, isTemporary, retired }) => {
    // A pattern for `server/` would reach the pages of `server/3.1/`.
    const isPattern = !versions.some(({ segment }) => segment.startsWith(`${prefix}/`));
    return (byVersion.get(version.segment) ?? []).flatMap(([address, target]): readonly PlanAlias[] => {
      const path = address.slice(version.segment.length).replace(/^\//, '');
      if (hasHomeOnly && path !== '') return [];
      const alias = path === '' ? prefix : `${prefix}/${path}`;
      const kind = path === '' ? 'site' : 'page';
      return taken.has(foldAddress(alias))
        ? []
        : [{ address: alias, target, kind: isPattern ? kind : undefined, isTemporary, retired }];
    });
  });
}

/** Another name of a version: what stands in its place at the begin of an address. */
interface VersionName {
  readonly prefix: string;
  readonly version: Version;
  /** Only its home page has an alias, hosts with rules answer for the rest: a name from before there were plans, a retired release. */
  readonly hasHomeOnly: boolean;
  /** The name of a release that gets addresses of its own when the next one comes. */
  readonly isTemporary: boolean;
  /** Title of the retired release that had the name. */
  readonly retired?: string;
}

/** `enterprise` is last, for hosts take the first pattern that fits. */
function listNames(
  { config, versions, built }: AliasScope,
  folders: ReadonlySet<string>,
): readonly VersionName[] {
  const published = versions.filter((version) => !version.isPreview && hasVersion(built, version));
  const names = config.plans.flatMap((plan): readonly VersionName[] => {
    const newest = versions.find((version) => version.plan === plan && !version.isPreview);
    return published
      .filter((version) => version.plan === plan)
      .flatMap((version) =>
        (version === newest ? listPlanNames(version) : listOwnNames(version))
          .filter((prefix) => prefix !== version.segment && !folders.has(prefix))
          .map((prefix) => ({
            prefix,
            version,
            hasHomeOnly: false,
            isTemporary:
              version === newest && version.number !== undefined && listOwnNames(version).includes(prefix),
          })),
      );
  });
  const retired = config.plans.flatMap((plan) => listRetired(plan, published));
  const modern = retired.flatMap(({ release, ...rest }) => {
    const { plan } = rest.version;
    return [...new Set([`${plan.id}@${release}`, formatSegment(plan, release)])].map((prefix) => ({
      ...rest,
      prefix,
    }));
  });
  const legacy = folders.has('enterprise') ? [] : listLegacyNames(versions, published, retired);
  return [...names, ...modern, ...legacy];
}

/** A release that is no longer documented, without the names it had. */
interface RetiredRelease extends Omit<VersionName, 'prefix'> {
  readonly release: string;
}

function listRetired(plan: Plan, published: readonly Version[]): readonly RetiredRelease[] {
  return plan.deprecated.flatMap((release) => {
    const successor = findSuccessor(plan, release);
    const version = published.find((each) => each.plan === plan && each.release === successor);
    const marks = { hasHomeOnly: true, isTemporary: false, retired: `${plan.name} ${release}` };
    return version === undefined ? [] : [{ release, version, ...marks }];
  });
}

/** Names of the newest version of a plan. */
function listPlanNames(version: Version): readonly string[] {
  const { plan, release, number } = version;
  const alias = findNewestAlias(plan, release);
  const names = number === undefined ? [] : [plan.id, `${plan.id}@latest`];
  return [...new Set([...names, ...(alias === undefined ? [] : [alias]), ...listOwnNames(version)])];
}

/** As every release is named that is not the newest one, by default and in the site file. */
function listOwnNames({ plan, release, id, number }: Version): readonly string[] {
  return number === undefined ? [id] : [...new Set([id, formatSegment(plan, release)])];
}

/** The first segments of the addresses of pages, where no other name of a version may stand. */
function listFolders(targets: AliasScope['targets'], versions: readonly Version[]): ReadonlySet<string> {
  const findSegment = createSegmentFinder(versions);
  const pages = [...targets].filter(
    ([address, target]) => address === target && findSegment(address) === undefined,
  );
  return new Set(pages.map(([address]) => findFirst(address)));
}

function findFirst(address: string): string {
  return address.split('/', 1)[0] ?? '';
}

/** `enterprise/3.2` of every release, also of retired ones, and `enterprise` of the newest. */
function listLegacyNames(
  versions: readonly Version[],
  published: readonly Version[],
  retired: readonly RetiredRelease[],
): readonly VersionName[] {
  const newest = findLegacyVersion(versions);
  const releases = published.filter(({ plan }) => plan === newest?.plan);
  const marks = { hasHomeOnly: true, isTemporary: false };
  const names = [
    ...releases.map((version) => ({ prefix: `enterprise/${version.number}`, version, ...marks })),
    ...retired
      .filter(({ version }) => version.plan === newest?.plan)
      .map(({ release, ...rest }) => ({ ...rest, prefix: `enterprise/${release}` })),
  ];
  const isBuilt = newest !== undefined && published.includes(newest);
  return isBuilt ? [...names, { prefix: 'enterprise', version: newest, ...marks }] : names;
}

/** Addresses with their targets by the segment of their version, in their order; other names of versions are in none. */
function groupByVersion(
  targets: ReadonlyMap<string, string>,
  versions: readonly Version[],
  folders: ReadonlySet<string>,
): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const findSegment = createSegmentFinder(versions);
  const plans = new Set(versions.map(({ plan }) => plan.id));
  const groups = new Map<string, [string, string][]>();
  for (const entry of targets) {
    const found = findSegment(entry[0]);
    const first = findFirst(entry[0]);
    const isName = plans.has(first) || first === 'enterprise';
    const isOther = first.includes('@') || (isName && !folders.has(first));
    if (isOther && found === undefined) continue;
    const segment = found ?? '';
    const group = groups.get(segment);
    if (group === undefined) groups.set(segment, [entry]);
    else group.push(entry);
  }
  return groups;
}

function createAlias(
  { config }: AliasScope,
  language: string,
  { address, target, kind, isTemporary, retired }: PlanAlias,
): Redirect {
  const place = (path: string) => createPermalink(config, language, { segment: '' }, path);
  return {
    from: place(encodePath(address)).href,
    output: place(address).output,
    to: place(encodePath(target)).href,
    language,
    ...(kind === undefined ? {} : { alias: kind }),
    ...(isTemporary ? { isTemporary: true as const } : {}),
    ...(retired === undefined ? {} : { retired }),
  };
}

/** Of its home page only: hosts with rules answer for the rest. */
function createLanguageAlias(
  { config, targets }: AliasScope,
  alias: string,
  language: string,
): readonly Redirect[] {
  if (!targets.has('')) return [];
  const place = (code: string) => createPermalink(config, code, { segment: '' }, '');
  const { href, output } = place(alias);
  return [{ from: href, output, to: place(language).href, language, alias: 'site' }];
}
