import { compareReleases, RELEASE } from '../versions/index.ts';
import { type PlacedText, reportDuplicates } from './duplicates.ts';
import type { ReportFault } from './faults.ts';
import { findValue, readShaped, readTextsKey, type Shape, WRONG_VALUE } from './read-keys.ts';
import type { Plan } from './types.ts';
import type { YamlMap } from './yaml-types.ts';

export const RELEASE_NUMBER: Shape = {
  pattern: RELEASE,
  hint: "Releases are numbers such as '3.2'.",
};

/** The releases of a plan, the coming one, the deprecated ones: numbers in quotes, newest first. */
export function parseReleases(
  map: YamlMap,
  report: ReportFault,
): Pick<Plan, 'releases' | 'next' | 'deprecated'> {
  const releases = readTextsKey(findValue(map, 'releases'), "'releases'", RELEASE_NUMBER, report);
  const deprecated = readTextsKey(findValue(map, 'deprecated'), "'deprecated'", RELEASE_NUMBER, report);
  checkOrder(releases, report);
  reportDuplicates([...releases, ...deprecated], 'releases', report);
  const next =
    findValue(map, 'releases') === undefined ? parseFlag(map, report) : parseNext(map, releases, report);
  return {
    releases: releases.map(({ text }) => text),
    ...(next === undefined ? {} : { next }),
    deprecated: deprecated.map(({ text }) => text),
  };
}

/** `next` of a plan without numbers. */
function parseFlag(map: YamlMap, report: ReportFault): true | undefined {
  const value = findValue(map, 'next');
  if (value === undefined || (value.kind === 'scalar' && value.value === false)) return undefined;
  if (value.kind === 'scalar' && value.value === true) return true;
  const hint = "Write 'next: true', or give the plan 'releases'.";
  report({
    ...WRONG_VALUE,
    message: "'next' of a plan without releases is not true.",
    hint,
    place: value.place,
  });
  return undefined;
}

function parseNext(map: YamlMap, releases: readonly PlacedText[], report: ReportFault): string | undefined {
  const next = readShaped(findValue(map, 'next'), "'next' of a plan", RELEASE_NUMBER, report);
  const newest = releases
    .map(({ text }) => text)
    .sort(compareReleases)
    .at(-1);
  if (next === undefined || newest === undefined || compareReleases(next.text, newest) > 0) return next?.text;
  const message = `The coming release ${next.text} is not newer than ${newest}.`;
  report({ ...WRONG_VALUE, message, hint: "'next' is the release after the newest one.", place: next.place });
  return undefined;
}

function checkOrder(releases: readonly PlacedText[], report: ReportFault): void {
  for (const [index, { text, place }] of releases.entries()) {
    const above = releases[index - 1];
    if (above === undefined || compareReleases(above.text, text) >= 0) continue;
    const message = `Release ${text} is listed below the older ${above.text}.`;
    report({ ...WRONG_VALUE, message, hint: "'releases' begins with the newest one.", place });
  }
}
