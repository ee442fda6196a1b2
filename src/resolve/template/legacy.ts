import { type TagToken, type TopLevelToken, TypeGuards } from 'liquidjs';
import { findLayoutInclude } from './layout-includes.ts';

/** A way of writing that works, and that the format has replaced. */
export interface LegacyUse {
  /** Kind in codes: `resolve/legacy-condition`. */
  readonly form: LegacyForm;
  /** What stands there, as an author would name it. */
  readonly written: string;
  /** What to write today. */
  readonly hint: string;
  /** In the text that was parsed. */
  readonly offset: number;
}

export type LegacyForm = 'output' | 'reference' | 'condition' | 'link' | 'include';

/** Finds older forms in the tags of a text. `shorts` gives the short name of each plan by its long one. */
export function findLegacyUses(
  tokens: readonly TopLevelToken[],
  shorts: ReadonlyMap<string, string>,
): readonly LegacyUse[] {
  return tokens.flatMap((token) => (TypeGuards.isTagToken(token) ? (judge(token, shorts) ?? []) : []));
}

/** Link tags of the oldest corpora, each with the one that stays. */
const OLD_LINK_TAGS: Readonly<Record<string, string | undefined>> = {
  topic_link_in_list: 'link_in_list',
  homepage_link_with_intro: 'link_with_intro',
  link_as_article_card: 'link_with_intro',
};

const CONDITIONAL = ['if', 'unless', 'elsif'];

function judge(token: TagToken, shorts: ReadonlyMap<string, string>): LegacyUse | undefined {
  const { name, begin: offset, input } = token;
  const args = token.args.trim();
  if (name === 'data' && args.startsWith('site.data.')) {
    const hint = `Write {% data ${args.slice('site.data.'.length)} %}.`;
    const isOutput = input.startsWith('{{', offset);
    return isOutput
      ? { form: 'output', written: '{{ site.data… }}', hint, offset }
      : { form: 'reference', written: '{% data site.data… %}', hint, offset };
  }
  if (CONDITIONAL.includes(name) && /\bcurrentVersion\b|\bver_[gl]t\b/.test(args)) {
    const condition = modernize(args, shorts);
    const hint =
      condition === undefined || name === 'unless'
        ? "Ask with 'ifversion', which takes plans, features and releases: {% ifversion fpt or ghes > 3.1 %}."
        : `Write {% ${name === 'if' ? 'ifversion' : name} ${condition} %}.`;
    return { form: 'condition', written: `{% ${name} currentVersion … %}`, hint, offset };
  }
  if (name === 'include' && findLayoutInclude(args) === 'furniture') {
    const hint = 'Remove it: pages show this by themselves.';
    return { form: 'include', written: `{% include ${args} %}`, hint, offset };
  }
  const today = Object.hasOwn(OLD_LINK_TAGS, name) ? OLD_LINK_TAGS[name] : undefined;
  if (today === undefined) return undefined;
  const hint = `Write {% ${today} ${args} %}.`;
  return { form: 'link', written: `{% ${name} … %}`, hint, offset };
}

const OPERATORS: Readonly<Record<string, string>> = { '==': '=', '!=': '!=', ver_gt: '>', ver_lt: '<' };

/** `currentVersion ver_gt "enterprise-server@2.21"` as `ghes > 2.21`; undefined where one part cannot be said so. */
function modernize(condition: string, shorts: ReadonlyMap<string, string>): string | undefined {
  const parts = condition.split(/\s+(and|or)\s+/);
  const modern = parts.map((part, at) => (at % 2 === 1 ? part : modernizeComparison(part.trim(), shorts)));
  return modern.every((part) => part !== undefined) ? modern.join(' ') : undefined;
}

function modernizeComparison(comparison: string, shorts: ReadonlyMap<string, string>): string | undefined {
  const [, operator = '', plan = '', release = ''] =
    /^currentVersion\s+(==|!=|ver_gt|ver_lt)\s+["']([a-z-]+)@([\w.]+)["']$/.exec(comparison) ?? [];
  const short = shorts.get(plan);
  if (short === undefined) return undefined;
  if (release === 'latest' && operator === '==') return short;
  if (release === 'latest' && operator === '!=') return `not ${short}`;
  return /^\d/.test(release) ? `${short} ${OPERATORS[operator]} ${release}` : undefined;
}
