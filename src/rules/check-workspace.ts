import { setImmediate } from 'node:timers/promises';
import { CODES, COMMENT_CODES, type Diagnostic, findCodes, judge } from '../diagnostics/index.ts';
import { type BranchFinding, findBranches } from '../queries/index.ts';
import type { Site, Workspace } from '../workspace/index.ts';
import { alwaysTrue } from './always-true.ts';
import { deadBranch } from './dead-branch.ts';
import { listMentions, type Mentions } from './list-mentions.ts';
import { redundantCondition } from './redundant-condition.ts';
import { RULES } from './registry.ts';
import type { Rule, RuleScope } from './types.ts';

export interface CheckRequest {
  /** Codes to look for; all if absent. */
  readonly wanted?: ReadonlySet<string> | undefined;
  /** Whether all versions and languages of the site are looked at. */
  readonly isWhole: boolean;
}

/** What `decant check` has found. */
export interface CheckedSite {
  readonly diagnostics: readonly Diagnostic[];
  /** How many comments have ignored. */
  readonly ignored: number;
  /** How many kinds of mistakes were looked for. */
  readonly rules: number;
  /** Undefined where nothing was looked for that needs pages. */
  readonly site: Site | undefined;
}

/** Everything that can be said of the sources: by the stages of a build, and by rules of their own. */
export async function checkWorkspace(
  workspace: Workspace,
  { wanted, isWhole }: CheckRequest,
): Promise<CheckedSite> {
  // Who asks for a rule by name wants to hear of it.
  const levels = Object.fromEntries(
    Object.entries(workspace.config.rules ?? {}).filter(
      ([, level]) => wanted === undefined || level !== 'off',
    ),
  );
  const isLookedFor = (code: string) => wanted?.has(code) !== false && levels[code] !== 'off';
  // The rules have their turn while the renderer's processes are busy with the pages.
  const [site, ofRules] = await Promise.all([
    needsPages(isLookedFor) ? workspace.site() : undefined,
    applyRules(
      RULES.filter(({ code }) => isLookedFor(code)),
      createScope(workspace),
    ),
  ]);
  const { diagnostics, ignored } = judge([...(site?.diagnostics ?? []), ...ofRules], {
    rules: levels,
    texts: workspace.files.texts,
    wanted,
    isWhole,
  });
  const rules = CODES.filter(({ code }) => isLookedFor(code)).length;
  return { diagnostics, ignored, rules, site };
}

/** What the rules say of the sources, before the site file and comments weigh it. Makes no page, and gives way now and then. */
export function checkSources(workspace: Workspace): Promise<readonly Diagnostic[]> {
  return applyRules(RULES, createScope(workspace));
}

/** What is found without making pages. */
const OF_SOURCES: ReadonlySet<string> = new Set([...RULES.map(({ code }) => code), ...COMMENT_CODES]);

/** Whether some of what is looked for can only be seen on pages. */
export function needsPages(isLookedFor: (code: string) => boolean): boolean {
  return CODES.some(({ code }) => !OF_SOURCES.has(code) && isLookedFor(code));
}

/** Whether some of what is looked for is about branches, so that articles have to be followed. */
export function needsBranches(isLookedFor: (code: string) => boolean): boolean {
  return [deadBranch, alwaysTrue, redundantCondition].some(({ code }) => isLookedFor(code));
}

function createScope(workspace: Workspace): RuleScope {
  let mentions: Mentions | undefined;
  let branches: Promise<readonly BranchFinding[]> | undefined;
  return {
    ...workspace,
    corpus: workspace.corpus,
    get mentions() {
      mentions ??= listMentions(workspace.files);
      return mentions;
    },
    get branches() {
      branches ??= findBranches(workspace);
      return branches;
    },
  };
}

async function applyRules(rules: readonly Rule[], scope: RuleScope): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    found.push(...(await apply(rule, scope)));
    await setImmediate();
  }
  return found;
}

async function apply(rule: Rule, scope: RuleScope): Promise<readonly Diagnostic[]> {
  const severity = findCodes(rule.code)[0]?.severity ?? 'warning';
  const found = [...(await rule.check(scope))];
  const { languages } = scope;
  return found
    .filter((each) => !each.languages?.length || each.languages.some((code) => languages.includes(code)))
    .map((each) => ({ code: rule.code, severity, via: [], versions: [], languages: [], ...each }));
}
