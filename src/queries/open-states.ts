import type { SiteSetup } from '../config/index.ts';
import type { Result } from '../diagnostics/index.ts';
import { type HeadParser, openSourceFolder, readFiles, type SiteFiles } from '../load/index.ts';
import { findMergeBase, listIgnored, readCommit } from '../sources/index.ts';
import { openWorkspace, type Workspace, type WorkspaceTools } from '../workspace/index.ts';

/** Two states of a site, opened. */
export interface OpenStates {
  readonly before: Workspace;
  readonly after: Workspace;
  /** Whether the two have one site file. */
  readonly isSameSetup: boolean;
}

/** The working tree, and the commit that it is compared with. */
export interface StatesSince extends OpenStates {
  /** Hash of the commit where the ways of both part. */
  readonly base: string;
  /** The working tree, as it was read. */
  readonly files: Result<SiteFiles>;
  /** What is to say of that commit; undefined where nothing is. */
  readonly note: string | undefined;
}

/**
 * Opens the working tree, with all that is not committed yet, and the state where its way parts from that to another commit.
 *
 * @param setup of the working tree
 * @param names of versions and languages, as on the command line
 * @throws UsageError for a commit that git does not know, or that has no site
 */
export async function openStatesSince(
  setup: SiteSetup,
  ref: string,
  names: {
    readonly versions: readonly string[];
    readonly languages: readonly string[];
    readonly heads?: HeadParser | undefined;
  },
  tools: WorkspaceTools,
): Promise<StatesSince> {
  const { lastUpdated: _, ...config } = setup.config;
  const { commit, note } = await findMergeBase(config.root, ref);
  const own = { ...setup, config };
  const files = await readFiles(config, openSourceFolder(config.root), names.heads);
  const known = { files: files.value, folder: config.root };
  const read = await readCommit({ root: config.root, commit, name: ref, ...names, known, like: own });
  const old = { ...read, files: await keepIgnored(config.root, read.files, files.value) };
  const after = openWorkspace(own, files, tools);
  const before = old.isAlike ? after.update(old.files) : openWorkspace(old.setup, old.files, tools);
  return { before, after, isSameSetup: old.isAlike, base: commit, files, note };
}

/** What git ignores is in no commit: such files count as unchanged. */
async function keepIgnored(
  root: string,
  old: Result<SiteFiles>,
  { texts, assets, images }: SiteFiles,
): Promise<Result<SiteFiles>> {
  const isNew = [...texts.keys()].filter((file) => !old.value.texts.has(file));
  const ignored = await listIgnored(root, [
    ...isNew,
    ...[...assets].filter((file) => !old.value.assets.has(file)),
  ]);
  if (ignored.size === 0) return old;
  const keep = <T>(known: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>) =>
    new Map([...known, ...[...now].filter(([file]) => ignored.has(file))]);
  return {
    ...old,
    value: {
      ...old.value,
      texts: keep(old.value.texts, texts),
      images: keep(old.value.images, images),
      assets: new Set([...old.value.assets, ...[...assets].filter((file) => ignored.has(file))]),
    },
  };
}
