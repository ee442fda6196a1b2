import { findFrontmatterEnd } from '../load/index.ts';
import { compareReleases } from '../versions/index.ts';
import type { FoundPlan } from './types.ts';

/** Plans that docs.github.com made known, in the order of its pages. Content names each by either name. */
const KNOWN: readonly Pick<FoundPlan, 'id' | 'short' | 'name'>[] = [
  { id: 'free-pro-team', short: 'fpt', name: 'Free Pro Team' },
  { id: 'enterprise-cloud', short: 'ghec', name: 'Enterprise Cloud' },
  { id: 'enterprise-server', short: 'ghes', name: 'Enterprise Server' },
  { id: 'github-ae', short: 'ghae', name: 'GitHub AE' },
];

/**
 * The plans that content in the format of docs.github.com speaks of: in `versions` of frontmatter and features, in conditions, and in
 * the folders of release notes. What is only said of a name without a number may be a feature, so `versions` has to name it, too.
 *
 * @param texts articles and data by file name
 * @returns empty where nothing names a plan
 */
export function findPlans(texts: ReadonlyMap<string, string>): readonly FoundPlan[] {
  const seen = new Map<string, SeenPlan>();
  const see = (name: string) => {
    const { id, short, ...rest } = KNOWN.find((each) => each.id === name || each.short === name) ?? {
      id: name,
      short: name,
      name: nameInWords(name),
    };
    const plan = seen.get(id) ?? {
      id,
      short,
      ...rest,
      numbers: new Set(),
      issues: new Set(),
      hasNext: false,
    };
    seen.set(id, plan);
    return plan;
  };
  for (const [file, text] of texts) {
    for (const [name, range] of listRanges(file, text)) addRange(see(name), range);
    const folder = /(?:^|\/)data\/release-notes\/([\w-]+)\/(\d{1,3})-(\d+)\//.exec(file);
    if (folder?.[1] !== undefined) see(folder[1]).numbers.add(`${folder[2]}.${folder[3]}`);
  }
  // Conditions may ask for features and for much else, so they only add to what is a plan.
  for (const text of texts.values())
    for (const [, condition = ''] of text.matchAll(CONDITION)) addCondition(condition, seen, see);
  const plans = [...seen.values()].map(finishPlan);
  const rank = ({ id }: FoundPlan) => KNOWN.findIndex((each) => each.id === id) >>> 0;
  return plans.toSorted((one, other) => rank(one) - rank(other));
}

interface SeenPlan extends Pick<FoundPlan, 'id' | 'short' | 'name'> {
  readonly numbers: Set<string>;
  readonly issues: Set<string>;
  hasNext: boolean;
}

const CONDITION = /\{%-?\s*(?:ifversion|if|elsif|unless)\s+(?!\s)([^%]*)%\}/g;
/** `'*'`, `>=3.1`, `next`, `issue-1234`: what tells a plan from a word that is indented by mistake. */
const RANGE = /^['"]?(?:\*|[<>=]|\d+\.\d|next\b|issue-\d)/;
const NUMBER = /(?<!\d)\d+\.\d+(?:\.\d+)?/g;

/** The entries of `versions`: of an article, or of a feature. */
function listRanges(file: string, text: string): readonly (readonly [name: string, range: string])[] {
  const isFeature = /(?:^|\/)data\/features\/[^/]+\.ya?ml$/.test(file);
  const head = isFeature ? text : text.slice(0, findFrontmatterEnd(text));
  const block = /^versions:[ \t]*(?:\r?\n((?:[ \t]+.*(?:\r?\n|$))+)|\{(.*)\}[ \t]*\r?$)/m.exec(head);
  const entries = block?.[1]?.split('\n') ?? block?.[2]?.split(',') ?? [];
  return entries.flatMap((entry) => {
    const [, name = '', range = ''] =
      /^\s*['"]?([A-Za-z][\w-]*)['"]?\s*:\s*((?:\S.*)?\S|)\s*$/.exec(entry) ?? [];
    return RANGE.test(range) && name !== 'feature' ? [[name, range] as const] : [];
  });
}

function addRange(plan: SeenPlan, range: string): void {
  for (const [number] of range.matchAll(NUMBER)) plan.numbers.add(number);
  if (/\bnext\b/.test(range)) plan.hasNext = true;
  for (const [issue] of range.matchAll(/\bissue-\d+\b/g)) plan.issues.add(issue);
}

function addCondition(
  condition: string,
  seen: ReadonlyMap<string, SeenPlan>,
  see: (name: string) => SeenPlan,
): void {
  for (const [, name = '', number = ''] of condition.matchAll(
    /(?<![\w-])[\d_-]*([A-Za-z][\w-]*)\s*(?:!?=|[<>])\s*(\d+\.\d+)/g,
  ))
    see(name).numbers.add(number);
  for (const [, name = '', number = ''] of condition.matchAll(/["']([a-z][a-z-]*)@(\d+\.\d+)["']/g))
    see(name).numbers.add(number);
  for (const plan of seen.values()) {
    if (new RegExp(`(?<![\\w-])${plan.short}-next(?![\\w-])`).test(condition)) plan.hasNext = true;
    for (const [, issue = ''] of condition.matchAll(
      new RegExp(`(?<![\\w-])${plan.short}-(issue-\\d+)(?![\\w-])`, 'g'),
    ))
      plan.issues.add(issue);
  }
}

function finishPlan({ numbers, issues, hasNext, ...names }: SeenPlan): FoundPlan {
  return {
    ...names,
    releases: [...numbers].toSorted((one, other) => compareReleases(other, one)),
    issues: [...issues].sort(),
    // The number of a coming release is not known, so only a plan without numbers has one.
    hasNext: hasNext && numbers.size === 0,
  };
}

function nameInWords(name: string): string {
  const words = name.replace(/[-_]+/g, ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
