import { placeAt, type Source } from '../../diagnostics/index.ts';
import { findSegmentIndex } from '../locate.ts';
import type { Segment, Use } from '../types.ts';
import { applyEdits, type Edit, type TracedText } from './apply-edits.ts';
import { findRegion, findRegions } from './find-regions.ts';

/** A definition of a link or a footnote, where its label is written. */
export interface Definition {
  readonly label: string;
  readonly start: number;
}

/** A text in which each source has labels of its own, and definitions of a label that its own source defines again. */
export interface ScopedText {
  readonly traced: TracedText;
  readonly repeated: readonly Definition[];
}

/**
 * Labels of links and footnotes belong to the source that defines them: where an article and a reusable, or two reusables, define
 * the same one, it gets another name in all sources but one. That is the article, or else the first. What a source does not define
 * it may take from those that use it.
 */
export function scopeLabels(traced: TracedText): ScopedText {
  if (traced.text.indexOf(']:') === traced.text.lastIndexOf(']:')) return { traced, repeated: [] };
  const places = createPlaces(traced);
  const definitions = findDefinitions(traced.text, places);
  const groups = groupBy(definitions, ({ key }) => key);
  const taken = new Set(groups.keys());
  const edits: Edit[] = [];
  const repeated: Definition[] = [];
  for (const group of groups.values()) {
    // Definitions that are alike take nothing from each other.
    if (group.length < 2 || new Set(group.map(({ content }) => content)).size < 2) continue;
    const scopes = groupBy(group, ({ start }) => places.listScopes(start)[0] ?? '');
    for (const inside of scopes.values())
      if (new Set(inside.map(({ content }) => content)).size > 1)
        for (const each of inside) repeated.push(each);
    if (scopes.size > 1)
      for (const edit of renameLabels(traced.text, group, [...scopes.keys()], taken, places))
        edits.push(edit);
  }
  edits.sort((a, b) => a.start - b.start);
  return { traced: applyEdits(traced, edits), repeated };
}

const LABEL = /(?:\\.|[^[\]\\\n]){1,200}/.source;
const DEFINITION = new RegExp(
  `^([ \\t>]*(?:(?:[-+*]|\\d{1,9}[.)])[ \\t]+)*)\\[(?:(\\^${LABEL})|(${LABEL}))\\]:(.*)$`,
  'gm',
);
/** An address, and a title. */
const TARGET = /^[ \t]*(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;

interface FoundDefinition extends Definition {
  /** Labels that differ in case and blanks are one. */
  readonly key: string;
  /** The same where definitions are alike: addresses, and notes at one place of a source that is used twice. */
  readonly content: string;
}

function findDefinitions(text: string, { isCode, findOrigin }: Places): readonly FoundDefinition[] {
  let lastEnd = -1;
  return [...text.matchAll(DEFINITION)].flatMap(
    ({ 0: whole, 1: lead = '', 2: note, 3: link = '', 4: rest = '', index }) => {
      const start = index + lead.length;
      const key = toKey(note ?? link);
      if (isCode(start)) return [];
      if (note !== undefined) return [{ label: note, start, key, content: findOrigin(start) }];
      const isBegin = index - 1 === lastEnd || /[-+*.)]/.test(lead) || !isParagraph(text, index - 1, isCode);
      if (!isBegin || !TARGET.test(rest)) return [];
      lastEnd = index + whole.length;
      return [{ label: link, start, key, content: rest.trim() }];
    },
  );
}

/** A heading, a rule, or the line under a heading. */
const ONE_LINE = /^[ \t>]*(?:#{1,6}(?:[ \t]|$)|([-*_=])(?:[ \t]*\1)*[ \t]*$)/;
const FENCE = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/;

/** Whether the line that ends at a place may be one of a paragraph: then what looks like the address of a label goes on with it. */
function isParagraph(text: string, end: number, isCode: (at: number) => boolean): boolean {
  if (end <= 0) return false;
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  if (/^[ \t>]*$/.test(line) || ONE_LINE.test(line) || line.endsWith('-->')) return false;
  return !(FENCE.test(line) && isCode(end - 1));
}

function groupBy<T>(values: readonly T[], name: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(name(value));
    if (group === undefined) groups.set(name(value), [value]);
    else group.push(value);
  }
  return groups;
}

function toKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

interface Places {
  readonly isCode: (at: number) => boolean;
  /** Sources of a place: its own, and those that brought it in, innermost first. */
  readonly listScopes: (at: number) => readonly string[];
  /** Where a place stands in its source: the same where a source is used twice. */
  readonly findOrigin: (at: number) => string;
}

function createPlaces({ text, segments }: TracedText): Places {
  const regions = findRegions(text);
  const find = (at: number): Segment | undefined => segments[findSegmentIndex(segments, at)];
  return {
    isCode: (at) => findRegion(regions, at) !== undefined,
    listScopes: (at) => {
      const segment = find(at);
      const scopes = segment === undefined ? [] : [nameScope(segment.source)];
      for (let use: Use | undefined = segment?.via; use !== undefined; use = use.via)
        scopes.push(nameScope(use.source));
      return scopes;
    },
    findOrigin: (at) => {
      const segment = find(at);
      if (segment === undefined) return String(at);
      return `${nameScope(segment.source)}+${segment.offset + (segment.verbatim ? at - segment.start : 0)}`;
    },
  };
}

function nameScope(source: Source): string {
  const { file, line, column } = placeAt(source, 0);
  return `${file}:${line}:${column}`;
}

function renameLabels(
  text: string,
  group: readonly FoundDefinition[],
  scopes: readonly string[],
  taken: Set<string>,
  { isCode, listScopes }: Places,
): readonly Edit[] {
  const [{ label, key } = { label: '', key: '' }] = group;
  // What the article itself defines keeps its name: it is brought in by nothing.
  const own = group.find(({ start }) => listScopes(start).length === 1);
  const keeper = own === undefined ? scopes[0] : listScopes(own.start)[0];
  const names = new Map(scopes.map((scope) => [scope, scope === keeper ? label : findName(label, taken)]));
  const pattern = new RegExp(
    `\\[(${escapePattern(label.trim()).replace(/\s+/g, '\\s+')})\\](\\(|\\[\\]|\\[|:)?`,
    'gi',
  );
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: words = '', 2: behind, index }) => {
    const scope = listScopes(index).find((each) => names.has(each));
    const name = names.get(scope ?? '');
    if (name === undefined || scope === keeper || isCode(index) || toKey(words) !== key) return [];
    const isFull = text.charAt(index - 1) === ']';
    if (!isFull && (behind === '(' || behind === '[')) return [];
    const end = index + words.length + 2;
    const isDefinition = group.some(({ start }) => start === index);
    if (words.startsWith('^') || isFull || isDefinition)
      return [{ start: index, end, replacement: `[${name}]` }];
    const stop = behind === '[]' ? index + whole.length : end;
    return [{ start: index, end: stop, replacement: `[${words}][${name}]` }];
  });
}

function findName(label: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(toKey(`${label}-${number}`))) number += 1;
  taken.add(toKey(`${label}-${number}`));
  return `${label}-${number}`;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
