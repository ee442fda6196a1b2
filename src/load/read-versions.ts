import type { Plan, ReportFault, SiteConfig, YamlMap, YamlValue } from '../config/index.ts';
import {
  createSet,
  EMPTY_SET,
  listVersions,
  parseVersionMap,
  type Version,
  type VersionSet,
} from '../versions/index.ts';

/** The versions a `versions` value means, and whether an empty set is what its author wants. */
export interface ReadVersions {
  readonly versions: VersionSet;
  /** False where a fault was reported: nothing should be concluded from the set. */
  readonly isSound: boolean;
  /** Of an empty set: whether it means releases that the site does not have yet, or no more. */
  readonly outside: 'coming' | 'deprecated' | undefined;
  /** What there is to choose from: `The releases of 'ghes' are 3.2, 3.1.` */
  readonly choice: string;
}

export type VersionReader = (value: YamlValue, report: ReportFault) => ReadVersions;

/** The features that a `versions` map may name, and what those mean that are in no version. */
export interface FeatureTable {
  readonly sets: ReadonlyMap<string, VersionSet>;
  readonly outside: ReadonlyMap<string, ReadVersions['outside']>;
}

/** Reads `versions` of frontmatter and, without features, of feature files. */
export function createVersionReader(
  { plans }: Pick<SiteConfig, 'plans'>,
  versions: readonly Version[],
  features: FeatureTable,
): VersionReader {
  const coming = listVersions(plans.map(addComing));
  const deprecated = listVersions(plans.map((plan) => ({ ...plan, releases: plan.deprecated })));
  const numbered = deprecated.filter(({ number }) => number !== undefined);
  return (value, report) => {
    if (value.kind !== 'map')
      return { versions: createSet(versions), isSound: true, outside: undefined, choice: '' };
    const { map, isSound } = readVersionMap(value, report);
    const { versions: set, problems } = parseVersionMap(map, versions, features.sets);
    for (const { key, of, at, ...problem } of problems) {
      const entry = value.entries.get(key);
      const inside = entry?.value.kind === 'list' ? entry.value.values[at ?? 0] : entry?.value;
      report({ ...problem, place: (of === 'key' ? entry?.keyPlace : inside?.place) ?? value.place });
    }
    return {
      versions: set,
      isSound: isSound && problems.every(({ severity }) => severity !== 'error'),
      outside: set === EMPTY_SET ? findOutside(map) : undefined,
      choice: describeChoice(plans, Object.keys(map)),
    };
  };

  function findOutside(map: TextMap): ReadVersions['outside'] {
    const named = [map.feature ?? []].flat().map((name) => features.outside.get(name));
    if (named.includes('coming') || isForComing(map, coming)) return 'coming';
    const isDeprecated = parseVersionMap(map, numbered, NO_FEATURES).versions !== EMPTY_SET;
    return named.includes('deprecated') || isDeprecated ? 'deprecated' : undefined;
  }
}

const NO_FEATURES: ReadonlyMap<string, VersionSet> = new Map();

/** The releases of the plans that are named, or the plans where none of those has releases. */
function describeChoice(plans: readonly Plan[], names: readonly string[]): string {
  const numbered = plans.filter(
    ({ id, short, releases }) => releases.length > 0 && (names.includes(short) || names.includes(id)),
  );
  if (numbered.length === 0) return `The plans are ${plans.map(({ short }) => short).join(', ')}.`;
  return numbered
    .map(({ short, releases }) => `The releases of '${short}' are ${releases.join(', ')}.`)
    .join(' ');
}

type TextMap = Readonly<Record<string, string | readonly string[]>>;

function readVersionMap(
  { entries }: YamlMap,
  report: ReportFault,
): { readonly map: TextMap; readonly isSound: boolean } {
  const pairs: [string, string | readonly string[]][] = [];
  let isSound = true;
  for (const [key, { value }] of entries) {
    const texts = value.kind === 'list' ? value.values.map(findText) : findText(value);
    const isFit = Array.isArray(texts) ? texts.every((text) => text !== undefined) : texts !== undefined;
    if (isFit) pairs.push([key, texts as string | readonly string[]]);
    else {
      isSound = false;
      const written = value.kind === 'scalar' ? value.source.text : '';
      const hint = /^\d/.test(written)
        ? `Put it in quotes: '${written}'.`
        : "Write '*' for all releases, or a range of them: '>=3.1'.";
      report({
        code: 'load/wrong-type',
        severity: 'error',
        message: `'${key}' in 'versions' is not a text.`,
        hint,
        place: value.place,
      });
    }
  }
  return { map: Object.fromEntries(pairs), isSound };
}

function findText(value: YamlValue): string | undefined {
  return value.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

function isForComing(map: TextMap, coming: readonly Version[]): boolean {
  const isFlag = Object.values(map).some(
    (value) => typeof value === 'string' && /^(next|issue-\d+)$/.test(value.trim()),
  );
  return isFlag || parseVersionMap(map, coming, NO_FEATURES).versions !== EMPTY_SET;
}

/**
 * The plan with the releases that writers may have in mind: two more after the newest one and after the coming one, for those
 * are written ahead, and the next line.
 */
function addComing(plan: Plan): Plan {
  const [newest] = plan.releases;
  if (newest === undefined) return plan;
  const known = typeof plan.next === 'string' ? [newest, plan.next] : [newest];
  const ahead = known.flatMap((release) => {
    const [major = 0, minor = 0] = release.split('.').map(Number);
    return [release, `${major}.${minor + 1}`, `${major}.${minor + 2}`, `${major + 1}.0`];
  });
  return { ...plan, releases: [...ahead, ...plan.releases] };
}
