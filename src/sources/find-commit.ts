import { statSync } from 'node:fs';
import { findNearest } from '../diagnostics/index.ts';
import { UsageError } from '../usage-error.ts';
import { askGit } from './git.ts';

/**
 * The commit that a name of git means, as its hash.
 *
 * @param root a folder in the repository
 * @throws UsageError where git knows none of that name; it names the nearest one, or what to fetch
 */
export async function findCommit(root: string, ref: string): Promise<string> {
  await checkRepository(root);
  const commit = await tryCommit(root, ref);
  if (commit !== undefined) return commit;
  const range = /^(.*?)\.{2,3}(.*)$/.exec(ref);
  if (range !== null)
    throw new UsageError(
      `'${ref}' is a range, but a single commit is needed, such as '${range[1] || 'HEAD'}'. Two commits compares decant diff ${ref}.`,
    );
  const refs = await listRefs(root);
  const nearest = findNearest(ref, refs);
  const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  throw new UsageError(
    `git knows no commit '${ref}' in ${root}.${guess}${await formatAdvice(root, ref, refs)}`,
  );
}

/** The same for a name that may be none; undefined also where there is no repository. */
export async function tryCommit(root: string, ref: string): Promise<string | undefined> {
  // git would read such a name as an option, and of one with line feeds as several.
  if (ref === '' || ref.startsWith('-') || /\p{Cc}/u.test(ref)) return undefined;
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  return (await askGit(root, words)).output?.trim();
}

/** The commit where the way to another one parts from that to the commit that is checked out, and what to say of it. */
export interface MergeBase {
  readonly commit: string;
  /** Why it is the other commit itself; undefined where it is not. */
  readonly note: string | undefined;
}

/** What to fetch where git knows no commit of a name: begins with a blank, and is empty where there is nothing to say. */
export async function adviseFetch(root: string, ref: string): Promise<string> {
  const { output } = await askGit(root, ['rev-parse', '--git-dir']);
  if (output === undefined) return '';
  return formatAdvice(root, ref, await listRefs(root));
}

/** @throws UsageError where the history that is here does not reach back that far */
export async function findMergeBase(root: string, ref: string): Promise<MergeBase> {
  const commit = await findCommit(root, ref);
  const head = await tryCommit(root, 'HEAD');
  if (head === undefined) return { commit, note: 'Nothing is committed here yet.' };
  const base = (await askGit(root, ['merge-base', commit, head])).output?.trim();
  if (base !== undefined && base !== '') return { commit: base, note: undefined };
  if (!(await isShallow(root)))
    return {
      commit,
      note: `'${ref}' and HEAD have no commit in common, so the comparison is with '${ref}' itself.`,
    };
  throw new UsageError(
    `The commit where '${ref}' and HEAD branched off is missing: this is a shallow clone. Fetch the whole history: git fetch --unshallow (in GitHub Actions: fetch-depth: 0).`,
  );
}

/** @throws UsageError where the folder is in no repository that git may read */
async function checkRepository(root: string): Promise<void> {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`There is no folder ${root}.`);
  const answer = await askGit(root, ['rev-parse', '--git-dir']);
  if (answer.output !== undefined) return;
  if (/not a git repository/.test(answer.complaint))
    throw new UsageError(`${root} is not in a git repository, so there are no commits to compare with.`);
  throw new UsageError(`git cannot read the repository of ${root}. It says: ${answer.complaint}`);
}

async function listRefs(root: string): Promise<readonly string[]> {
  const answer = await askGit(root, ['for-each-ref', '--format=%(refname:short)']);
  return (answer.output ?? '').split('\n').filter((name) => name !== '');
}

async function formatAdvice(root: string, ref: string, refs: readonly string[]): Promise<string> {
  if (await isShallow(root))
    return ` This is a shallow clone: fetch the whole history with git fetch --unshallow --tags (in GitHub Actions: fetch-depth: 0).`;
  if (refs.length === 0) return ' There is no commit yet.';
  const [remote = '', ...rest] = ref.split('/');
  return rest.length > 0 && !refs.includes(ref) && refs.some((each) => each.startsWith(`${remote}/`))
    ? ` If it is on the server: git fetch ${remote} ${rest.join('/')}.`
    : '';
}

async function isShallow(root: string): Promise<boolean> {
  return (await askGit(root, ['rev-parse', '--is-shallow-repository'])).output?.trim() === 'true';
}
