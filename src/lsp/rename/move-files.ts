import { findReusable } from '../../load/index.ts';
import { moveArticles } from './move-articles.ts';
import { renameData, renameFeature } from './rename-data.ts';
import { rewriteAssets } from './rewrite-assets.ts';
import type { RenameEdits, RenameScope } from './types.ts';

/** A file or a folder that somebody moves by other means than a rename of ours, relative to the root. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/** What has to be written with it, which other files have to follow, and what has to be done by hand. */
export interface MovePlan extends RenameEdits {
  readonly notes: readonly string[];
}

/**
 * What else changes when files move: names and links that lead to them, entries of `children`, old addresses, and the files of other
 * languages.
 */
export function planMoves(scope: RenameScope, given: readonly FileMove[]): MovePlan {
  const files = given.flatMap((move) => listFiles(scope, move));
  const ofData = planData(scope, files);
  const follow = listFollowers(scope, given);
  return {
    edits: [
      ...moveArticles(scope, listArticleMoves(scope, files)),
      ...ofData.edits,
      ...rewriteAssets(scope, files),
    ],
    moves: [...follow, ...ofData.moves].filter(
      ({ from }, at, all) =>
        all.findIndex((each) => each.from === from) === at &&
        !given.some((each) => from === each.from || from.startsWith(`${each.from}/`)),
    ),
    notes: ofData.notes,
  };
}

/** Of a folder every file that the site knows. */
function listFiles({ edited: { workspace } }: RenameScope, { from, to }: FileMove): readonly FileMove[] {
  const { files } = workspace;
  const all = [...files.texts.keys(), ...files.assets];
  return all
    .filter((file) => file === from || file.startsWith(`${from}/`))
    .map((file) => ({ from: file, to: `${to}${file.slice(from.length)}` }));
}

/** Articles of the source language: the files of others follow them. */
function listArticleMoves(
  { edited: { workspace } }: RenameScope,
  files: readonly FileMove[],
): ReadonlyMap<string, string> {
  const [source = 'content/'] = listContentFolders(workspace);
  const paths = new Map([...workspace.corpus.articles].map(([path, { file }]) => [file, path]));
  const moves = new Map<string, string>();
  for (const { from, to } of files) {
    const path = paths.get(from);
    if (path === undefined || !to.startsWith(source) || !to.endsWith('.md')) continue;
    const next = to.slice(source.length).replace(/(?:(?:^|\/)index)?\.md$/, '');
    if (next !== path) moves.set(path, next);
  }
  return moves;
}

/** The same files in other languages. */
function listFollowers(
  { edited: { workspace } }: RenameScope,
  given: readonly FileMove[],
): readonly FileMove[] {
  const [source = 'content/', ...others] = listContentFolders(workspace);
  const files = [...workspace.files.texts.keys()];
  return given.flatMap(({ from, to }) =>
    from.startsWith(source) && to.startsWith(source)
      ? others
          .map((folder) => ({
            from: `${folder}${from.slice(source.length)}`,
            to: `${folder}${to.slice(source.length)}`,
          }))
          .filter((move) => files.some((file) => file === move.from || file.startsWith(`${move.from}/`)))
      : [],
  );
}

/** That of the source language first. */
function listContentFolders({
  config,
  sourceLanguage,
}: RenameScope['edited']['workspace']): readonly string[] {
  const folder = (dir: string) => (dir === '.' ? 'content/' : `${dir}/content/`);
  const isOther = ({ code }: { readonly code: string }) => Number(code !== sourceLanguage);
  return [...config.languages].sort((a, b) => isOther(a) - isOther(b)).map(({ dir }) => folder(dir));
}

function planData(scope: RenameScope, files: readonly FileMove[]): MovePlan {
  const { config } = scope.edited.workspace;
  const feature = (file: string) => /(?:^|\/)data\/features\/([^/]+)\.ya?ml$/.exec(file)?.[1];
  const plans = files.flatMap(({ from, to }) => {
    const [name, next] = [findReusable(config, from), findReusable(config, to)];
    if (name !== undefined && next !== undefined && name !== next) return [renameData(scope, name, next)];
    const [old, fresh] = [feature(from), feature(to)];
    return old !== undefined && fresh !== undefined && old !== fresh
      ? [renameFeature(scope, old, fresh)]
      : [];
  });
  const done = plans.flatMap((plan) => ('refused' in plan ? [] : [plan]));
  return {
    edits: done.flatMap(({ edits }) => edits),
    moves: done.flatMap(({ moves }) => moves),
    notes: plans.flatMap((plan) => ('refused' in plan ? [plan.refused] : [])),
  };
}
