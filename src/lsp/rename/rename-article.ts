import type { Article } from '../../load/index.ts';
import { moveArticles } from './move-articles.ts';
import type { RenamePlan, RenameScope } from './types.ts';

/**
 * An article or a section with all below it, in all languages: files, entries of `children`, links, and an old address for each
 * page that moves.
 *
 * @param wanted the last part of its path, or a whole path with slashes
 */
export function renameArticle(scope: RenameScope, path: string, wanted: string): RenamePlan {
  const { workspace } = scope.edited;
  const { articles } = workspace.corpus;
  const article = articles.get(path);
  if (article === undefined || path === '') return { refused: 'The home page has no name of its own.' };
  const written = wanted.replace(/\/$|\.md$/g, '');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const next = written.includes('/') ? written.replace(/^\//, '') : `${folder}${written}`;
  const wrong = next.split('/').find((name) => !NAME.test(name) || /^\.|^index$/.test(name));
  if (wrong !== undefined)
    return { refused: `'${wrong}' cannot be the name of a page: leave out spaces, brackets and quotes.` };
  if (next.startsWith(`${path}/`)) return { refused: `'${path}' cannot move below itself.` };
  const above = next.slice(0, Math.max(0, next.lastIndexOf('/')));
  if (articles.get(above)?.kind !== 'index')
    return { refused: `'${above}' has no index page whose 'children' could list '${next}'.` };
  const moves = listMoves(scope, article, path, next);
  const taken = [...workspace.files.texts.keys()].find((file) =>
    moves.some(({ to }) => file === to || file.startsWith(`${to}/`) || file === `${to}.md`),
  );
  if (articles.has(next) || taken !== undefined) return { refused: `'${next}' already exists.` };
  const moved = [...articles.values()].filter(
    (each) => each.path === path || each.path.startsWith(`${path}/`),
  );
  const paths = moved.map((each) => [each.path, `${next}${each.path.slice(path.length)}`] as const);
  return { edits: moveArticles(scope, new Map(paths)), moves };
}

const NAME = /^[^\s?#%"'\\<>[\](){}/]+$/;

function listMoves(
  { edited: { workspace } }: RenameScope,
  { kind, texts }: Article,
  path: string,
  next: string,
): readonly { readonly from: string; readonly to: string }[] {
  if (kind === 'article' || [...texts.values()].every(({ file }) => file.endsWith(`${path}.md`)))
    return [...texts.values()].map(({ file }) => ({
      from: file,
      to: file.replace(`${path}.md`, `${next}.md`),
    }));
  const files = [...workspace.files.texts.keys()];
  return workspace.config.languages
    .map(({ dir }) => (dir === '.' ? 'content/' : `${dir}/content/`))
    .filter((content) => files.some((file) => file.startsWith(`${content}${path}/`)))
    .map((content) => ({ from: `${content}${path}`, to: `${content}${next}` }));
}
