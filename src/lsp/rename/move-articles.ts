import { posix } from 'node:path';
import type { Article } from '../../load/index.ts';
import type { Mark } from '../text/scan-marks.ts';
import { findTarget } from '../things/find-uses.ts';
import { addEntries, removeEntry } from './edit-children.ts';
import { type AddressBase, createAddressRewriter } from './rewrite-address.ts';
import type { RenameScope, SpanEdit } from './types.ts';

/** Paths of articles that move, and the paths that they get. */
export type ArticleMoves = ReadonlyMap<string, string>;

/**
 * What has to be written where articles get other paths: links of any form, in all languages; entries of `children`, which go to
 * the nearest index page above; an old address for each article. Links by an older address stay, for that leads on.
 */
export function moveArticles(scope: RenameScope, moves: ArticleMoves): readonly SpanEdit[] {
  const { site, edited } = scope;
  const { corpus, files } = edited.workspace;
  const rewrite = createAddressRewriter(edited.workspace);
  const added = new Map<string, string[]>();
  const edits = [...files.texts].flatMap(([file, text]) => {
    const own = edited.articles.get(file)?.article;
    const base = findBase(own, moves);
    return site.scan(file, text).flatMap((mark): readonly SpanEdit[] => {
      if (mark.kind !== 'link' && mark.kind !== 'child') return [];
      const path = findTarget(edited, file, mark)?.path;
      const isRelative = mark.kind === 'link' && !mark.name.startsWith('/') && base.before !== base.after;
      if (path === undefined || !(moves.has(path) || isRelative)) return [];
      const to = moves.get(path) ?? path;
      const fresh =
        mark.kind === 'link'
          ? rewrite(mark.name, path, to, base)
          : own && rewriteEntry(file, text, mark, own, path, to);
      if (fresh === undefined || fresh === mark.name) return [];
      if (typeof fresh === 'object') return [fresh];
      return [{ file, start: mark.start, end: mark.end, text: fresh }];
    });
  });
  const lists = [...added].map(([file, entries]) =>
    addEntries(file, files.texts.get(file) ?? '', 'children', entries),
  );
  const old = [...moves.keys()].flatMap((path) => addOldAddress(scope, corpus.articles.get(path)) ?? []);
  return [...edits, ...lists, ...old];

  /** What an index page writes for an article that it lists; an edit that takes it out where another index page lists it then. */
  function rewriteEntry(
    file: string,
    text: string,
    mark: Mark,
    index: Article,
    from: string,
    to: string,
  ): string | SpanEdit | undefined {
    const isVisitor = mark.name.startsWith('/content/') && joinPaths(index.path, mark.name) !== from;
    if (isVisitor) return `/content/${to}`;
    const owner = moves.get(index.path) ?? index.path;
    const next = findIndexAbove(to, moves, corpus.articles);
    if (next === undefined || next.path === index.path)
      return isBelow(to, owner) ? `/${to.slice(owner === '' ? 0 : owner.length + 1)}` : `/content/${to}`;
    // A translation says nothing of its own about the tree.
    if (file === index.file)
      added.set(next.file, [...(added.get(next.file) ?? []), `/${nameBelow(to, next, moves)}`]);
    return removeEntry(file, text, mark);
  }
}

function findBase(article: Article | undefined, moves: ArticleMoves): AddressBase {
  if (article === undefined) return { before: '', after: '' };
  const folderOf = (path: string) =>
    article.kind === 'index' ? path : posix.dirname(path).replace(/^\.$/, '');
  const { path } = article;
  return { before: folderOf(path), after: folderOf(moves.get(path) ?? path) };
}

/** The index page nearest above a path, as the tree is after the move. */
function findIndexAbove(
  to: string,
  moves: ArticleMoves,
  articles: ReadonlyMap<string, Article>,
): Article | undefined {
  const before = new Map([...moves].map(([from, next]) => [next, from]));
  for (let path = to; path !== ''; ) {
    path = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const found = articles.get(before.get(path) ?? path);
    const hasLeft = found !== undefined && (moves.get(found.path) ?? found.path) !== path;
    if (found?.kind === 'index' && !hasLeft) return found;
  }
  return undefined;
}

function nameBelow(to: string, { path }: Article, moves: ArticleMoves): string {
  const owner = moves.get(path) ?? path;
  return owner === '' ? to : to.slice(owner.length + 1);
}

function isBelow(path: string, above: string): boolean {
  return above === '' || path.startsWith(`${above}/`);
}

function joinPaths(above: string, entry: string): string {
  return [above, entry.slice(1)].filter((part) => part !== '').join('/');
}

function addOldAddress({ edited }: RenameScope, article: Article | undefined): SpanEdit | undefined {
  if (article === undefined) return undefined;
  const { file, path, redirectFrom } = article;
  const old = `/${path}`;
  if (redirectFrom.some(({ value }) => value === old)) return undefined;
  return addEntries(file, edited.workspace.files.texts.get(file) ?? '', 'redirect_from', [old]);
}
