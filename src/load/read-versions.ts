import type { Plan, Report, SiteConfig, YamlMap, YamlValue } from '../config/index.ts';
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
  /** Meant for a release that the site does not have yet. */
  readonly isComing: boolean;
}

export type VersionReader = (value: YamlValue, report: Report) => ReadVersions;

/** The features that a `versions` map may name, and which of them are for a coming release only. */
export interface FeatureTable {
  readonly sets: ReadonlyMap<string, VersionSet>;
  readonly coming: ReadonlySet<string>;
}

/** Reads `versions` of frontmatter and, without features, of feature files. */
export function createVersionReader(
  { plans }: Pick<SiteConfig, 'plans'>,
  versions: readonly Version[],
  features: FeatureTable,
): VersionReader {
  const coming = listVersions(plans.map(addComing));
  return (value, report) => {
    if (value.kind !== 'map') return { versions: createSet(versions), isSound: true, isComing: false };
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
      isComing: set === EMPTY_SET && isForComing(map, coming, features),
    };
  };
}

type TextMap = Readonly<Record<string, string | readonly string[]>>;

function readVersionMap(
  { entries }: YamlMap,
  report: Report,
): { readonly map: TextMap; readonly isSound: boolean } {
  const pairs: [string, string | readonly string[]][] = [];
  let isSound = true;
  for (const [key, { value }] of entries) {
    const texts = value.kind === 'list' ? value.values.map(findText) : findText(value);
    const isFit = Array.isArray(texts) ? texts.every((text) => text !== undefined) : texts !== undefined;
    if (isFit) pairs.push([key, texts as string | readonly string[]]);
    else {
      isSound = false;
      const hint = value.kind === 'scalar' ? `Put it in quotes: '${value.source.text}'.` : undefined;
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

function isForComing(map: TextMap, coming: readonly Version[], features: FeatureTable): boolean {
  const named = [map.feature ?? []].flat();
  if (named.some((name) => features.coming.has(name))) return true;
  const isFlag = Object.values(map).some(
    (value) => typeof value === 'string' && /^(next|issue-\d+)$/.test(value.trim()),
  );
  return isFlag || parseVersionMap(map, coming, new Map()).versions !== EMPTY_SET;
}

/** The plan as it may be one day: the next releases of its line, and one far ahead for open ranges. */
function addComing(plan: Plan): Plan {
  const [major = 0, minor = 0] = (plan.releases[0] ?? '').split('.').map(Number);
  const ahead = ['9999.0', `${major}.${minor + 2}`, `${major}.${minor + 1}`];
  return plan.releases.length === 0 ? plan : { ...plan, releases: [...ahead, ...plan.releases] };
}
