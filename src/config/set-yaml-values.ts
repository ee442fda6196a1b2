import { isMap, parseDocument } from 'yaml';

/** A value, and the keys and indexes that lead to it. */
export interface YamlSetting {
  readonly path: readonly (string | number)[];
  readonly value: string;
}

/**
 * A text of YAML with values that it lacked, or in place of those it has. Comments stay; the layout of a line that is written again
 * may change. Undefined for a text that is no mapping, or has mistakes.
 */
export function setYamlValues(text: string, settings: readonly YamlSetting[]): string | undefined {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
    return undefined;
  for (const { path, value } of settings) document.setIn(path, value);
  return document.toString({ lineWidth: 0 });
}
