import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import {
  createReadFault,
  decodeFile,
  findTextLimit,
  type ReadOutcome,
  readBinaryFile,
} from '../config/index.ts';
import { compareCodeUnits, isSitePart, type Listing, type SourceTree } from '../load/index.ts';
import { UsageError } from '../usage-error.ts';
import { askGit, readBlobs } from './git.ts';

/** Which commit to read. */
export interface GitTreeRequest {
  /** The folder that holds `content/` and `data/`, as it is called in that commit: inside the repository, or a bare one. */
  readonly root: string;
  /** Hash of a commit. */
  readonly commit: string;
  /** Texts that are known already, by name: one that the commit has just so is not read. */
  readonly known?: ReadonlyMap<string, string> | undefined;
  /** A folder with another state of the site: a picture that the commit has just so is read from there. */
  readonly knownFolder?: string | undefined;
}

/** The files of a site in a commit, without a checkout. */
export interface GitTree extends SourceTree {
  /** Whether the commit has a file of this name. */
  has(path: string): boolean;
}

/** A file, a link or a submodule of a commit. */
interface Entry {
  readonly kind: 'file' | 'link' | 'module';
  readonly name: string;
  /** The folder of the repository that has it: submodules have their own. */
  readonly folder: string;
}

/**
 * Opens the tree of a commit by the rules that files on a disk are read by: inside the site, of a limited size, strict
 * UTF-8; a link leads to a file of the site or nowhere. Submodules are read from their own repositories, which have to be
 * checked out.
 *
 * @throws UsageError where the commit is not there
 */
