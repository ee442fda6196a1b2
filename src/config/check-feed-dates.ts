import type { Place } from '../diagnostics/index.ts';
import type { ReportFault } from './faults.ts';
import { findValue } from './read-keys.ts';
import type { Plan } from './types.ts';
import type { YamlMap, YamlValue } from './yaml-types.ts';

/**
 * Reports releases that feeds could tell of if the site file said on which day they came out. The oldest release of a plan
 * has none before it, so nothing is told of it.
 */
export function checkFeedDates(site: YamlMap, plans: readonly Plan[], report: ReportFault): void {
  const list = findValue(site, 'plans');
  for (const { short, releases, dates } of plans) {
    for (const release of releases.slice(0, -1)) {
      if (dates?.[release]?.released !== undefined) continue;
      const message = `Feeds leave out release ${release} of '${short}': the site file does not say on which day it came out.`;
      const hint = `Add the day to 'dates' of the plan: '${release}': { released: '2022-02-16' }.`;
      const place = findRelease(list, short, release) ?? site.place;
      report({ code: 'config/undated-release', severity: 'warning', message, hint, place });
    }
  }
}

function findRelease(list: YamlValue | undefined, short: string, release: string): Place | undefined {
  const maps =
    list?.kind === 'list' ? list.values.flatMap((each) => (each.kind === 'map' ? [each] : [])) : [];
  const plan = maps.find((map) => readWritten(findValue(map, 'short')) === short);
  const releases = plan && findValue(plan, 'releases');
  if (releases?.kind !== 'list') return undefined;
  return releases.values.find((value) => readWritten(value) === release)?.place;
}

function readWritten(value: YamlValue | undefined): string | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value.trim() : undefined;
}
