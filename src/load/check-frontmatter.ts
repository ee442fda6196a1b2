import type { ReportFault, YamlMap, YamlScalar, YamlValue } from '../config/index.ts';
import { findNearest } from '../diagnostics/index.ts';
import { CHOICES, FRONTMATTER_KEYS, type FrontmatterKey, type KeyKind, LAYOUTS } from './frontmatter-keys.ts';
import type { VariantNames } from './variants.ts';

export const REQUIRED: readonly FrontmatterKey[] = ['title', 'versions'];

/** Holds frontmatter against the table of keys and returns what fits; `versions` is left to its own reader. */
export function checkFrontmatter(map: YamlMap, variants: VariantNames, report: ReportFault): YamlMap {
  const sound = [...map.entries].filter(([key, { keyPlace, value }]) => {
    if (!isKnown(key)) {
      const nearest = findNearest(key, Object.keys(FRONTMATTER_KEYS));
      const hint = nearest === undefined ? undefined : `Did you mean '${nearest}'?`;
      report({
        code: 'load/unknown-key',
        severity: 'warning',
        message: `There is no frontmatter key '${key}'.`,
        hint,
        place: keyPlace,
      });
      return true;
    }
    const mismatch = describeMismatch(key, value);
    if (mismatch === undefined) {
      checkChoice(key, value, variants, report);
      return true;
    }
    report({ code: 'load/wrong-type', severity: 'error', ...mismatch, place: value.place });
    return false;
  });
  for (const key of REQUIRED) {
    const entry = map.entries.get(key);
    if (entry !== undefined && !isEmpty(entry.value)) continue;
    const place = entry?.keyPlace ?? map.place;
    report({
      code: 'load/missing-key',
      severity: 'error',
      message: `The frontmatter has no '${key}'.`,
      place,
    });
  }
  return { ...map, entries: new Map(sound) };
}

/** A value that the format does not know is kept: it only means nothing. */
function checkChoice(
  key: FrontmatterKey,
  value: YamlValue,
  variants: VariantNames,
  report: ReportFault,
): void {
  const choices = findChoices(key, variants);
  if (choices !== undefined && value.kind === 'list')
    for (const each of value.values) checkChoice(key, each, variants, report);
  if (choices === undefined || !isText(value) || isEmpty(value) || choices.includes(value.value)) return;
  const nearest = findNearest(value.value, choices);
  report({
    code: 'load/unknown-value',
    severity: 'warning',
    message: `'${value.value}' is nothing that '${key}' can be.`,
    hint: nearest === undefined ? `It is one of ${choices.join(', ')}.` : `Did you mean '${nearest}'?`,
    place: value.place,
  });
}

function findChoices(key: FrontmatterKey, { tools, platforms }: VariantNames): readonly string[] | undefined {
  if (key === 'defaultTool') return tools;
  return key === 'defaultPlatform' ? platforms : CHOICES.get(key);
}

/** Nothing after the colon, or a text of blanks. */
export function isEmpty(value: YamlValue): boolean {
  return (
    value.kind === 'scalar' &&
    (value.value === null || (typeof value.value === 'string' && value.value.trim() === ''))
  );
}

/** Why a value does not suit its key; undefined if it does. An empty value counts as an absent key. */
export function describeMismatch(
  key: FrontmatterKey,
  value: YamlValue,
): { readonly message: string; readonly hint?: string } | undefined {
  const kind = FRONTMATTER_KEYS[key];
  if (isEmpty(value) || CHECKS[kind](value)) return undefined;
  const message = `'${key}' is not ${WORDS[kind]}.`;
  const isUnquoted = value.kind === 'scalar' && typeof value.value !== 'string' && /text/.test(kind);
  if (isUnquoted) return { message, hint: `Put it in quotes: '${value.source.text}'.` };
  return kind === 'layout' ? { message, hint: `The layouts are ${LAYOUTS.join(', ')}.` } : { message };
}

function isKnown(key: string): key is FrontmatterKey {
  return Object.hasOwn(FRONTMATTER_KEYS, key);
}

function isText(value: YamlValue): value is YamlScalar & { readonly value: string } {
  return value.kind === 'scalar' && typeof value.value === 'string';
}

function isTexts(value: YamlValue): boolean {
  return value.kind === 'list' && value.values.every(isText);
}

const CHECKS: Readonly<Record<KeyKind, (value: YamlValue) => boolean>> = {
  text: isText,
  flag: (value) => value.kind === 'scalar' && typeof value.value === 'boolean',
  texts: isTexts,
  'text or texts': (value) => isText(value) || isTexts(value),
  map: ({ kind }) => kind === 'map',
  list: ({ kind }) => kind === 'list',
  'map or list': ({ kind }) => kind !== 'scalar',
  layout: (value) =>
    value.kind === 'scalar' && (value.value === false || LAYOUTS.includes(String(value.value))),
  level: (value) =>
    value.kind === 'scalar' && [2, 3, 4].includes(Number(value.value)) && typeof value.value === 'number',
  versions: (value) => value.kind === 'map' || (isText(value) && value.value.trim() === '*'),
};

const WORDS: Readonly<Record<KeyKind, string>> = {
  text: 'a text',
  flag: 'true or false',
  texts: 'a list of texts',
  'text or texts': 'a text or a list of texts',
  map: 'a mapping',
  list: 'a list',
  'map or list': 'a mapping or a list',
  layout: 'a layout',
  level: 'a heading level from 2 to 4',
  versions: "a mapping of plans, or '*'",
};
