import { findNearest } from '../diagnostics/index.ts';
import type { PlacedText } from './duplicates.ts';
import type { ReportFault } from './faults.ts';
import type { YamlMap, YamlValue } from './yaml-types.ts';

/** The keys a mapping of the site file may have, and which of them it must have. */
export type KeyTable = Readonly<Record<string, 'required' | 'optional'>>;

export const WRONG_TYPE = { code: 'config/wrong-type', severity: 'error' } as const;
export const WRONG_VALUE = { code: 'config/wrong-value', severity: 'error' } as const;
export const MISSING_KEY = { code: 'config/missing-key', severity: 'error' } as const;

/** A value that must be a mapping with known keys; reports what is missing, unknown or of another shape. */
export function readMapKey(
  value: YamlValue,
  keys: KeyTable,
  name: string,
  report: ReportFault,
): YamlMap | undefined {
  if (value.kind !== 'map') {
    report({ ...WRONG_TYPE, message: `${name} is not a mapping.`, hint: listKeys(keys), place: value.place });
    return undefined;
  }
  for (const [key, { keyPlace }] of value.entries) {
    if (Object.hasOwn(keys, key)) continue;
    const nearest = findNearest(key, Object.keys(keys));
    const hint = nearest === undefined ? listKeys(keys) : `Did you mean '${nearest}'?`;
    const message = `${name} has an unknown key '${key}'.`;
    report({ code: 'config/unknown-key', severity: 'warning', message, hint, place: keyPlace });
  }
  for (const [key, need] of Object.entries(keys)) {
    if (need === 'optional' || findValue(value, key) !== undefined) continue;
    const place = value.entries.get(key)?.keyPlace ?? value.place;
    report({ ...MISSING_KEY, message: `${name} has no '${key}'.`, place });
  }
  return value;
}

/** The value of a key; undefined if the key is absent or has nothing after its colon. */
export function findValue(map: YamlMap, key: string): YamlValue | undefined {
  const value = map.entries.get(key)?.value;
  return value?.kind === 'scalar' && value.value === null ? undefined : value;
}

/** A text that is not blank. Numbers are refused: YAML reads `3.10` as 3.1. */
export function readTextKey(
  value: YamlValue | undefined,
  name: string,
  report: ReportFault,
): PlacedText | undefined {
  if (value === undefined) return undefined;
  const { place } = value;
  if (value.kind === 'scalar' && typeof value.value === 'string') {
    const text = value.value.trim();
    if (text !== '') return { text, place };
    report({ ...WRONG_VALUE, message: `${name} is empty.`, place });
    return undefined;
  }
  const written = value.kind === 'scalar' ? value.source.text : '';
  const hint = written === '' ? undefined : `Put it in quotes: '${written}'.`;
  report({ ...WRONG_TYPE, message: `${name} is not a text.`, hint, place });
  return undefined;
}

/** True or false; `preset` where nothing is said. */
export function readSwitch(
  value: YamlValue | undefined,
  name: string,
  report: ReportFault,
  preset = true,
): boolean {
  if (value === undefined) return preset;
  if (value.kind === 'scalar' && typeof value.value === 'boolean') return value.value;
  const hint = "Write 'true' or 'false', without quotation marks.";
  report({ ...WRONG_TYPE, message: `${name} is not true or false.`, hint, place: value.place });
  return preset;
}

/** The values of a list; none, and a report, for anything else. */
export function readListKey(
  value: YamlValue | undefined,
  name: string,
  report: ReportFault,
): readonly YamlValue[] {
  if (value === undefined) return [];
  if (value.kind === 'list') return value.values;
  report({ ...WRONG_TYPE, message: `${name} is not a list.`, place: value.place });
  return [];
}

/** What a text must look like, and how to put it right. */
export interface Shape {
  readonly pattern: RegExp;
  readonly hint: string;
}

/** A text of a certain shape; one of another shape is reported and left out. */
export function readShaped(
  value: YamlValue | undefined,
  name: string,
  { pattern, hint }: Shape,
  report: ReportFault,
): PlacedText | undefined {
  // Quotation marks help only where the shape is right.
  const written = value?.kind === 'scalar' && typeof value.value !== 'string' ? value.source.text : undefined;
  const tell: ReportFault = (fault) =>
    report(written !== undefined && !pattern.test(written) ? { ...fault, hint } : fault);
  const found = readTextKey(value, name, tell);
  if (found === undefined || pattern.test(found.text)) return found;
  report({ ...WRONG_VALUE, message: `${name} cannot be '${found.text}'.`, hint, place: found.place });
  return undefined;
}

/** The texts of a list, each of a certain shape. */
export function readTextsKey(
  value: YamlValue | undefined,
  name: string,
  shape: Shape,
  report: ReportFault,
): readonly PlacedText[] {
  return readListKey(value, name, report).flatMap(
    (child) => readShaped(child, `A value in ${name}`, shape, report) ?? [],
  );
}

function listKeys(keys: KeyTable): string {
  return `The keys are ${Object.keys(keys).join(', ')}.`;
}
