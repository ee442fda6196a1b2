import { askGit } from './git.ts';

/**
 * Files below a folder that git could not bring back: changed since the last commit, and those of `files` that it does not know. Relative
 * to the folder; none where there is no repository.
 */
export async function listUncommitted(root: string, files: Iterable<string>): Promise<readonly string[]> {
  const words = ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', '.'];
  const [prefix, status] = await Promise.all([
    askGit(root, ['rev-parse', '--show-prefix']),
    askGit(root, words),
  ]);
  const folder = prefix.output?.trim() ?? '';
  const wanted = new Set(files);
  return (status.output ?? '').split('\0').flatMap((line) => {
    const file = line.slice(3 + folder.length);
    return line === '' || (line.startsWith('??') && !wanted.has(file)) ? [] : [file];
  });
}
