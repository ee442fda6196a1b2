import { findCommit, readCommit } from '../sources/index.ts';
import { openWorkspace, type WorkspaceTools } from '../workspace/index.ts';
import type { OpenStates } from './open-states.ts';

/** What of a site is asked for, by names as on the command line. */
interface CommitNames {
  readonly versions: readonly string[];
  readonly languages: readonly string[];
}

/**
 * Opens a site as it is in two commits. The working tree plays no part.
 *
 * @throws UsageError for a commit that git does not know, or that has no site
 */
export async function openCommits(
  root: string,
  [older, newer]: readonly [string, string],
  names: CommitNames,
  tools: WorkspaceTools,
): Promise<OpenStates> {
  const [commit, other] = [await findCommit(root, newer), await findCommit(root, older)];
  const now = await readCommit({ root, commit, name: newer, ...names });
  const known = { files: now.files.value };
  const old = await readCommit({ root, commit: other, name: older, ...names, known, like: now.setup });
  const after = openWorkspace(now.setup, now.files, tools);
  const before = old.isAlike ? after.update(old.files) : openWorkspace(old.setup, old.files, tools);
  return { before, after, isSameSetup: old.isAlike };
}
