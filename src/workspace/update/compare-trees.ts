import { mayBeMeant, UNANSWERED } from '../../links/index.ts';
import type { Article, Corpus } from '../../load/index.ts';
import type { RedirectTable } from '../../redirects/index.ts';
import { readLooked } from '../watch-data.ts';
import { unpackAddresses } from './pack-addresses.ts';
import { unpackTargets } from './pack-targets.ts';
import type { SiteOutline } from './types.ts';

/** How the articles of a site differ from those of an outline, whatever their texts say. */
export interface TreeDifference {
  /** Paths of articles that the outline does not know. */
  readonly come: readonly string[];
  /** The articles that are no more. */
  readonly gone: readonly Article[];
  /** Paths of those that stand elsewhere, or have other versions or files. */
  readonly moved: readonly string[];
  /** Whether those that are in both stand in another order. */
  readonly isReordered: boolean;
}

export function compareTrees(
  { articles: before }: Pick<SiteOutline, 'articles'>,
  { articles }: Pick<Corpus, 'articles'>,
): TreeDifference {
  const common = [...articles.keys()].filter((path) => before.has(path));
  const kept = [...before.keys()].filter((path) => articles.has(path));
  return {
    come: [...articles.keys()].filter((path) => !before.has(path)),
    gone: [...before.values()].filter(({ path }) => !articles.has(path)),
    moved: common.filter((path) => describePlace(before.get(path)) !== describePlace(articles.get(path))),
    isReordered: common.some((path, at) => path !== kept[at]),
  };
}

/** All of an article that is not in its own files alone. Of its children, only lists tell. */
function describePlace(article: Article | undefined): string {
  if (article === undefined) return '';
  const { kind, file, versions, parent, hidden, texts } = article;
  const files = [...texts].map(([language, words]) => [language, words.file]);
  return JSON.stringify([kind, file, `${versions}`, parent, hidden, files]);
}

/** Paths at which links may find another article than before, or none: without language and version. */
export function listTouched(
  { targets, articles, versions }: Pick<SiteOutline, 'targets' | 'articles' | 'versions'>,
  { come, gone, moved }: TreeDifference,
  now: RedirectTable['targets'],
): ReadonlySet<string> {
  const touched = new Set([...come, ...gone.map(({ path }) => path), ...moved]);
  const before = unpackTargets(targets, articles, versions);
  for (const address of new Set([...before.keys(), ...now.keys()])) {
    const [then, there] = [before.get(address), now.get(address)];
    if (then?.article.path === there?.article.path && then?.version.index === there?.version.index) continue;
    for (const { segment } of [...versions, { segment: '' }])
      if (segment === '') touched.add(address);
      else if (address.startsWith(`${segment}/`)) touched.add(address.slice(segment.length + 1));
  }
  return touched;
}

/** Paths of the articles that ask for one of some paths, or whose hints may name another article than before. */
export function listAsking(
  { addresses, uses }: Pick<SiteOutline, 'addresses' | 'uses'>,
  touched: ReadonlySet<string>,
  { come, gone, isReordered }: TreeDifference,
): readonly string[] {
  const others = [...come, ...gone.map(({ path }) => path)];
  const hinted = new Map<string, boolean>();
  const asking = [
    ...[...addresses].filter(([, paths]) => unpackAddresses(paths).some(isTouched)),
    ...[...uses].filter(([, names]) => [...names].some(isLookedFor)),
  ];
  return asking.map(([owner]) => owner.slice(owner.indexOf(' ') + 1));

  function isTouched(path: string): boolean {
    return path.startsWith(UNANSWERED) ? isHinted(path.slice(UNANSWERED.length)) : touched.has(path);
  }

  function isLookedFor(name: string): boolean {
    const looked = readLooked(name);
    return looked !== undefined && (touched.has(looked.path) || (looked.isMissing && isHinted(looked.path)));
  }

  function isHinted(path: string): boolean {
    const known = hinted.get(path) ?? (isReordered || others.some((other) => mayBeMeant(path, other)));
    hinted.set(path, known);
    return known;
  }
}
