import { createSetup, type ReadOutcome, readConfig, type SiteSetup } from '../config/index.ts';
import { formatDiagnostic, type Result } from '../diagnostics/index.ts';
import { readFiles, type SiteFiles } from '../load/index.ts';
import { UsageError } from '../usage-error.ts';
import { EMPTY_SET, findVersions, listVersions } from '../versions/index.ts';
import { type GitTree, openGitTree } from './open-git-tree.ts';

/** Which state of a site to read, and what of it is asked for. */
export interface CommitRequest {
  /** The folder that holds `content/` and `data/`: inside the repository, or a bare one. */
  readonly root: string;
  /** Hash of a commit. */
  readonly commit: string;
  /** What people call it. */
  readonly name: string;
  /** As `readSetup` takes them. What the site does not have in this state is left out. */
  readonly versions?: readonly string[];
  readonly languages?: readonly string[];
  /** Texts of another state. */
  readonly known?: ReadonlyMap<string, string> | undefined;
  /** The site file of another state, which stands for one that says the same: versions are compared by identity. */
  readonly like?: SiteSetup | undefined;
}

/** A site as it was in a commit. */
export interface CommitSources {
  readonly setup: SiteSetup;
  readonly files: Result<SiteFiles>;
  /** Whether `like` stands for its site file. */
  readonly isAlike: boolean;
}

/**
 * Reads a site from a commit.
 *
 * @throws UsageError where the commit has no site there, or its site file cannot be used
 */
export async function readCommit(request: CommitRequest): Promise<CommitSources> {
  const { root, commit, name, known, like } = request;
  const tree = await openGitTree({ root, commit, known });
  const { value, diagnostics } = await readConfig(root, (path) => readOne(tree, path));
  if (value === undefined) {
    const reasons = diagnostics.map((each) => formatDiagnostic(each)).join('\n');
    const where = tree.has('data/site.yml')
      ? `The site file data/site.yml of '${name}' cannot be used.`
      : `'${name}' has no data/site.yml in this folder, so there is no site to compare with. Name a later commit, or another --root.`;
    throw new UsageError(`${where}\n${reasons}`);
  }
  // Days of changes are those of the history on the way to a state, and not what is compared.
  const { lastUpdated: _, ...config } = value;
  const isAlike = like !== undefined && JSON.stringify(like.config) === JSON.stringify(config);
  const setup = isAlike ? like : createOldSetup(config, request);
  return { setup, files: await readFiles(setup.config, tree), isAlike };
}

async function readOne(tree: GitTree, path: string): Promise<ReadOutcome> {
  const [outcome] = await tree.readTexts([path]);
  if (outcome === undefined) throw new Error('A tree answers for every path.');
  return outcome;
}

/** Of versions and languages that came later, the state has no pages. */
function createOldSetup(
  config: SiteSetup['config'],
  { versions = [], languages = [] }: Pick<CommitRequest, 'versions' | 'languages'>,
): SiteSetup {
  const all = listVersions(config.plans);
  const known = versions.filter((name) => findVersions(all, name).length > 0);
  const codes = languages.filter((code) => config.languages.some((language) => language.code === code));
  const setup = createSetup(config, { versions: known, languages: codes });
  return {
    ...setup,
    built: versions.length > 0 && known.length === 0 ? EMPTY_SET : setup.built,
    languages: languages.length > 0 && codes.length === 0 ? [] : setup.languages,
  };
}
