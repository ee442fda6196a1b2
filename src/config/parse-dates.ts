import type { ReportFault } from './faults.ts';
import {
  findValue,
  type KeyTable,
  readMapKey,
  readShaped,
  type Shape,
  WRONG_TYPE,
  WRONG_VALUE,
} from './read-keys.ts';
import type { ReleaseDates } from './types.ts';
import type { YamlMap, YamlValue } from './yaml-types.ts';

export const DATE_KEYS = { released: 'optional', deprecated: 'optional' } as const satisfies KeyTable;
export const DAY: Shape = {
  pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  hint: "Days are written '2022-02-16'.",
};

/** `dates` of a plan: for a release of it the days when it came out and when its support ends. */
export function parseDates(
  value: YamlValue | undefined,
  releases: readonly string[],
  report: ReportFault,
): Readonly<Record<string, ReleaseDates>> | undefined {
  if (value === undefined) return undefined;
  if (value.kind !== 'map') {
    report({ ...WRONG_TYPE, message: "'dates' of a plan is not a mapping.", place: value.place });
    return undefined;
  }
  for (const [release, { keyPlace }] of value.entries) {
    if (releases.includes(release)) continue;
    const message = `'dates' names '${release}', which is not a release of the plan.`;
    report({ ...WRONG_VALUE, message, hint: "Name it in 'releases' or 'deprecated'.", place: keyPlace });
  }
  return Object.fromEntries(
    [...value.entries].flatMap(([release, entry]) => {
      const map = readMapKey(entry.value, DATE_KEYS, `The release ${release} in 'dates'`, report);
      return map === undefined ? [] : [[release, parseDays(map, report)]];
    }),
  );
}

function parseDays(map: YamlMap, report: ReportFault): ReleaseDates {
  const released = readDay(findValue(map, 'released'), "'released'", report);
  const deprecated = readDay(findValue(map, 'deprecated'), "'deprecated' of a release", report);
  return {
    ...(released === undefined ? {} : { released }),
    ...(deprecated === undefined ? {} : { deprecated }),
  };
}

function readDay(value: YamlValue | undefined, name: string, report: ReportFault): string | undefined {
  const found = readShaped(value, name, DAY, report);
  if (found === undefined) return undefined;
  const { text, place } = found;
  // A day that a month does not have is counted on into the next one.
  if (new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)) return text;
  report({
    ...WRONG_VALUE,
    message: `${name} cannot be '${text}'.`,
    hint: 'The month has fewer days.',
    place,
  });
  return undefined;
}
