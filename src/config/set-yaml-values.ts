import { type Document, isCollection, isMap, isSeq, parseDocument } from 'yaml';

/** A value, and the keys and indexes that lead to it. */
export interface YamlSetting {
  readonly path: readonly (string | number)[];
  readonly value: string;
}

/**
 * A text of YAML with values that it lacked, or in place of those it has. Comments stay; the layout of a line that is written again
 * may change. Undefined for a text that is no mapping, has mistakes, or has something else where a value would go.
 */
export function setYamlValues(text: string, settings: readonly YamlSetting[]): string | undefined {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
    return undefined;
  for (const { path, value } of settings) {
    if (!hasRoom(document, path)) return undefined;
    document.setIn(path, value);
  }
  return document.toString({ lineWidth: 0 });
}

/** Whether all that is there on the way to a value can hold it: no text in the place of a list, and no gap in one. */
function hasRoom(document: Document, path: YamlSetting['path']): boolean {
  return path.every((key, at) => {
    const above = at === 0 ? document.contents : document.getIn(path.slice(0, at), true);
    if (above === undefined || above === null) return true;
    return isCollection(above) && (!isSeq(above) || (typeof key === 'number' && key <= above.items.length));
  });
}
