/**
 * Sources: the files of a site in a commit of git, read without a checkout and by the rules that files on a disk are read by.
 * Names of commits come in, a tree for `readFiles` goes out. Nothing of the repository is run.
 */
export { adviseFetch, findCommit, findMergeBase, type MergeBase, tryCommit } from './find-commit.ts';
export { listIgnored } from './list-ignored.ts';
export { listUncommitted } from './list-uncommitted.ts';
export { type GitTree, type GitTreeRequest, openGitTree } from './open-git-tree.ts';
export { type CommitRequest, type CommitSources, readCommit } from './read-commit.ts';
export { type History, type LastTouch, readHistory } from './read-history.ts';
