import { type PlacedText, reportDuplicates } from './duplicates.ts';
import type { ReportFault } from './faults.ts';
import { addAddresses, parseAddresses } from './parse-addresses.ts';
import { parseDates } from './parse-dates.ts';
import { parseReleases } from './parse-releases.ts';
import {
  findValue,
  type KeyTable,
  readListKey,
  readMapKey,
  readShaped,
  readTextKey,
  readTextsKey,
  type Shape,
  WRONG_TYPE,
  WRONG_VALUE,
} from './read-keys.ts';
import type { Plan, PlanAddresses } from './types.ts';
import type { YamlMap, YamlValue } from './yaml-types.ts';

export const PLAN_KEYS = {
  id: 'required',
  short: 'required',
  name: 'required',
  default: 'optional',
  releases: 'optional',
  next: 'optional',
  deprecated: 'optional',
  issues: 'optional',
  dates: 'optional',
  addresses: 'optional',
} as const satisfies KeyTable;

/** A path segment, and a word in a condition. Words with a meaning there, or beside plans in `versions`, are taken. */
export const PLAN_NAME: Shape = {
  pattern: /^(?!(and|or|not|true|false|nil|null|empty|blank|contains|feature)$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  hint: "Use lowercase letters, digits and hyphens, and no Liquid keyword: 'enterprise-server'.",
};
export const ISSUE: Shape = { pattern: /^issue-\d+$/, hint: "Write it as in conditions: 'issue-1234'." };
const DEFAULT_HINT = "One plan has 'default: true': the one whose addresses have no version.";

/** The plans in order of fallback. */
export function parsePlans(
  value: YamlValue | undefined,
  addresses: PlanAddresses,
  report: ReportFault,
): readonly Plan[] {
  const list = readListKey(value, "'plans'", report);
  if (value?.kind === 'list' && list.length === 0) {
    report({
      ...WRONG_VALUE,
      message: "'plans' is empty.",
      hint: 'A site has at least one plan.',
      place: value.place,
    });
  }
  const maps = list.flatMap((child) => readMapKey(child, PLAN_KEYS, 'A plan', report) ?? []);
  const plans = maps.map((map) => {
    const own = parseAddresses(findValue(map, 'addresses'), report);
    return addAddresses(parsePlan(map, report), addresses, own);
  });
  checkNames(maps, report);
  checkDefault(maps, report);
  return plans;
}

function parsePlan(map: YamlMap, report: ReportFault): Plan {
  const numbers = parseReleases(map, report);
  const dates = parseDates(findValue(map, 'dates'), [...numbers.releases, ...numbers.deprecated], report);
  return {
    id: readShaped(findValue(map, 'id'), "'id' of a plan", PLAN_NAME, report)?.text ?? '',
    short: readShaped(findValue(map, 'short'), "'short' of a plan", PLAN_NAME, report)?.text ?? '',
    name: readTextKey(findValue(map, 'name'), "'name' of a plan", report)?.text ?? '',
    isDefault: parseDefault(findValue(map, 'default'), report),
    ...numbers,
    issues: readTextsKey(findValue(map, 'issues'), "'issues'", ISSUE, report).map(({ text }) => text),
    ...(dates === undefined ? {} : { dates }),
  };
}

function parseDefault(value: YamlValue | undefined, report: ReportFault): boolean {
  if (value === undefined) return false;
  if (value.kind === 'scalar' && typeof value.value === 'boolean') return value.value;
  report({ ...WRONG_TYPE, message: "'default' of a plan is neither true nor false.", place: value.place });
  return false;
}

/** Long and short names are looked up alike, so a name may stand for one plan only. */
function checkNames(maps: readonly YamlMap[], report: ReportFault): void {
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

function checkDefault(maps: readonly YamlMap[], report: ReportFault): void {
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
