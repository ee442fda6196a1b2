import { outlineYaml, type YamlMapOutline, type YamlPairOutline } from '../config/index.ts';
import { insertItem, insertPair, moveEdit } from './edit-yaml.ts';
import { locateFrontmatter } from './placed-sources.ts';
import type { SourceEdit } from './types.ts';

/**
 * Adds addresses to `redirect_from` of an article, in the form that it has there: a list of lines, a list between brackets, one
 * value, or none yet. Undefined for a text without frontmatter.
 */
export function addOldAddresses(
  file: string,
  text: string,
  addresses: readonly string[],
): readonly SourceEdit[] | undefined {
  const yaml = locateFrontmatter(text, file);
  const outline = yaml && outlineYaml(yaml.source);
  if (yaml === undefined || outline?.kind !== 'map') return undefined;
  const edits = addItems(yaml.source.text, outline, addresses.map(quote));
  return edits.map((edit) => moveEdit(edit, yaml.start));
}

function addItems(text: string, outline: YamlMapOutline, items: readonly string[]): readonly SourceEdit[] {
  if (items.length === 0) return [];
  const pair = outline.pairs.find(({ key }) => key === 'redirect_from');
  if (pair === undefined) return [insertPair(text, outline, findNeighbour(outline.pairs), write(items))];
  const { value } = pair;
  if (value?.kind === 'list') {
    const { items: known, start } = value;
    if (known.length > 0) return items.map((item) => insertItem(text, value, known.length, item));
    return [{ start: start + 1, end: start + 1, text: items.join(', ') }];
  }
  const colon = text.indexOf(':', pair.start + pair.key.length) + 1;
  if (value === undefined || value.start === value.end) {
    // A remark may stand behind a key without a value.
    const newline = text.indexOf('\n', colon);
    const end = newline === -1 ? text.length : newline;
    return [{ start: end, end, text: formatLines(items) }];
  }
  const written = text.slice(value.start, value.end);
  return [{ start: colon, end: value.end, text: formatLines([written, ...items]) }];

  function write(list: readonly string[]): string {
    return outline.isFlow ? `redirect_from: [${list.join(', ')}]` : `redirect_from:${formatLines(list)}`;
  }
}

function formatLines(items: readonly string[]): string {
  return items.map((item) => `\n  - ${item}`).join('');
}

/** The key behind which writers put old addresses. */
function findNeighbour(pairs: readonly YamlPairOutline[]): number {
  const usual = pairs.findLastIndex(
    ({ key, value }) => value !== undefined && ['title', 'shortTitle', 'intro'].includes(key),
  );
  return usual === -1 ? pairs.findLastIndex(({ value }) => value !== undefined) : usual;
}

/** As YAML reads it in every kind of list. */
function quote(address: string): string {
  return /^[\w/.@~%+()\p{L}\p{N}-]+$/u.test(address) ? address : `'${address.replaceAll("'", "''")}'`;
}
