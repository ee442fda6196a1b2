import { findFrontmatterEnd } from '../../load/index.ts';
import { findRegion } from '../../resolve/index.ts';
import { findWrittenRegions } from './find-written-regions.ts';

/**
 * Something in a text that names something, or is named: `name` stands at `start`. `data` is a reference of a tag, `word` a
 * plan or feature of a condition, `link` an address, `child` an entry of `children`.
 */
export interface Mark {
  readonly kind: 'data' | 'condition' | 'word' | 'link' | 'image' | 'child' | 'heading';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What a text of a site names, in the order of the text. */
export function scanMarks(file: string, text: string): readonly Mark[] {
  const head = file.endsWith('.md') ? findFrontmatterEnd(text) : text.length;
  const isYaml = !file.endsWith('.md');
  const marks = [
    ...scanTags(text),
    ...scanKeys(isYaml ? text : text.slice(0, head), isYaml),
    ...(isYaml ? [] : scanWords(text.slice(0, head))),
    ...scanMarkdown(text, isYaml ? 0 : head),
  ];
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

const DATA =
  /(\{%-?\s*(?:data|indented_data_reference)\s+(?:site\.data\.)?|\bsite\.data\.)((?:early-access\.)?(?:reusables|variables|ui|glossaries)(?:[./][\p{L}\p{N}_-]+)+)(?![[{])/gu;
const CONDITION = /(\{%-?\s*(?:ifversion|elsif|if|unless)\s+)(?!\s)([^%]*?)(?:(?<=\S)\s*|)-?%\}/g;
const LINKING = /(\{%-?\s*(?:homepage_|topic_)?link_?[a-z_]*\s+["']?)(\/[^\s"'%]+)/g;

function scanTags(text: string): readonly Mark[] {
  const found = [...findAll(text, DATA, 'data'), ...findAll(text, CONDITION, 'condition')];
  const words = found
    .filter(({ kind }) => kind === 'condition')
    .flatMap(({ name, start }) => listWords(name, start));
  return [...found, ...words, ...findAll(text, LINKING, 'link')];
}

const JOINTS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'contains', 'true', 'false', 'nil']);

function listWords(condition: string, start: number): readonly Mark[] {
  return [...condition.matchAll(/(?<![\w.$-])[a-z][\w-]*(?![\w.-])/gi)].flatMap(({ 0: name, index }) =>
    JOINTS.has(name)
      ? []
      : [{ kind: 'word' as const, name, start: start + index, end: start + index + name.length }],
  );
}

const FEATURE_LINE = /(^[ \t]*feature[ \t]*:[ \t]*)(.*(?:\n[ \t]*-[ \t]+.*)*)$/gm;
/** In a map on one line. */
const FEATURE_IN_MAP = /([{,]\s*feature\s*:\s*)(\[[^\]\n]*\]|[^,}\n]*)/g;
const CHILD = /(^[ \t]*-[ \t]+["']?|[[,]\s*["']?)(\/[^\s"'#,\]]+)/gm;
const PATH = /(:\s+["']?|-\s+["']?)(\/[\p{L}\p{N}_.@/-]+(?:#[\p{L}\p{N}_-]+)?)(?=["']?\s*$)/gmu;

/** Features that `versions` names, and paths. Old addresses lead nowhere. */
function scanKeys(yaml: string, isData: boolean): readonly Mark[] {
  const named = [...yaml.matchAll(FEATURE_LINE), ...yaml.matchAll(FEATURE_IN_MAP)];
  const features = named.flatMap(({ 1: before = '', 2: value = '', index }) =>
    [...value.matchAll(/[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu)].map(({ 0: name, index: at }): Mark => {
      const start = index + before.length + at;
      return { kind: 'word', name, start, end: start + name.length };
    }),
  );
  const children = isData ? [] : findBelow(yaml, 'children', CHILD, 'child');
  const old = findKeySpan(yaml, 'redirect_from');
  const known = new Set(children.map(({ start }) => start));
  const isFree = ({ start }: Mark) => !(old && old.start <= start && start < old.end) && !known.has(start);
  return [...features, ...children, ...findAll(yaml, PATH, 'link').filter(isFree)];
}

function findBelow(yaml: string, key: string, pattern: RegExp, kind: Mark['kind']): readonly Mark[] {
  const span = findKeySpan(yaml, key);
  if (span === undefined) return [];
  return findAll(yaml.slice(span.start, span.end), pattern, kind).map((mark) => ({
    ...mark,
    start: mark.start + span.start,
    end: mark.end + span.start,
  }));
}

/** A key of the first level with its value: up to the next line that begins a key. */
export function findKeySpan(
  yaml: string,
  key: string,
): { readonly start: number; readonly end: number } | undefined {
  const found = new RegExp(`^${key}\\s*:`, 'm').exec(yaml);
  if (found === null) return undefined;
  const rest = yaml.slice(found.index + found[0].length);
  const next = /\n(?=[^\s#-]|---)/.exec(rest);
  return { start: found.index, end: found.index + found[0].length + (next?.index ?? rest.trimEnd().length) };
}

const BRACKET = /\[|\]/g;
/** Behind the closing bracket of a link. */
const ADDRESS = /(\(<?)((?:[^\s()<>]|\([^\s()]*\))+)/y;
const DEFINITION = /^( {0,3}\[[^\]\n\r\u2028\u2029]+\]:[ \t]*<?)([^\s>]+)/gm;
const HREF = /(\b(?:href|src)=["'])([^"'\s]+)/g;
const HEADING = /^( {0,3}#{1,6}[ \t]+)(\S(?:.*(?![ \t#]).)?)(?=[ \t#]*$)/gm;

/** Links in words of frontmatter, as in `intro`. */
function scanWords(yaml: string): readonly Mark[] {
  return [...scanLinks(yaml), ...findAll(yaml, HREF, 'link')];
}

/** Links and headings outside of code and comments. */
function scanMarkdown(text: string, from: number): readonly Mark[] {
  const body = text.slice(from);
  const regions = findWrittenRegions(body);
  const found = [
    ...scanLinks(body),
    ...findAll(body, DEFINITION, 'link'),
    ...findAll(body, HREF, 'link'),
    ...(from === text.length ? [] : findAll(body, HEADING, 'heading')),
  ];
  return found
    .filter(({ kind, start }) => {
      // The words of a heading may begin with code.
      const from = kind === 'heading' ? start - 1 : start;
      return findRegion(regions, from) === undefined;
    })
    .map((mark) => ({ ...mark, start: mark.start + from, end: mark.end + from }));
}

/** In one pass, for a pattern of a whole link looks for the end of each bracket that opens. */
function scanLinks(body: string): readonly Mark[] {
  const marks: Mark[] = [];
  const open: number[] = [];
  for (const { 0: bracket, index } of body.matchAll(BRACKET)) {
    if (bracket === '[') {
      open.push(index);
      continue;
    }
    const opening = open.pop();
    ADDRESS.lastIndex = index + 1;
    const [whole = '', before = '', name = ''] = (opening !== undefined && ADDRESS.exec(body)) || [];
    if (opening === undefined || whole === '') continue;
    const start = index + 1 + before.length;
    const kind = body[opening - 1] === '!' ? 'image' : 'link';
    marks.push({ kind, name, start, end: start + name.length });
  }
  return marks;
}

/** The first group stands before a name, the second is the name. */
function findAll(text: string, pattern: RegExp, kind: Mark['kind']): readonly Mark[] {
  return [...text.matchAll(pattern)].map(({ 1: before = '', 2: name = '', index }) => {
    const start = index + before.length;
    return { kind, name, start, end: start + name.length };
  });
}