export async function openGitTree({ root, commit, known, knownFolder }: GitTreeRequest): Promise<GitTree> {
  const entries = new Map(await listEntries(root, commit, ''));
  const links = new Map<string, string>();
  await readLinks([...entries]);
  let folders = listFolders(entries.keys());
  return {
    has: (path) => follow(path).kind === 'file',
    list,
    readTexts,
    readBinaries,
    findCopyFault: () => undefined,
    // The days would be those of another history than that of the files they are compared with.
    readDays: async () => new Map(),
  };

  async function list(folder: string): Promise<Listing> {
    await openModules([folder]);
    const start = follow(folder);
    if (start.kind !== 'folder') return { files: [], links: [], unreadable: [] };
    const prefix = start.path === '' ? '' : `${start.path}/`;
    const below = [...entries]
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, entry]) => ({ path: posix.join(folder, path.slice(prefix.length)), inner: path, entry }))
      .filter(({ inner }) =>
        inner
          .slice(prefix.length)
          .split('/')
          .every((name) => isSitePart({ name })),
      );
    const isFolder = ({ inner, entry }: (typeof below)[number]) =>
      entry.kind === 'link' && follow(inner).kind === 'folder';
    const names = (some: typeof below) => some.map(({ path }) => path).sort(compareCodeUnits);
    return {
      files: names(below.filter((each) => each.entry.kind !== 'module' && !isFolder(each))),
      links: names(below.filter(isFolder)),
      unreadable: [],
    };
  }

  async function readTexts(paths: readonly string[]): Promise<readonly ReadOutcome[]> {
    await openModules(paths);
    const found = paths.map(follow);
    const isKnown = found.map((each, at) => {
      const text = known?.get(paths[at] ?? '');
      return (
        each.kind === 'file' && text !== undefined && nameBlob(text, each.entry.name) === each.entry.name
      );
    });
    const wanted = found.map((each, at) => (each.kind === 'file' && !isKnown[at] ? each.entry : undefined));
    const limits = paths.map(findTextLimit);
    const blobs = await readEntries(wanted, Math.max(0, ...limits));
    return paths.map((path, at): ReadOutcome => {
      const each = found[at];
      if (isKnown[at]) return { file: { path, text: known?.get(path) ?? '' } };
      if (each === undefined || each.kind === 'fault')
        return createReadFault(each?.fault ?? 'missing-file', path);
      if (each.kind === 'folder') return createReadFault('not-a-file', path);
      const bytes = blobs[at];
      return bytes === undefined || bytes.length > (limits[at] ?? 0)
        ? createReadFault('too-large', path)
        : decodeFile(path, bytes);
    });
  }

  async function readBinaries(
    paths: readonly string[],
    maxBytes: number,
  ): Promise<readonly (Uint8Array | undefined)[]> {
    await openModules(paths);
    const entries = paths.map((path) => {
      const found = follow(path);
      return found.kind === 'file' ? found.entry : undefined;
    });
    const there = await Promise.all(
      paths.map(async (path, at) => {
        const name = entries[at]?.name;
        if (name === undefined || knownFolder === undefined) return undefined;
        const bytes = await readBinaryFile(knownFolder, path, maxBytes);
        return bytes !== undefined && nameBlob(bytes, name) === name ? bytes : undefined;
      }),
    );
    const read = await readEntries(
      entries.map((entry, at) => (there[at] === undefined ? entry : undefined)),
      maxBytes,
    );
    return paths.map((_, at) => there[at] ?? read[at]);
  }

  async function readEntries(
    wanted: readonly (Entry | undefined)[],
    maxBytes: number,
  ): Promise<readonly (Uint8Array | undefined)[]> {
    const read = new Map<Entry, Uint8Array | undefined>();
    const files = wanted.filter((each) => each !== undefined);
    for (const folder of new Set(files.map((each) => each.folder))) {
      const own = [...new Set(files.filter((each) => each.folder === folder))];
      const blobs = await readBlobs(
        folder,
        own.map(({ name }) => name),
        maxBytes,
      );
      for (const [at, entry] of own.entries()) read.set(entry, blobs[at]);
    }
    return wanted.map((entry) => entry && read.get(entry));
  }

  async function readLinks(some: readonly (readonly [string, Entry])[]): Promise<void> {
    const found = some.filter(([, { kind }]) => kind === 'link');
    const targets = await readEntries(
      found.map(([, entry]) => entry),
      MAX_TARGET,
    );
    for (const [at, [path]] of found.entries()) {
      const target = targets[at];
      if (target !== undefined) links.set(path, new TextDecoder().decode(target));
    }
  }

  /** Puts the files of submodules in that some paths lie in or above. */
  async function openModules(paths: readonly string[]): Promise<void> {
    const modules = [...entries].filter(([, { kind }]) => kind === 'module');
    for (const [path, { name, folder }] of modules) {
      const isAsked = paths.some((each) => each.startsWith(`${path}/`) || `${path}/`.startsWith(`${each}/`));
      if (!isAsked) continue;
      entries.delete(path);
      const inner = await listEntries(posix.join(folder, path), name, path);
      for (const [below, entry] of inner) entries.set(below, entry);
      await readLinks(inner);
      folders = listFolders(entries.keys());
      // A submodule can hold others.
      await openModules(paths);
      return;
    }
  }

  /** Where a path leads through links, none of which may lead out of the site. */
  function follow(path: string): Found {
    let rest = posix.normalize(path).split('/');
    let current = '';
    for (let hops = 0; rest.length > 0; ) {
      const [part = '', ...others] = rest;
      rest = others;
      if (part === '.' || part === '') continue;
      if (part === '..') {
        if (current === '') return { kind: 'fault', fault: 'outside-root' };
        current = current.split('/').slice(0, -1).join('/');
        continue;
      }
      const next = current === '' ? part : `${current}/${part}`;
      const target = links.get(next);
      if (target === undefined) {
        current = next;
        continue;
      }
      hops += 1;
      if (hops > MAX_HOPS) return { kind: 'fault', fault: 'missing-file' };
      if (target.startsWith('/')) return { kind: 'fault', fault: 'outside-root' };
      rest = [...target.split('/'), ...rest];
    }
    const entry = entries.get(current);
    if (entry?.kind === 'file') return { kind: 'file', entry };
    if (current === '' || folders.has(current)) return { kind: 'folder', path: current };
    return { kind: 'fault', fault: 'missing-file' };
  }
}

type Found =
  | { readonly kind: 'file'; readonly entry: Entry }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'fault'; readonly fault: 'outside-root' | 'missing-file' };

/** Links that one path may lead through, as on Linux. */
const MAX_HOPS = 40;

/** Bytes of the path that a link leads to. */
const MAX_TARGET = 4096;

/** Everything below a folder of a commit, or of a submodule at the commit that holds it; names begin with the prefix. */
async function listEntries(
  folder: string,
  commit: string,
  prefix: string,
): Promise<readonly (readonly [string, Entry])[]> {
  const answer = await askGit(folder, ['ls-tree', '-r', '-z', commit]);
  if (answer.output === undefined) {
    throw new UsageError(
      prefix === ''
        ? `git cannot read the commit ${commit}. It says: ${answer.complaint}`
        : `The submodule '${prefix}' is not checked out at its commit. Fetch it: git submodule update --init ${prefix}.`,
    );
  }
  return answer.output.split('\0').flatMap((line) => {
    const tab = line.indexOf('\t');
    if (tab === -1) return [];
    const [mode = '', , name = ''] = line.slice(0, tab).split(' ');
    const kind = mode === '120000' ? 'link' : mode === '160000' ? 'module' : 'file';
    return [[posix.join(prefix, line.slice(tab + 1)), { kind, name, folder }] as const];
  });
}

function listFolders(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/** What git calls some content, by the algorithm that another name is of. */
function nameBlob(content: string | Uint8Array, other: string): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return createHash(other.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
