import { type TagToken, type TopLevelToken, TypeGuards } from 'liquidjs';
import { findLayoutInclude } from './layout-includes.ts';
import { rewriteWrittenTag } from './source-fixes.ts';

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
  /** What to write in the place of the tag; undefined where that asks for more than this tag. */
  readonly newer: string | undefined;
}

export type LegacyForm = 'output' | 'reference' | 'condition' | 'link' | 'include';

/** Finds older forms in the tags of a text. `shorts` gives the short name of each plan by its long one. */
export function findLegacyUses(
  tokens: readonly TopLevelToken[],
  shorts: ReadonlyMap<string, string>,
): readonly LegacyUse[] {
  const blocks = listBlocks(tokens);
  const isNewer = (token: TagToken) => modernize(token.args.trim(), shorts) !== undefined;
  return tokens.flatMap((token) => {
    if (!TypeGuards.isTagToken(token)) return [];
    const use = judge(token, shorts);
    if (use === undefined) return [];
    // The branches of a block all ask in one way.
    const isWhole = use.form !== 'condition' || blocks.get(token)?.every(isNewer) === true;
    return [isWhole ? use : { ...use, newer: undefined }];
  });
}

/** The branches of each `if` that ask something, by each of them; of blocks that end. */
function listBlocks(tokens: readonly TopLevelToken[]): ReadonlyMap<TagToken, readonly TagToken[]> {
  const found = new Map<TagToken, readonly TagToken[]>();
  const open: TagToken[][] = [];
  for (const token of tokens) {
    if (!TypeGuards.isTagToken(token)) continue;
    if (['if', 'ifversion', 'unless', 'case'].includes(token.name)) open.push([token]);
    else if (token.name === 'elsif') open.at(-1)?.push(token);
    else if (['endif', 'endifversion', 'endunless', 'endcase'].includes(token.name)) {
      const branches = open.pop() ?? [];
      if (branches[0]?.name === 'if') for (const each of branches) found.set(each, branches);
    }
  }
  return found;
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
  const tag = input.slice(offset, token.end);
  if (name === 'data' && args.startsWith('site.data.')) {
    const words = `data ${args.slice('site.data.'.length)}`;
    const hint = `Write {% ${words} %}.`;
    const isOutput = input.startsWith('{{', offset);
    const newer = rewriteWrittenTag(tag, words);
    return isOutput
      ? { form: 'output', written: '{{ site.data… }}', hint, offset, newer }
      : { form: 'reference', written: '{% data site.data… %}', hint, offset, newer };
  }
  if (CONDITIONAL.includes(name) && /\bcurrentVersion\b|\bver_[gl]t\b/.test(args)) {
    const condition = modernize(args, shorts);
    const hint =
      condition === undefined || name === 'unless'
        ? "Ask with 'ifversion', which takes plans, features and releases: {% ifversion fpt or ghes > 3.1 %}."
        : `Write {% ${name === 'if' ? 'ifversion' : name} ${condition} %}.`;
    const words = `${name === 'if' ? 'ifversion' : name} ${condition}`;
    const newer = condition === undefined || name === 'unless' ? undefined : rewriteWrittenTag(tag, words);
    return { form: 'condition', written: `{% ${name} currentVersion … %}`, hint, offset, newer };
  }
  if (name === 'include' && findLayoutInclude(args) === 'furniture') {
    const hint = 'Remove it: pages show this by themselves.';
    return { form: 'include', written: `{% include ${args} %}`, hint, offset, newer: '' };
  }
  const today = Object.hasOwn(OLD_LINK_TAGS, name) ? OLD_LINK_TAGS[name] : undefined;
  if (today === undefined) return undefined;
  const hint = `Write {% ${today} ${args} %}.`;
  return {
    form: 'link',
    written: `{% ${name} … %}`,
    hint,
    offset,
    newer: rewriteWrittenTag(tag, `${today} ${args}`),
  };
}

const OPERATORS: Readonly<Record<string, string>> = { '==': '=', '!=': '!=', ver_gt: '>', ver_lt: '<' };

/** `currentVersion ver_gt "enterprise-server@2.21"` as `ghes > 2.21`; undefined where one part cannot be said so. */
function modernize(condition: string, shorts: ReadonlyMap<string, string>): string | undefined {
  const parts = condition.split(/(?<!\s)\s+(and|or)\s+/);
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
