import type { ReportFault } from './faults.ts';
import { findValue, WRONG_TYPE, WRONG_VALUE } from './read-keys.ts';
import type { SiteConfig } from './types.ts';
import type { YamlMap, YamlValue } from './yaml-types.ts';

/** What a text of `liquid` may say of the version: `'{{ currentRelease }}.x'`. */
const FACTS = ['currentRelease', 'currentVersion', 'currentVersionShortName'];

/** Values that texts print and ask for by names of the site's own; no key where there are none. */
export function parseLiquid(map: YamlMap, report: ReportFault): Pick<SiteConfig, 'liquid'> {
  const value = findValue(map, 'liquid');
  if (value === undefined) return {};
  if (value.kind !== 'map') {
    const hint = 'Write the names below it: `site: { product: Widget }`.';
    report({ ...WRONG_TYPE, message: "'liquid' is not a mapping.", hint, place: value.place });
    return {};
  }
  return { liquid: readValue(value, report) as Readonly<Record<string, unknown>> };
}

function readValue(value: YamlValue, report: ReportFault): unknown {
  if (value.kind === 'list') return value.values.map((child) => readValue(child, report));
  if (value.kind === 'map') {
    const plain: Record<string, unknown> = Object.create(null);
    for (const [key, entry] of value.entries) plain[key] = readValue(entry.value, report);
    return plain;
  }
  if (typeof value.value === 'string') checkFacts(value.value, value, report);
  return value.value;
}

/** None holds the begin of another: so each is looked through once, ended or not. */
const PRINTED_OR_TAG = /\{\{((?:(?!\{\{)[\s\S])*?)\}\}|\{%(?:(?!\{%)[\s\S])*?%\}/g;

function checkFacts(text: string, { place }: YamlValue, report: ReportFault): void {
  for (const [written, name = ''] of text.matchAll(PRINTED_OR_TAG)) {
    if (FACTS.includes(name.trim())) continue;
    const message = `A value in 'liquid' cannot hold '${written}'.`;
    const hint = `It may hold {{ NAME }} of ${FACTS.join(', ')}.`;
    report({ ...WRONG_VALUE, message, hint, place });
  }
}
