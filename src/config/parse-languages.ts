import { type PlacedText, reportDuplicates } from './duplicates.ts';
import type { ReportFault } from './faults.ts';
import { findDirection } from './find-direction.ts';
import { readFolder } from './read-folder.ts';
import {
  findValue,
  type KeyTable,
  MISSING_KEY,
  readListKey,
  readMapKey,
  readShaped,
  readTextKey,
  readTextsKey,
  type Shape,
  WRONG_VALUE,
} from './read-keys.ts';
import type { Language } from './types.ts';
import type { YamlMap, YamlValue } from './yaml-types.ts';

export const LANGUAGE_KEYS = {
  code: 'required',
  name: 'required',
  dir: 'optional',
  aliases: 'optional',
  direction: 'optional',
} as const satisfies KeyTable;
/** The shape of BCP 47: a language, then subtags. */
export const LANGUAGE_CODE: Shape = {
  pattern: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/,
  hint: "Write it as in BCP 47: 'en', 'ja', 'pt-BR'.",
};

export const DIRECTION: Shape = { pattern: /^(?:ltr|rtl)$/, hint: "Write 'ltr' or 'rtl', or leave it out." };

/** The languages, the source language first. */
export function parseLanguages(value: YamlValue | undefined, report: ReportFault): readonly Language[] {
  const list = readListKey(value, "'languages'", report);
  if (value?.kind === 'list' && list.length === 0) {
    const hint = 'The first one is the language the site is written in.';
    report({ ...WRONG_VALUE, message: "'languages' is empty.", hint, place: value.place });
  }
  const maps = list.flatMap((child) => readMapKey(child, LANGUAGE_KEYS, 'A language', report) ?? []);
  const codes = maps.map((map) =>
    readShaped(findValue(map, 'code'), "'code' of a language", LANGUAGE_CODE, report),
  );
  const names = maps.map((map) => readTextKey(findValue(map, 'name'), "'name' of a language", report));
  const dirs = maps.map((map, index) => parseDir(map, index === 0, report));
  const aliases = maps.map((map) =>
    readTextsKey(findValue(map, 'aliases'), "'aliases' of a language", LANGUAGE_CODE, report),
  );
  const directions = maps.map((map) => {
    const value = findValue(map, 'direction');
    return value && readShaped(value, "'direction' of a language", DIRECTION, report);
  });
  reportDuplicates(
    [...codes.flatMap((code) => code ?? []), ...aliases.flat()],
    'languages with the code',
    report,
  );
  reportDuplicates(
    dirs.flatMap((dir) => dir ?? []),
    'languages with the folder',
    report,
  );
  return maps.map((_, index) => ({
    code: codes[index]?.text ?? '',
    name: names[index]?.text ?? '',
    dir: dirs[index]?.text ?? '',
    ...formatAliases(aliases[index] ?? []),
    ...((directions[index]?.text ?? findDirection(codes[index]?.text ?? '')) === 'rtl' && {
      direction: 'rtl',
    }),
  }));
}

function formatAliases(aliases: readonly PlacedText[]): Pick<Language, 'aliases'> {
  return aliases.length === 0 ? {} : { aliases: aliases.map(({ text }) => text) };
}

/** The folder of a language, normalised; the source language's is the root unless it says otherwise. */
function parseDir(map: YamlMap, isSource: boolean, report: ReportFault): PlacedText | undefined {
  const value = findValue(map, 'dir');
  if (value === undefined && isSource) return { text: '.', place: map.place };
  if (value === undefined) {
    const hint = "Name the folder that holds its content and data: 'translations/ja-JP'.";
    report({ ...MISSING_KEY, message: "A language has no 'dir'.", hint, place: map.place });
    return undefined;
  }
  return readFolder(value, "'dir' of a language", 'translations/ja-JP', report);
}
