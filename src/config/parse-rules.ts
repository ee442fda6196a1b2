import { CODES, findCodes, findNearest, nameRule, type RuleLevel } from '../diagnostics/index.ts';
import type { ReportFault } from './faults.ts';
import { findValue, WRONG_TYPE, WRONG_VALUE } from './read-keys.ts';
import type { SiteConfig } from './types.ts';
import type { YamlMap, YamlValue } from './yaml-types.ts';

export const LEVELS: readonly RuleLevel[] = ['off', 'warning', 'error'];

/** How much kinds of mistakes weigh; no key where the site says nothing of them. A name stands for all codes that end so. */
export function parseRules(map: YamlMap, report: ReportFault): Pick<SiteConfig, 'rules'> {
  const value = findValue(map, 'rules');
  if (value === undefined) return {};
  if (value.kind !== 'map') {
    const hint = 'Write `unused-image: off`, a line for each rule.';
    report({ ...WRONG_TYPE, message: "'rules' is not a mapping.", hint, place: value.place });
    return {};
  }
  const rules = [...value.entries].flatMap(([name, { value: written, keyPlace }]) => {
    const codes = findCodes(name);
    if (codes.length === 0) {
      const names = CODES.flatMap((entry) => [entry.code, nameRule(entry)]);
      const nearest = findNearest(name, names);
      const hint =
        nearest === undefined
          ? 'docs/content/reference/diagnostics.md lists them.'
          : `Did you mean '${nearest}'?`;
      const message = `There is no rule '${name}'.`;
      report({ code: 'config/unknown-key', severity: 'warning', message, hint, place: keyPlace });
      return [];
    }
    const level = readLevel(written, name, report);
    if (level === undefined) return [];
    const costly = codes.find(({ costsPage }) => costsPage);
    if (costly !== undefined && level !== 'error') {
      const message = `'${name}' cannot be ${level}: pages are left out because of it.`;
      const hint = 'It stays an error. Remove the line.';
      report({ ...WRONG_VALUE, message, hint, place: written.place });
      return [];
    }
    return codes.map(({ code }) => [code, level] as const);
  });
  return { rules: Object.fromEntries(rules) };
}

function readLevel(value: YamlValue, name: string, report: ReportFault): RuleLevel | undefined {
  const written = value.kind === 'scalar' ? value.source.text : '';
  const level = LEVELS.find((each) => each === written);
  if (level !== undefined) return level;
  const nearest = findNearest(written, LEVELS);
  const hint = nearest === undefined ? `It is ${LEVELS.join(', ')}.` : `Did you mean '${nearest}'?`;
  report({ ...WRONG_VALUE, message: `The rule '${name}' cannot be '${written}'.`, hint, place: value.place });
  return undefined;
}
