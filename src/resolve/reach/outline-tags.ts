import {
  type TagToken,
  type Template,
  type Token,
  type TopLevelToken,
  TypeGuards,
  type Value,
} from 'liquidjs';
import type { Predicate } from '../../versions/index.ts';
import { findOffset } from '../template/derive.ts';
import type { ParsedSource } from '../template/parse-source.ts';
import { isKnownCondition, isVersionQuestion, type VersionNames } from './version-question.ts';

/** A tag that decides about text, with the templates that stand for each part of it. */
export interface OutlinedTag {
  readonly name: string;
  readonly begin: number;
  readonly end: number;
  /** The templates among which it stands. */
  readonly around: readonly Template[];
  readonly branches: readonly OutlinedBranch[];
  readonly isOpen: boolean;
  readonly isCommented: boolean;
}

export interface OutlinedBranch {
  readonly keyword: string;
  readonly begin: number;
  readonly bodyBegin: number;
  readonly bodyEnd: number;
  readonly condition: string;
  readonly conditionOffset: number;
  readonly predicate: Predicate | undefined;
  readonly templates: readonly Template[];
}

const DIVIDING: ReadonlySet<string> = new Set(['elsif', 'else', 'when']);
const ANSWERED: ReadonlySet<string> = new Set(['if', 'unless', 'ifversion']);

/** What a source is made of; numbered alike for every layout of it. */
export interface Outline {
  /** All lists of templates: that of the source itself first. */
  readonly bodies: readonly (readonly Template[])[];
  /** In the order in which they begin. */
  readonly tags: readonly OutlinedTag[];
}

export function outlineTags(parsed: ParsedSource, names: VersionNames): Outline {
  const marks = pairMarks(parsed);
  const bodies: (readonly Template[])[] = [];
  const tags: OutlinedTag[] = [];
  const visit = (templates: readonly Template[]) => {
    bodies.push(templates);
    for (const template of templates) {
      const inner = listBodies(template);
      const mark = marks.get(template.token);
      if (mark !== undefined && DECIDING.has(mark.name))
        tags.push(outlineTag(parsed, mark, templates, inner, names));
      for (const body of inner) visit(body.templates);
    }
  };
  visit(parsed.templates);
  return { bodies, tags };
}

const DECIDING: ReadonlySet<string> = new Set([...ANSWERED, 'case', 'for', 'tablerow']);

/** A part of a tag that is rendered or not. */
interface Body {
  readonly templates: readonly Template[];
  readonly predicate?: Predicate | undefined;
  readonly value?: Value | undefined;
}

/** LiquidJS has no common form of them: `branches` of conditions, `templates` of what encloses text, `elseTemplates`. */
function listBodies(template: Template): readonly Body[] {
  const {
    branches = [],
    templates,
    elseTemplates,
  } = template as Partial<Record<'branches', readonly Body[]>> &
    Partial<Record<'templates' | 'elseTemplates', readonly Template[]>>;
  return [
    ...branches,
    ...(templates === undefined ? [] : [{ templates }]),
    ...(elseTemplates === undefined ? [] : [{ templates: elseTemplates }]),
  ];
}

/** A tag that opens a block, with those that divide it and the one that ends it. */
interface Mark {
  readonly name: string;
  readonly parts: TagToken[];
  readonly end: TopLevelToken;
}

function pairMarks({ tokens, ends }: ParsedSource): ReadonlyMap<Token, Mark> {
  const marks = new Map<Token, Mark>();
  const open: Mark[] = [];
  for (const token of tokens) {
    if (!TypeGuards.isTagToken(token)) continue;
    const end = ends.get(token);
    if (token === open.at(-1)?.end) open.pop();
    else if (end !== undefined) {
      const mark = { name: token.name, parts: [token], end };
      marks.set(token, mark);
      open.push(mark);
    } else if (DIVIDING.has(token.name)) open.at(-1)?.parts.push(token);
  }
  return marks;
}

function outlineTag(
  parsed: ParsedSource,
  { name, parts, end }: Mark,
  around: readonly Template[],
  bodies: readonly Body[],
  names: VersionNames,
): OutlinedTag {
  const { derived, isCommented } = parsed;
  const place = (offset: number) => findOffset(derived, offset);
  // A loop and `case` begin with a tag that has no text of its own, or one that is shown many times.
  const own = ANSWERED.has(name) ? parts : [];
  const branches = own.map((tag, at): OutlinedBranch => {
    const { predicate, templates = [] } = bodies[at] ?? {};
    const next = parts[at + 1] ?? end;
    return {
      keyword: tag.name,
      begin: place(tag.begin),
      bodyBegin: place(findTagEnd(derived.text, tag.begin)),
      bodyEnd: place(next.begin),
      condition: tag.name === 'else' ? '' : tag.args.trim(),
      conditionOffset: place(findArguments(tag)),
      predicate,
      templates,
    };
  });
  return {
    name,
    begin: place(parts[0]?.begin ?? 0),
    end: place(findTagEnd(derived.text, end.begin)),
    around,
    branches,
    isOpen: own.length === 0 || bodies.some((body) => isOpen(body, names)),
    isCommented: isCommented(parts[0]?.begin ?? 0),
  };
}

/** Tags that take the place of others know where these begin only. */
function findTagEnd(text: string, begin: number): number {
  const close = text.indexOf('%}', begin);
  return close === -1 ? text.length : close + 2;
}

function findArguments({ begin, args, contentRange }: TagToken): number {
  return Math.max(begin, contentRange[1] - args.length);
}

function isOpen({ predicate, value }: Body, names: VersionNames): boolean {
  if (value !== undefined) return !isVersionQuestion(value, names);
  return predicate !== undefined && !isKnownCondition(predicate, names);
}
