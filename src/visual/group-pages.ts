import { alignSequences } from './align.ts';
import { dropHashes } from './drop-hashes.ts';
import type { PageGroup } from './types.ts';

/** Gives the HTML of a page. */
export type ReadPageFile = (path: string) => Promise<string>;

/** Groups pages by the lines of HTML that went and came: a changed reusable is one group, however many pages use it. */
export async function groupByDifference(
  paths: readonly string[],
  readBase: ReadPageFile,
  readHead: ReadPageFile,
): Promise<readonly PageGroup[]> {
  return groupBy(paths, async (path) => describeDifference(path, await readBase(path), await readHead(path)));
}

/** Groups pages by the elements and classes they hold: a style that changes one page of a group changes all. */
export async function groupByShape(
  paths: readonly string[],
  readPage: ReadPageFile,
): Promise<readonly PageGroup[]> {
  const shapes = new Map<string, ReadonlySet<string>>();
  const groups = await groupBy(paths, async (path) => {
    const shape = listShape(await readPage(path));
    const name = [...shape].sort().join(' ');
    shapes.set(name, shape);
    return name;
  });
  return coverFirst(groups, [...shapes.values()]);
}

async function groupBy(
  paths: readonly string[],
  nameGroup: (path: string) => Promise<string>,
): Promise<readonly PageGroup[]> {
  const groups = new Map<string, [string, ...string[]]>();
  for (const path of [...paths].sort(compareImportance)) {
    const key = await nameGroup(path);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [path]);
    else group.push(path);
  }
  return [...groups.values()];
}

/** Pages of the default plan stand for those of other versions. */
function compareImportance(one: string, other: string): number {
  const byVersion = Number(one.includes('@')) - Number(other.includes('@'));
  return byVersion || (one < other ? -1 : one > other ? 1 : 0);
}

function describeDifference(path: string, base: string, head: string): string {
  const before = listLines(path, base);
  const after = listLines(path, head);
  return alignSequences(before, after)
    .filter((step) => step.base === undefined || step.head === undefined)
    .map((step) => (step.base === undefined ? `+${after[step.head ?? 0]}` : `-${before[step.base]}`))
    .join('\n');
}

/** Lines of the body, in which addresses do not name the version of the page. */
function listLines(path: string, html: string): readonly string[] {
  const body = html.slice(Math.max(0, html.search(/<body\b/i)));
  const [language, version = ''] = path.split('/');
  const text = version.includes('@') ? body.replaceAll(`/${language}/${version}/`, `/${language}/`) : body;
  return dropHashes(text).split('\n');
}

function listShape(html: string): ReadonlySet<string> {
  const shape = new Set<string>();
  for (const [, element, language] of html.matchAll(/<([a-z][\w-]*)(?:[^>]*?\slang="([\w-]+)")?/gi)) {
    shape.add(`${element}`);
    if (element === 'html') shape.add(`lang=${language}`);
  }
  for (const [, names = ''] of html.matchAll(/\sclass="([^"]*)"/g)) {
    for (const name of names.split(/\s+/)) if (!name.startsWith('hljs')) shape.add(`.${name}`);
  }
  return shape;
}

/** Puts first the groups that together hold every element and class there is, so that a limit cuts what is seen elsewhere. */
function coverFirst(
  groups: readonly PageGroup[],
  shapes: readonly ReadonlySet<string>[],
): readonly PageGroup[] {
  const rest = groups.map((group, index) => ({ group, shape: shapes[index] ?? new Set<string>() }));
  const seen = new Set<string>();
  const first: PageGroup[] = [];
  for (;;) {
    const counts = rest.map(({ shape }) => [...shape].filter((each) => !seen.has(each)).length);
    const most = counts.reduce((best, count, index) => (count > (counts[best] ?? 0) ? index : best), 0);
    if ((counts[most] ?? 0) === 0) return [...first, ...rest.map(({ group }) => group)];
    for (const { group, shape } of rest.splice(most, 1)) {
      first.push(group);
      for (const each of shape) seen.add(each);
    }
  }
}
