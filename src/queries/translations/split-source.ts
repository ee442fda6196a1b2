import { parseYaml, type YamlValue } from '../../config/index.ts';
import { parseFrontmatter } from '../../load/index.ts';
import { nameEntry, parseSpecText } from '../../rest/index.ts';

/** A piece of a source that is translated as one: a paragraph, a step, a row, a value of frontmatter or of YAML. */
export interface SourceBlock {
  readonly kind: BlockKind;
  /** As it is written, without indentation around it. */
  readonly text: string;
  /** In the file, counted from 1. */
  readonly line: number;
  /** What names it, where something does: the key of a value, `title` or `a.b.0`. */
  readonly key?: string;
  /** What names it in every language, where that is not its key: lists of an API go by the names of their entries. */
  readonly twin?: string;
}

export type BlockKind =
  | 'heading'
  | 'step'
  | 'item'
  | 'paragraph'
  | 'row'
  | 'code'
  | 'value'
  /** Nothing but tags of conditions. */
  | 'condition';

/** What of frontmatter is translated. */
const FIELDS = ['title', 'shortTitle', 'intro', 'product', 'permissions'];

/** The blocks of an article, a reusable, or a file of YAML, in their order. A file that cannot be read has none. */
export function splitSource(path: string, text: string): readonly SourceBlock[] {
  if (SPEC.test(path)) return listWords(parseSpecText({ path, text }).value, '', '');
  if (!path.endsWith('.md'))
    return listValues(parseYaml({ text, place: start(path), verbatim: true }).value, '');
  const { yaml, body } = parseFrontmatter({ path, text });
  return [...listFields(yaml?.value), ...splitMarkdown(body.text, body.place.line)];
}

const SPEC = /(?:^|\/)data\/rest\//;

/** Values that are examples of data, not words about them. */
const DATA: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const']);

/** Summaries and descriptions of an API: all else is the same in every language. */
function listWords(
  value: YamlValue | undefined,
  key: string,
  twin: string,
  isOfNames = false,
): readonly SourceBlock[] {
  const inner = (own: string, name: string | number) => (own === '' ? String(name) : `${own}.${name}`);
  if (value?.kind === 'list')
    return value.values.flatMap((each, at) =>
      listWords(each, inner(key, at), inner(twin, nameEntry(each, at))),
    );
  if (value?.kind !== 'map') return [];
  return [...value.entries].flatMap(([name, entry]): readonly SourceBlock[] => {
    const [own, other] = [inner(key, name), inner(twin, name)];
    if (entry.value.kind !== 'scalar')
      return !isOfNames && DATA.has(name) ? [] : listWords(entry.value, own, other, name === 'properties');
    const { value: text } = entry.value;
    const isWords = (name === 'summary' || name === 'description') && typeof text === 'string';
    return isWords && text.trim() !== ''
      ? [{ kind: 'value', text: text.trim(), line: entry.value.place.line, key: own, twin: other }]
      : [];
  });
}

function start(file: string) {
  return { file, line: 1, column: 1 };
}

function listFields(value: YamlValue | undefined): readonly SourceBlock[] {
  if (value?.kind !== 'map') return [];
  return FIELDS.flatMap((key) => listValues(value.entries.get(key)?.value, key));
}

/** Texts alone: numbers, dates and switches are no words. */
function listValues(value: YamlValue | undefined, key: string): readonly SourceBlock[] {
  if (value === undefined) return [];
  const inner = (name: string | number) => (key === '' ? String(name) : `${key}.${name}`);
  if (value.kind === 'map')
    return [...value.entries].flatMap(([name, entry]) => listValues(entry.value, inner(name)));
  if (value.kind === 'list') return value.values.flatMap((each, at) => listValues(each, inner(at)));
  return typeof value.value === 'string' && value.value.trim() !== ''
    ? [{ kind: 'value', text: value.value.trim(), line: value.place.line, key }]
    : [];
}

/** Tags that decide what is shown, and print nothing themselves. */
export const CONDITION_TAG =
  /\{%-?\s*(?:ifversion|if|elsif|else|endif|unless|endunless|case|when|endcase)\b(?:(?!\{%|%\})[\s\S])*%\}/g;

const FENCE = /^\s*(?:>\s*)?(`{3,}|~{3,})/;
const HEADING = /^\s*#{1,6}\s/;
const STEP = /^\s*(?:>\s*)?\d{1,9}[.)]\s/;
const ITEM = /^\s*(?:>\s*)?[-*+]\s/;
const ROW = /^\s*\|/;

/** By lines, with all branches of conditions one after the other: what tags bring in is unknown, and does not matter here. */
function splitMarkdown(text: string, first: number): readonly SourceBlock[] {
  const blocks: { kind: BlockKind; lines: string[]; line: number }[] = [];
  let fence: string | undefined;
  let isOpen = false;
  text.split('\n').forEach((line, at) => {
    const begin = (kind: BlockKind) => blocks.push({ kind, lines: [line], line: first + at });
    const goOn = () => blocks.at(-1)?.lines.push(line);
    if (fence !== undefined) {
      goOn();
      if (line.trim().startsWith(fence)) fence = undefined;
      return;
    }
    const bare = line.replace(CONDITION_TAG, '');
    const opened = FENCE.exec(bare)?.[1];
    const kind = judgeLine(bare, line);
    if (opened !== undefined) {
      begin('code');
      fence = opened;
      isOpen = false;
    } else if (kind === undefined) isOpen = false;
    else if (kind === 'paragraph' && isOpen) goOn();
    else {
      begin(kind);
      isOpen = kind === 'paragraph' || kind === 'item' || kind === 'step';
    }
  });
  return blocks.map(({ kind, lines, line }) => ({ kind, text: lines.join('\n').trim(), line }));
}

/** Undefined for a line with nothing on it. */
function judgeLine(bare: string, line: string): BlockKind | undefined {
  if (bare.trim() === '') return line.trim() === '' ? undefined : 'condition';
  if (HEADING.test(bare)) return 'heading';
  if (STEP.test(bare)) return 'step';
  if (ITEM.test(bare)) return 'item';
  return ROW.test(bare) ? 'row' : 'paragraph';
}
