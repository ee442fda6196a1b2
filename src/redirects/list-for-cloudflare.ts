import type { SiteConfig } from '../config/types.ts';
import { collapseChains } from './collapse-chains.ts';
import { encodeSegments } from './encode-target.ts';
import { findPattern, formatRule, formatStatus, isPatternLike } from './rules.ts';
import type { HostList, Redirect } from './types.ts';

/** Rules without and with a pattern that Cloudflare reads of a `_redirects`; it leaves out the others. */
export const MOST_RULES = 2000;
export const MOST_PATTERNS = 100;

/** A list, and what there is no room for in it. */
export interface CloudflareList extends HostList {
  /** Old addresses and home pages of other names without a rule. */
  readonly leftRules: number;
  /** Patterns that the site would need, at the least. */
  readonly patterns: number;
}

/** Where the site is published, and the files of `assets/`, below which no pattern may reach. */
export interface CloudflareScope {
  readonly basePath: SiteConfig['basePath'];
  readonly assets: ReadonlySet<string>;
}

/**
 * Lines of Cloudflare's (and GitLab's) `_redirects`, no more than are read: rules win over files. Its server of static
 * files answers an address in one spelling, every segment percent-encoded, and redirects from others, so targets are spelled
 * like that; readers ask for both spellings, with and without the last slash, and each needs its own line.
 * https://developers.cloudflare.com/workers/static-assets/redirects/
 */
export function listForCloudflare(redirects: readonly Redirect[], scope: CloudflareScope): CloudflareList {
  const collapsed = collapseChains(redirects);
  const names = collapsed.filter(({ alias }) => alias === 'site');
  // A home page first: without its rule a pattern would take it for a page below another name.
  const ordered = [...names, ...collapsed.filter(({ alias }) => alias !== 'site')];
  const rules = listRules(ordered.filter(({ from }) => !isPatternLike(from)));
  const left = redirects.filter(({ from, alias }) => alias !== 'page' && rules.left.has(from));
  const all = listPatterns(names, scope);
  const patterns = all.slice(0, MOST_PATTERNS);
  const isCut = all.length > MOST_PATTERNS;
  return {
    text: [...rules.lines, ...patterns].map((line) => `${line}\n`).join(''),
    serves: (redirect) =>
      rules.served.has(redirect.from) ||
      (redirect.alias === 'page' && !isCut && findPattern(names, redirect) !== undefined),
    leftRules: left.length,
    patterns: all.length,
  };
}

interface Rules {
  readonly lines: readonly string[];
  /** `from` of each redirect that has all its lines. */
  readonly served: ReadonlySet<string>;
  /** `from` of those for which there is no room. */
  readonly left: ReadonlySet<string>;
}

/** All spellings of an address, or none: what has none is left to its stub. */
function listRules(redirects: readonly Redirect[]): Rules {
  const lines = new Map<string, string>();
  const served = new Set<string>();
  const left = new Set<string>();
  for (const redirect of redirects) {
    const spellings = [redirect.from, encodeSegments(redirect.from)].flatMap((from) => [
      from,
      from.slice(0, -1),
    ]);
    const fresh = [...new Set(spellings)].filter((from) => !lines.has(from));
    const own = fresh.flatMap((from) => {
      const line = formatRule(from, encodeSegments(redirect.to), formatStatus(redirect));
      return line === undefined ? [] : [[from, line] as const];
    });
    if (own.length < fresh.length) continue;
    if (lines.size + own.length > MOST_RULES) {
      left.add(redirect.from);
      continue;
    }
    for (const [from, line] of own) lines.set(from, line);
    served.add(redirect.from);
  }
  return { lines: [...lines.values()], served, left };
}

/**
 * The patterns of all names. A name has three, so that a page is reached in one step: a file, a page, and a page without its
 * last slash. Where these are too many, one pattern says the same for all languages; where they still are, a name has one,
 * and the host adds the slash.
 */
function listPatterns(names: readonly Redirect[], scope: CloudflareScope): readonly string[] {
  const merged = mergeLanguages(names, scope);
  const attempts = [names, merged].map((each) => each.flatMap((name) => formatPatterns(name, WHOLE)));
  const plain = [names, merged].map((each) => each.flatMap((name) => formatPatterns(name, PLAIN)));
  const lists = [...attempts, ...plain].map((lines) => [...new Set(lines)]);
  return lists.find(({ length }) => length <= MOST_PATTERNS) ?? lists.at(-1) ?? [];
}

/** What stands behind a name in the source and in the target. The first pattern that fits counts. */
type Rests = readonly (readonly [string, string])[];

const WHOLE: Rests = [
  ['*.md', ':splat.md'],
  ['*/', ':splat/'],
  ['*', ':splat/'],
];
const PLAIN: Rests = [['*', ':splat']];

function formatPatterns(name: Redirect, rests: Rests): readonly string[] {
  const [encoded, to] = [name.from, name.to].map((each) => encodeSegments(each).replace('%3Alang', ':lang'));
  const spellings = [...new Set([name.from, encoded])];
  return spellings.flatMap((from) =>
    rests.flatMap(
      ([source, target]) => formatRule(`${from}${source}`, `${to}${target}`, formatStatus(name)) ?? [],
    ),
  );
}

/**
 * Names that all languages have alike, as one with a placeholder. It would fit an alias of a language as well, and a folder of
 * `assets/`, so names below an alias come first, and a name with such a folder keeps a pattern for each language.
 */
function mergeLanguages(
  names: readonly Redirect[],
  { basePath, assets }: CloudflareScope,
): readonly Redirect[] {
  const folders = new Set([...assets].map((asset) => asset.split('/')[1]));
  const languages = new Set(names.map(({ language }) => language));
  const groups = new Map<string, Redirect[]>();
  for (const name of names) {
    const key = findKey(name);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  const isShared = (name: Redirect) => groups.get(findKey(name) ?? '')?.length === languages.size;
  const below = names.filter((name) => !isOwn(name) && !isOfLanguage(name));
  const own = names.filter((name) => isOwn(name) || isOfLanguage(name));
  return [...below, ...own.map((name) => (isShared(name) ? takePlace(name) : name))];

  function findKey(name: Redirect): string | undefined {
    const { length } = `${basePath}${name.language}/`;
    const folder = name.from.slice(length).split('/')[0] ?? '';
    if (languages.size < 2 || !isOwn(name) || folders.has(decodeURIComponent(folder))) return undefined;
    return `${name.from.slice(length)} ${name.to.slice(length)} ${formatStatus(name)}`;
  }

  function takePlace(name: Redirect): Redirect {
    const { length } = `${basePath}${name.language}/`;
    const begin = `${basePath}:lang/`;
    return { ...name, from: `${begin}${name.from.slice(length)}`, to: `${begin}${name.to.slice(length)}` };
  }

  function isOwn({ from, language }: Redirect): boolean {
    return from.startsWith(`${basePath}${language}/`);
  }

  function isOfLanguage({ to, language }: Redirect): boolean {
    return to === `${basePath}${language}/`;
  }
}
