import type { ReportFault } from '../faults.ts';
import { describeKeys, describeShape, type JsonSchema, listOf } from '../json-schema.ts';
import { findValue, type KeyTable, readListKey, readMapKey, readShaped, type Shape } from '../read-keys.ts';
import type { YamlMap, YamlValue } from '../yaml-types.ts';
import type { Presence, SiteFont } from './types.ts';

const FONTS_KEYS = { text: 'optional', code: 'optional' } as const satisfies KeyTable;
const FONT_KEYS = { family: 'required', files: 'optional' } as const satisfies KeyTable;
const FONT_FILE_KEYS = {
  file: 'required',
  weight: 'optional',
  style: 'optional',
} as const satisfies KeyTable;

/** It stands in a style sheet, in quotation marks. */
const FAMILY: Shape = {
  pattern: /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u,
  hint: "Write the name of the family as the font has it: 'Inter'.",
};

const FONT_FILE: Shape = {
  pattern: /^assets\/(?:[\w.@-]+\/)*[\w.@-]+\.(?:woff2|woff)$/,
  hint: "Name a WOFF2 or WOFF file below assets/: 'assets/fonts/inter.woff2'.",
};

const WEIGHT: Shape = {
  pattern: /^[1-9]\d{0,3}(?: [1-9]\d{0,3})?$/,
  hint: "Write the weight of the file in quotes, or the range of a variable font: '400', '100 900'.",
};

const FONT_STYLE: Shape = { pattern: /^(?:normal|italic)$/, hint: "It is 'normal' or 'italic'." };

const FONT: JsonSchema = {
  anyOf: [
    describeShape(FAMILY),
    describeKeys(FONT_KEYS, {
      family: describeShape(FAMILY),
      files: listOf(
        describeKeys(FONT_FILE_KEYS, {
          file: describeShape(FONT_FILE),
          weight: describeShape(WEIGHT),
          style: describeShape(FONT_STYLE),
        }),
      ),
    }),
  ],
};

export const FONTS_SCHEMA = describeKeys(FONTS_KEYS, { text: FONT, code: FONT });

/** Families of fonts, each with the files that browsers load it from; without files, one that readers have. */
export function parseFonts(site: YamlMap, report: ReportFault): Pick<Presence, 'fonts'> {
  const value = findValue(site, 'fonts');
  const map = value && readMapKey(value, FONTS_KEYS, "'fonts'", report);
  if (map === undefined) return {};
  const text = readFont(findValue(map, 'text'), "'text' of 'fonts'", report);
  const code = readFont(findValue(map, 'code'), "'code' of 'fonts'", report);
  return { fonts: { ...(text && { text }), ...(code && { code }) } };
}

function readFont(value: YamlValue | undefined, name: string, report: ReportFault): SiteFont | undefined {
  if (value?.kind !== 'map') {
    const family = readShaped(value, name, FAMILY, report)?.text;
    return family === undefined ? undefined : { family, files: [] };
  }
  const map = readMapKey(value, FONT_KEYS, name, report) ?? value;
  const family = readShaped(findValue(map, 'family'), `'family' of ${name}`, FAMILY, report)?.text;
  const files = readListKey(findValue(map, 'files'), `'files' of ${name}`, report).flatMap((each) => {
    const entry = readMapKey(each, FONT_FILE_KEYS, `A file of ${name}`, report);
    if (entry === undefined) return [];
    const file = readShaped(findValue(entry, 'file'), `'file' of ${name}`, FONT_FILE, report);
    const weight = readShaped(findValue(entry, 'weight'), `'weight' of ${name}`, WEIGHT, report)?.text;
    const style = readShaped(findValue(entry, 'style'), `'style' of ${name}`, FONT_STYLE, report)?.text;
    return file === undefined
      ? []
      : [{ file, ...(weight !== undefined && { weight }), ...(style !== undefined && { style }) }];
  });
  return family === undefined ? undefined : { family, files };
}
