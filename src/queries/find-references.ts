import type { SiteConfig } from '../config/index.ts';
import type { SiteFiles } from '../load/index.ts';

/** What the files of a site name of `data/`, found by looking at their texts only: more rather than less. */
export interface References {
  /** Files that may bring in what the files hold, through any chain. */
  findUsers(files: Iterable<string>): ReadonlySet<string>;
  /** Files that may bring in values of `data/` of these names (`variables.a.key`), through any chain. */
  findUsersOfValues(names: readonly string[]): ReadonlySet<string>;
  /** Files of `data/` that a text may bring in, through any chain. */
  findUsed(text: string): ReadonlySet<string>;
  /** Files of `data/` that it may bring in by a name that cannot be read in it. */
  findComputed(text: string): ReadonlySet<string>;
  /** Those of them that it asks for itself, without what they name in their turn. */
  findComputedDirectly(text: string): ReadonlySet<string>;
}

/** Looks through every text once. A name that Liquid computes (`site.data.x[y]`) stands for all that begins like it. */
export function findReferences({ texts }: Pick<SiteFiles, 'texts'>, config: SiteConfig): References {
  const named = new Map<string, string[]>();
  for (const file of texts.keys()) {
    const name = nameDataFile(config, file);
    if (name !== undefined) push(named, name, file);
  }
  const findNames = createNameFinder(named.keys());
  const references = new Map([...texts].map(([file, text]) => [file, listReferences(text)]));
  const uses = new Map<string, readonly string[]>();
  const users = new Map<string, string[]>();
  for (const [file, found] of references) {
    const names = new Set([...found].flatMap(findNames));
    uses.set(file, [...names]);
    for (const name of names) push(users, name, file);
  }
  const findFiles = (found: Iterable<string>) => [...found].flatMap((name) => named.get(name) ?? []);
  const findUsers = (files: Iterable<string>) =>
    follow(files, (file) => users.get(nameDataFile(config, file) ?? '') ?? []);
  const withUsed = (found: Iterable<string>) => {
    const direct = findFiles([...found].flatMap(findNames));
    return new Set([...direct, ...follow(direct, (file) => findFiles(uses.get(file) ?? []))]);
  };
  return {
    findUsers,
    findUsersOfValues(names) {
      // A name may be cut off where something stands in it that only a computed one has.
      const isOne = (reference: string) =>
        names.some((name) => name.startsWith(reference) || reference.startsWith(`${name}.`));
      const direct = [...references].flatMap(([file, found]) => ([...found].some(isOne) ? [file] : []));
      return new Set([...direct, ...findUsers(direct)]);
    },
    findUsed: (text) => withUsed(listReferences(text)),
    findComputed: (text) => withUsed(listComputed(text)),
    findComputedDirectly: (text) => new Set(findFiles([...listComputed(text)].flatMap(findNames))),
  };
}

/** What tags call a file of `data/` in whatever language, or what they call its values begins with: `reusables.a.b`. */
export function nameDataFile({ languages }: Pick<SiteConfig, 'languages'>, file: string): string | undefined {
  const folder = languages
    .map(({ dir }) => (dir === '.' ? 'data/' : `${dir}/data/`))
    .find((each) => file.startsWith(each));
  return folder === undefined ? undefined : nameOf(file.slice(folder.length));
}

function nameOf(path: string): string {
  return path.replace(/\.[a-z]+$/, '').replaceAll('/', '.');
}

const NAMING =
  /\{%-?\s*(?:data|indented_data_reference)\s+(?:site\.data\.)?(?<tag>[\p{L}\p{N}_.-]+)|\bsite\.data\b(?:\.(?<path>[\p{L}\p{N}_.-]+))?|\{[{%](?:(?!\{[{%])[^%}])*?\b(?<root>(?:tables|glossaries)\b(?:\.[\w.-]+)?)/gu;

/** Names that a text may ask for; the empty name is anything at all. */
export function listReferences(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { groups = {} } of text.matchAll(NAMING))
    found.add((groups.tag ?? groups.path ?? groups.root ?? '').replace(/(?<!\.)\.+$/, ''));
  return found;
}

/** Files whose tags or frontmatter name a feature. */
export function listFeatureUsers({ texts }: Pick<SiteFiles, 'texts'>, feature: string): readonly string[] {
  const name = new RegExp(`(?<![\\w-])${feature.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`);
  return [...texts].flatMap(([file, text]) => {
    const tags = text.match(/\{%-?\s*(?:ifversion|elsif|if|unless)\b[^%]*%\}/g) ?? [];
    const versions = /^feature\b|^[ \t]*[ \t\n]feature:.*$|^versions:.*$/m.exec(text)?.[0] ?? '';
    return [...tags, versions].some((each) => name.test(each)) ? [file] : [];
  });
}

const COMPUTED =
  /\{%-?\s*(?:data|indented_data_reference)\s+(?:site\.data\.)?(?<tag>[\p{L}\p{N}_.-]*)[[{]|\bsite\.data\b(?:\.(?<path>[\p{L}\p{N}_.-]+))?|\{[{%](?:(?!\{[{%])[^%}])*?\b(?<root>(?:tables|glossaries)\b(?:\.[\w.-]+)?)|(?<all>\{[{%](?:(?!\{[{%])[^%}"'])*?(?<![.\w-])site\b(?![.\w-]))/gu;
/** What looks like one of them, but is text, or a reference as good as any other. */
const WRITTEN_OUT =
  /\{%-?\s*(?<verbatim>raw|comment)\s*-?%\}[\s\S]*?(?:\{%-?\s*end\k<verbatim>\s*-?%\}|(?<open>$))|\{\{-?\s*site\.data\.(?:early-access\.)?(?:variables|reusables)\.[\w.-]*\w\s*-?\}\}|\{%-?\s*(?:data|indented_data_reference)\s+(?:site\.data\.)?[\p{L}\p{N}_.-]+(?:\s+spaces\s*=\s*\d+)?\s*-?%\}/gu;

/** Names that what a text computes may begin with; the empty name is anything at all. */
function listComputed(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (!/\bsite\b|\btables\b|\bglossaries\b|[[{]/.test(text)) return found;
  const live = text.replace(WRITTEN_OUT, (written, _verbatim, open) => (open === undefined ? '' : written));
  for (const { groups = {} } of live.matchAll(COMPUTED))
    found.add((groups.tag ?? groups.path ?? groups.root ?? '').replace(/(?<!\.)\.+$/, ''));
  return found;
}

/** Finds the files that hold a name, a part of it, or something below it. */
function createNameFinder(names: Iterable<string>): (reference: string) => readonly string[] {
  const known = new Set(names);
  const below = new Map<string, string[]>();
  for (const name of known) for (const prefix of listPrefixes(name)) push(below, prefix, name);
  return (reference) => [
    ...[...listPrefixes(reference), reference].filter((prefix) => known.has(prefix)),
    ...(below.get(reference) ?? []),
  ];
}

/** `a.b.c` begins with nothing, `a` and `a.b`. */
function listPrefixes(name: string): readonly string[] {
  const parts = name.split('.');
  return parts.map((_, at) => parts.slice(0, at).join('.'));
}

function follow(from: Iterable<string>, step: (file: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const next = [...from].flatMap(step);
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    next.push(...step(file));
  }
  return found;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
