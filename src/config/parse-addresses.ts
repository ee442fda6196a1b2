import type { Place } from '../diagnostics/index.ts';
import { findNewestAlias, formatNewestSegment, formatSegment } from '../versions/index.ts';
import type { ReportFault } from './faults.ts';
import { findValue, type KeyTable, readMapKey, readShaped, type Shape, WRONG_VALUE } from './read-keys.ts';
import type { Language, Plan, PlanAddresses } from './types.ts';
import type { YamlMap, YamlValue } from './yaml-types.ts';

export const ADDRESS_KEYS = {
  version: 'optional',
  newest: 'optional',
  alias: 'optional',
} as const satisfies KeyTable;

/** Segments of a path that mean the same to browsers, file systems and hosts, with the names of what they stand for. */
export const ADDRESS_PATTERN: Shape = {
  pattern:
    /^(?!\.{1,2}(?:\/|$))(?:[\w.~@-]|\{(?:plan|short|release)\})+(?:\/(?!\.{1,2}(?:\/|$))(?:[\w.~@-]|\{(?:plan|short|release)\})+)*$/,
  hint: "Write letters, digits, and '{plan}', '{short}' or '{release}': 'v{release}', '{plan}/{release}', 'latest'.",
};

/** Where links find files, and where readers compare versions: nothing else can stand there. */
const RESERVED = ['assets', 'public', '@compare'];

/** How addresses name versions: of the site, or of one plan. */
export function parseAddresses(value: YamlValue | undefined, report: ReportFault): PlanAddresses {
  const map = value === undefined ? undefined : readMapKey(value, ADDRESS_KEYS, "'addresses'", report);
  if (map === undefined) return {};
  const [version, newest, alias] = ['version', 'newest', 'alias'].map(
    (key) => readShaped(findValue(map, key), `'${key}' of 'addresses'`, ADDRESS_PATTERN, report)?.text,
  );
  return {
    ...(version === undefined ? {} : { version }),
    ...(newest === undefined ? {} : { newest }),
    ...(alias === undefined ? {} : { alias }),
  };
}

/** A plan with the addresses that it has, or the site for all; that of the default plan's newest release is its own alone. */
export function addAddresses(plan: Plan, ofSite: PlanAddresses, ofPlan: PlanAddresses): Plan {
  const { newest, ...shared } = ofSite;
  const addresses = {
    ...shared,
    ...(newest === undefined || plan.isDefault ? {} : { newest }),
    ...ofPlan,
  };
  return Object.keys(addresses).length === 0 ? plan : { ...plan, addresses };
}

/** Another version of the site, a language, or a folder of files must not have an address that is chosen. */
export function checkAddresses(
  site: YamlMap,
  plans: readonly Plan[],
  languages: readonly Language[],
  report: ReportFault,
): void {
  if (plans.every(({ addresses }) => addresses === undefined)) return;
  const codes = languages.flatMap(({ code, aliases = [] }) => [code, ...aliases]);
  const owners = new Map<string, string>();
  for (const [at, plan] of plans.entries()) {
    const place = findPlace(site, at);
    for (const { segment, title } of listSegments(plan)) {
      if (segment === '') continue;
      const [first = ''] = segment.split('/');
      const key = segment.toLowerCase();
      const owner = owners.get(key);
      owners.set(key, owner ?? title);
      const hint = "Put '{plan}' or '{release}' into it, or choose another word.";
      const fault = { ...WRONG_VALUE, hint, place };
      if (owner !== undefined && owner !== title)
        report({ ...fault, message: `${title} and ${owner} have the same address '${segment}'.` });
      if (codes.some((code) => code.toLowerCase() === first.toLowerCase()))
        report({ ...fault, message: `The address '${segment}' of ${title} begins like that of a language.` });
      if (RESERVED.includes(first.toLowerCase()))
        report({ ...fault, message: `The address '${segment}' of ${title} is that of '${first}'.` });
    }
  }
}

/** Every address that names a version of a plan, with the version. */
function listSegments(plan: Plan): readonly { readonly segment: string; readonly title: string }[] {
  const releases = plan.releases.length > 0 ? plan.releases : ['latest'];
  const [newest = ''] = releases;
  const name = (release: string) => (release === 'latest' ? plan.name : `${plan.name} ${release}`);
  const alias = findNewestAlias(plan, newest);
  return [
    { segment: formatNewestSegment(plan, newest), title: name(newest) },
    ...(alias === undefined ? [] : [{ segment: alias, title: name(newest) }]),
    ...releases.slice(1).map((release) => ({ segment: formatSegment(plan, release), title: name(release) })),
    ...plan.deprecated.map((release) => ({ segment: formatSegment(plan, release), title: name(release) })),
    ...(plan.next === undefined ? [] : [{ segment: formatSegment(plan, 'next'), title: name('next') }]),
  ];
}

/** Where the addresses of a plan are written: by itself, or for all. */
function findPlace(site: YamlMap, at: number): Place {
  const plans = findValue(site, 'plans');
  const plan = plans?.kind === 'list' ? plans.values[at] : undefined;
  const own = plan?.kind === 'map' ? findValue(plan, 'addresses') : undefined;
  return (own ?? findValue(site, 'addresses') ?? plan ?? site).place;
}
