import { type PlacedText, reportDuplicates } from './duplicates.ts';
import type { Report } from './faults.ts';
import { parseDates } from './parse-dates.ts';
import { parseReleases } from './parse-releases.ts';
import {
  findValue,
  type KeyTable,
  readList,
  readMap,
  readShaped,
  readText,
  readTexts,
  type Shape,
  WRONG_TYPE,
  WRONG_VALUE,
} from './read-keys.ts';
import type { Plan } from './types.ts';
import type { YamlMap, YamlValue } from './yaml-types.ts';

const PLAN_KEYS: KeyTable = {
  id: 'required',
  short: 'required',
  name: 'required',
  default: 'optional',
  releases: 'optional',
  next: 'optional',
  deprecated: 'optional',
  issues: 'optional',
  dates: 'optional',
};

/** A path segment, and a word in a condition. Words with a meaning there, or beside plans in `versions`, are taken. */
const NAME: Shape = {
  pattern: /^(?!(and|or|not|true|false|nil|null|empty|blank|contains|feature)$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  hint: "Use small letters, digits and hyphens, and no word of Liquid: 'enterprise-server'.",
};
const ISSUE: Shape = { pattern: /^issue-\d+$/, hint: "Write it as in conditions: 'issue-1234'." };
const DEFAULT_HINT = "One plan has 'default: true': the one whose addresses have no version.";

/** The plans in order of fallback. */
export function parsePlans(value: YamlValue | undefined, report: Report): readonly Plan[] {
  const list = readList(value, "'plans'", report);
  if (value?.kind === 'list' && list.length === 0) {
    report({
      ...WRONG_VALUE,
      message: "'plans' is empty.",
      hint: 'A site has at least one plan.',
      place: value.place,
    });
  }
  const maps = list.flatMap((child) => readMap(child, PLAN_KEYS, 'A plan', report) ?? []);
  const plans = maps.map((map) => parsePlan(map, report));
  checkNames(maps, report);
  checkDefault(maps, report);
  return plans;
}

function parsePlan(map: YamlMap, report: Report): Plan {
  const numbers = parseReleases(map, report);
  const dates = parseDates(findValue(map, 'dates'), [...numbers.releases, ...numbers.deprecated], report);
  return {
    id: readShaped(findValue(map, 'id'), "'id' of a plan", NAME, report)?.text ?? '',
    short: readShaped(findValue(map, 'short'), "'short' of a plan", NAME, report)?.text ?? '',
    name: readText(findValue(map, 'name'), "'name' of a plan", report)?.text ?? '',
    isDefault: parseDefault(findValue(map, 'default'), report),
    ...numbers,
    issues: readTexts(findValue(map, 'issues'), "'issues'", ISSUE, report).map(({ text }) => text),
    ...(dates === undefined ? {} : { dates }),
  };
}

function parseDefault(value: YamlValue | undefined, report: Report): boolean {
  if (value === undefined) return false;
  if (value.kind === 'scalar' && typeof value.value === 'boolean') return value.value;
  report({ ...WRONG_TYPE, message: "'default' of a plan is neither true nor false.", place: value.place });
  return false;
}

/** Long and short names are looked up alike, so a name may stand for one plan only. */
function checkNames(maps: readonly YamlMap[], report: Report): void {
  const names = maps.flatMap((map) => {
    const id = listName(map, 'id');
    const short = listName(map, 'short');
    return id[0]?.text === short[0]?.text ? id : [...id, ...short];
  });
  reportDuplicates(names, 'plans with the id or short name', report);
}

function listName(map: YamlMap, key: string): readonly PlacedText[] {
  const value = findValue(map, key);
  return value?.kind === 'scalar' ? [{ text: value.source.text, place: value.place }] : [];
}

function checkDefault(maps: readonly YamlMap[], report: Report): void {
  const [first, ...rest] = maps.flatMap((map) => {
    const value = findValue(map, 'default');
    return value?.kind === 'scalar' && value.value === true ? value : [];
  });
  const [plan] = maps;
  if (first === undefined && plan !== undefined) {
    report({ ...WRONG_VALUE, message: 'No plan is the default.', hint: DEFAULT_HINT, place: plan.place });
  }
  for (const { place } of rest) {
    report({ ...WRONG_VALUE, message: 'More than one plan is the default.', hint: DEFAULT_HINT, place });
  }
}
