import { findNearest } from '../../diagnostics/index.ts';
import type { ReportFault } from '../faults.ts';
import { type JsonSchema, TEXT } from '../json-schema.ts';
import { findValue, MISSING_KEY, readTextKey } from '../read-keys.ts';
import type { Language } from '../types.ts';
import type { YamlValue } from '../yaml-types.ts';
import type { LocalTexts } from './types.ts';

/** What `readLocalTexts` reads. */
export const LOCAL_TEXTS: JsonSchema = {
  anyOf: [TEXT, { type: 'object', additionalProperties: TEXT, minProperties: 1 }],
};

/**
 * A text for all languages, or a mapping from codes to texts: `{ en: Support, ja: サポート }`. Languages that it does not name
 * have the text of the source language.
 */
export function readLocalTexts(
  value: YamlValue | undefined,
  name: string,
  languages: readonly Language[],
  report: ReportFault,
): LocalTexts | undefined {
  if (value?.kind !== 'map') {
    const text = readTextKey(value, name, report)?.text;
    return text === undefined ? undefined : fill({}, text, languages);
  }
  const codes = languages.map(({ code }) => code);
  for (const [code, { keyPlace }] of value.entries) {
    if (codes.includes(code)) continue;
    const nearest = findNearest(code, codes);
    const hint =
      nearest === undefined ? `The languages are ${codes.join(', ')}.` : `Did you mean '${nearest}'?`;
    const message = `${name} has a text for '${code}', which is not a language of the site.`;
    report({ code: 'config/unknown-key', severity: 'warning', message, hint, place: keyPlace });
  }
  const texts = Object.fromEntries(
    codes.flatMap((code) => {
      const text = readTextKey(findValue(value, code), `${name} in '${code}'`, report)?.text;
      return text === undefined ? [] : [[code, text] as const];
    }),
  );
  const [source = ''] = codes;
  const shared = texts[source];
  if (shared !== undefined) return fill(texts, shared, languages);
  const hint = `It is the first language of the site, whose words stand in for those that others lack.`;
  report({ ...MISSING_KEY, message: `${name} has no text for '${source}'.`, hint, place: value.place });
  return undefined;
}

function fill(texts: LocalTexts, shared: string, languages: readonly Language[]): LocalTexts {
  return Object.fromEntries(languages.map(({ code }) => [code, texts[code] ?? shared]));
}
