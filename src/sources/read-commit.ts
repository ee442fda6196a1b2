import { createSetup, type ReadOutcome, readConfig, type SiteSetup } from '../config/index.ts';
import { formatDiagnostic, type Result } from '../diagnostics/index.ts';
import { nameImage, readFiles, type SiteFiles } from '../load/index.ts';
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
  /** Another state, of which all that is the same is taken, and the folder it is in, if it is in one. */
  readonly known?: { readonly files: SiteFiles; readonly folder?: string } | undefined;
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
  const tree = await openGitTree({
    root,
    commit,
    known: known?.files.texts,
    knownFolder: known?.folder,
  });
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
  const files = await readFiles(setup.config, tree, known?.files.heads);
  const images = await followPointers(tree, files.value.images, known?.files.images);
  return { setup, files: { ...files, value: { ...files.value, images } }, isAlike };
}

/**
 * Pictures of which the commit has a pointer of Git LFS only, named by the hash that the pointer tells: what stands in a working
 * tree under that name is the same picture.
 */
async function followPointers(
  tree: GitTree,
  images: SiteFiles['images'],
  others: SiteFiles['images'] = new Map(),
): Promise<SiteFiles['images']> {
  const unmeasured = [...images].flatMap(([file, { size }]) => (size === undefined ? [file] : []));
  const contents = await tree.readBinaries(unmeasured, MAX_POINTER);
  const followed = new Map(images);
  for (const [at, file] of unmeasured.entries()) {
    const text = new TextDecoder().decode(contents[at] ?? new Uint8Array());
    const [, hash] = POINTER.exec(text) ?? [];
    if (hash === undefined) continue;
    const output = nameImage(file, hash);
    const other = others.get(file);
    followed.set(file, other?.output === output ? other : { output, size: undefined });
  }
  return followed;
}

/** See https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: a pointer has fewer than 1024 bytes. */
const MAX_POINTER = 1023;
const POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/[\s\S]*^oid sha256:([0-9a-f]{64})$/m;

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
