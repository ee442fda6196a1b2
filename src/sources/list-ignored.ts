import { askGit } from './git.ts';

/** Those of some files of a folder that git is told to ignore. */
export async function listIgnored(root: string, files: readonly string[]): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set();
  const answer = await askGit(root, ['check-ignore', '-z', '--stdin'], files.join('\0'));
  return new Set((answer.output ?? '').split('\0').filter((file) => file !== ''));
}
