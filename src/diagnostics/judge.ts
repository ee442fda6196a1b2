import { CODES, findCodes, nameRule } from './codes/index.ts';
import { mergeDiagnostics } from './merge.ts';
import { findNearest } from './nearest.ts';
import { type Ignore, parseIgnores } from './parse-ignores.ts';
import type { Diagnostic, RuleLevel } from './types.ts';

/** What decides how much a mistake weighs. */
export interface RuleScale {
  /** What the site file says of rules, by code. */
  readonly rules?: Readonly<Record<string, RuleLevel>> | undefined;
  /** The files of the site, with their comments. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface JudgeOptions extends RuleScale {
  /** Codes that were looked for; all if absent. */
  readonly wanted?: ReadonlySet<string> | undefined;
  /** Whether all versions and languages were looked at: only then an idle comment is known to be idle. */
  readonly isWhole: boolean;
}

export interface Judgement {
  /** Merged and sorted. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many a comment ignores. */
  readonly ignored: number;
}

/** What the site file and comments make of what was found, and what is to say of the comments. */
export function judge(
  found: readonly Diagnostic[],
  { rules = {}, texts, wanted, isWhole }: JudgeOptions,
): Judgement {
  const isLookedFor = (code: string) => wanted?.has(code) !== false && rules[code] !== 'off';
  const merged = mergeDiagnostics(found.filter(({ code }) => wanted?.has(code) !== false));
  const { kept, uses } = applyIgnores(merged, texts);
  const idle = [...uses].flatMap(([ignore, used]) => [
    ...describeUnknown(ignore),
    ...(isWhole ? describeUnused(ignore, used, isLookedFor) : []),
  ]);
  const told = [...kept, ...idle.filter(({ code }) => isLookedFor(code))];
  return {
    diagnostics: mergeDiagnostics(told.flatMap((each) => weigh(each, rules))),
    ignored: merged.length - kept.length,
  };
}

/** The same without a word on the comments: for who has not looked for all that they may ignore. */
export function weighFindings(
  found: readonly Diagnostic[],
  { rules = {}, texts }: RuleScale,
): readonly Diagnostic[] {
  const files = new Set(found.map(({ place }) => place.file));
  const own = new Map([...files].map((file) => [file, texts.get(file) ?? ''] as const));
  const { kept, uses } = applyIgnores(found, own);
  if (uses.size === 0 && Object.keys(rules).length === 0) return found;
  return mergeDiagnostics(kept.flatMap((each) => weigh(each, rules)));
}

interface AppliedIgnores {
  readonly kept: readonly Diagnostic[];
  /** All comments, each with those of its names that have ignored something. */
  readonly uses: ReadonlyMap<Ignore, ReadonlySet<string>>;
}

function applyIgnores(found: readonly Diagnostic[], texts: ReadonlyMap<string, string>): AppliedIgnores {
  const ignores = [...texts].flatMap(([file, text]) => parseIgnores(file, text));
  const uses = new Map(ignores.map((ignore) => [ignore, new Set<string>()] as const));
  return { kept: found.filter((each) => isFixed(each) || !isIgnored(each)), uses };

  function isIgnored({ code, place }: Diagnostic): boolean {
    const hits = ignores.filter(({ file, from, to, names }) => {
      const isThere = file === place.file && place.line >= from && place.line <= to;
      return isThere && names.some((name) => stands(name, code));
    });
    for (const ignore of hits)
      for (const name of ignore.names) if (stands(name, code)) uses.get(ignore)?.add(name);
    return hits.length > 0;
  }
}

const UNKNOWN = 'check/unknown-rule';
const UNUSED = 'check/unused-ignore';

/** What is said of comments that ignore rules. */
export const COMMENT_CODES = [UNKNOWN, UNUSED] as const;

/** A page may be left out for it, so nobody makes less of it. */
function isFixed({ code, severity }: Diagnostic): boolean {
  return severity === 'error' && findCodes(code)[0]?.costsPage === true;
}

function weigh(found: Diagnostic, rules: NonNullable<RuleScale['rules']>): readonly Diagnostic[] {
  const level = isFixed(found) ? undefined : rules[found.code];
  if (level === undefined || level === found.severity) return [found];
  return level === 'off' ? [] : [{ ...found, severity: level }];
}

/** Whether a name that somebody writes stands for a code: it is the code, or its end. */
function stands(name: string, code: string): boolean {
  return name === code || code.endsWith(`/${name}`);
}

function describeUnknown({ names, place, removal }: Ignore): readonly Diagnostic[] {
  const rest = {
    severity: 'warning',
    place,
    end: removal.end,
    via: [],
    versions: [],
    languages: [],
  } as const;
  const code = UNKNOWN;
  if (names.length === 0) {
    const hint = 'Write its name after the word: decant-ignore links/broken.';
    return [{ code, message: 'The comment names no rule to ignore.', hint, ...rest }];
  }
  return names
    .filter((name) => findCodes(name).length === 0)
    .map((name) => ({ code, message: `There is no rule '${name}'.`, hint: suggestRule(name), ...rest }));
}

/** The rule whose name is nearest, for hints. */
export function suggestRule(name: string): string {
  const nearest = findNearest(
    name,
    CODES.flatMap((entry) => [entry.code, nameRule(entry)]),
  );
  return nearest === undefined
    ? 'docs/content/reference/diagnostics.md lists all rules.'
    : `Did you mean '${nearest}'?`;
}

function describeUnused(
  { names, place, removal }: Ignore,
  used: ReadonlySet<string>,
  isLookedFor: (code: string) => boolean,
): readonly Diagnostic[] {
  const idle = names.filter((name) => {
    const codes = findCodes(name);
    return codes.length > 0 && !used.has(name) && codes.every(({ code }) => isLookedFor(code));
  });
  const fixes = [{ title: 'Remove the comment', edits: [removal] }];
  return idle.map((name) => ({
    code: UNUSED,
    severity: 'warning',
    message: `The comment ignores '${name}' where nothing of that kind is found.`,
    hint: 'Remove it.',
    place,
    ...(idle.length === names.length && { fixes }),
    via: [],
    versions: [],
    languages: [],
  }));
}
