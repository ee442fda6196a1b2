import { type ChangedFiles, findReusable, findVariables } from '../../load/index.ts';
import { ANYTHING } from '../watch-data.ts';
import type { SiteOutline } from './types.ts';

/**
 * Paths of the articles whose texts may come out otherwise where files have other bodies or say other words in their frontmatter.
 * Undefined where more than articles may: a reusable is asked for by something else.
 */
export function listAffected(
  outline: Pick<SiteOutline, 'articles' | 'config' | 'uses'>,
  files: ChangedFiles,
): ReadonlySet<string> | undefined {
  const { affected, isBeside } = listUsers(outline, files);
  return isBeside ? undefined : affected;
}

/** The same, and whether something beside articles asks for it. Files of variables may be among those that have changed. */
export function listUsers(
  { articles, config, uses }: Pick<SiteOutline, 'articles' | 'config' | 'uses'>,
  { changed, heads }: ChangedFiles,
): { readonly affected: ReadonlySet<string>; readonly isBeside: boolean } {
  const affected = new Set<string>();
  let isBeside = false;
  for (const { path, texts } of articles.values())
    if ([...texts.values()].some(({ file }) => changed.has(file))) affected.add(path);
  // Some articles show the intros of others.
  const references = [...[...changed].flatMap((file) => findReusable(config, file) ?? []), ...heads];
  const variables = [...changed].flatMap((file) => findVariables(config, file) ?? []);
  const isUsed = (used: ReadonlySet<string>) =>
    used.has(ANYTHING) ||
    references.some((reference) => used.has(reference)) ||
    (variables.length > 0 && [...used].some((name) => variables.some((begin) => name.startsWith(begin))));
  if (references.length + variables.length > 0) {
    for (const [owner, used] of uses) {
      if (!isUsed(used)) continue;
      if (owner === '') isBeside = true;
      else affected.add(owner.slice(owner.indexOf(' ') + 1));
    }
  }
  return { affected, isBeside };
}

/** Whether it is known at once that most articles are to be made, before anything is read or rendered. */
export function reachesMost(
  outline: Pick<SiteOutline, 'articles' | 'config' | 'uses'>,
  files: ChangedFiles,
): boolean {
  return isMost(outline, listUsers(outline, files).affected);
}

/** Whether so many articles are to be made that those few that are left are made as fast. */
export function isMost({ articles }: Pick<SiteOutline, 'articles'>, paths: ReadonlySet<string>): boolean {
  return paths.size > Math.max(FEW, articles.size * PART);
}

/** From which part of its articles on a site is built as a whole, unless there are few of them. */
const PART = 0.3;
const FEW = 20;
