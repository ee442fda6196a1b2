import type { ReportFault, YamlMap, YamlScalar, YamlValue } from '../config/index.ts';
import { findNearest, type Place } from '../diagnostics/index.ts';
import { CHOICES, FRONTMATTER_KEYS, type FrontmatterKey, type KeyKind, LAYOUTS } from './frontmatter-keys.ts';
import type { VariantNames } from './variants.ts';

export const REQUIRED = ['title', 'versions'] as const satisfies readonly FrontmatterKey[];

const EXAMPLES: Readonly<Record<(typeof REQUIRED)[number], string>> = {
  title: "Write 'title: ' and the heading of the page.",
  versions: "Write \"versions: '*'\" for every version, or below 'versions:' the plans that have the page.",
};

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
    report({ code: 'load/wrong-type', severity: 'error', place: value.place, ...mismatch });
    return false;
  });
  for (const key of REQUIRED) {
    const entry = map.entries.get(key);
    if (entry !== undefined && !isEmpty(entry.value)) continue;
    const place = entry?.keyPlace ?? map.place;
    report({
      code: 'load/missing-key',
      severity: 'error',
      message: entry === undefined ? `The frontmatter has no '${key}'.` : `'${key}' is empty.`,
      hint: EXAMPLES[key],
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
    message: `'${value.value}' is not a valid value of '${key}'.`,
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
): { readonly message: string; readonly hint?: string; readonly place?: Place } | undefined {
  const kind = FRONTMATTER_KEYS[key];
  if (isEmpty(value) || CHECKS[kind](value)) return undefined;
  const message = `'${key}' is not ${WORDS[kind]}.`;
  // Of a list the entry that does not suit it.
  const wrong =
    value.kind === 'list' && /texts/.test(kind) ? value.values.find((each) => !isText(each)) : value;
  return { message, ...hintAt(kind, wrong ?? value), ...(wrong !== undefined && { place: wrong.place }) };
}

function hintAt(kind: KeyKind, value: YamlValue): { readonly hint?: string } {
  const written = value.kind === 'scalar' ? value.source.text : '';
  if (kind === 'layout') {
    const nearest = findNearest(written, LAYOUTS);
    return {
      hint: nearest === undefined ? `The layouts are ${LAYOUTS.join(', ')}.` : `Did you mean '${nearest}'?`,
    };
  }
  if (kind === 'flag') {
    const meant = /^(?:yes|y|on|true|1)$/i.test(written)
      ? 'true'
      : /^(?:no|n|off|false|0)$/i.test(written)
        ? 'false'
        : '';
    return { hint: meant === '' ? "Write 'true' or 'false'." : `Write ${meant}, without quotation marks.` };
  }
  if (!/text/.test(kind)) return {};
  if (written !== '' && typeof (value as YamlScalar).value !== 'string')
    return { hint: `Put it in quotes: '${written}'.` };
  return /texts/.test(kind)
    ? { hint: 'Write each value on a line of its own that begins with a hyphen and a space.' }
    : {};
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
