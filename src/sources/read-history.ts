import { posix } from 'node:path';
import { decodeFile, MAX_TEXT_BYTES } from '../config/index.ts';
import { askGit, readBlobs } from './git.ts';

/** The commit that touched the text of a file last. */
export interface LastTouch {
  /** Its hash. */
  readonly commit: string;
  /** The day of the commit, `2021-10-01`. */
  readonly date: string;
  /** What the file was called then, for a file that only moved since. */
  readonly path: string;
  /** Whether an older commit that is not here may have been the last: this is where a shallow clone ends. */
  readonly isOldestKnown: boolean;
}

/** What git tells of files, or why it tells nothing. */
export type History =
  | { readonly kind: 'none'; readonly reason: string }
  | {
      readonly kind: 'git';
      /** By name; files that git does not know are left out. */
      readonly touches: ReadonlyMap<string, LastTouch>;
      /** Files with changes that are not committed. */
      readonly changed: ReadonlySet<string>;
      readonly isShallow: boolean;
      /** Texts of files in commits, in order; undefined for those that were not there, or cannot be read. */
      readTexts(
        files: readonly { readonly commit: string; readonly path: string }[],
      ): Promise<readonly (string | undefined)[]>;
    };

/**
 * When each file of some folders was touched last, in one pass over the log, however many there are. A file that only moved
 * keeps the commit that changed its text.
 *
 * @param root the root of the site; all paths are relative to it
 * @param folders whose files are asked for
 */
export async function readHistory(root: string, folders: readonly string[]): Promise<History> {
  const prefix = await askGit(root, ['rev-parse', '--show-prefix']).catch((error: Error) => ({
    output: undefined,
    complaint: error.message,
  }));
  if (prefix.output === undefined) return { kind: 'none', reason: describeSilence(root, prefix.complaint) };
  const log = await askGit(root, [...LOG, '--', ...folders]);
  if (log.output === undefined) return { kind: 'none', reason: 'Nothing is committed here yet.' };
  const isShallow = (await askGit(root, ['rev-parse', '--is-shallow-repository'])).output?.trim() === 'true';
  const status = await askGit(root, [...STATUS, '--', ...folders]);
  const inside = prefix.output.trim();
  return {
    kind: 'git',
    touches: readLog(log.output, isShallow),
    changed: readStatus(status.output ?? '', inside),
    isShallow,
    async readTexts(files) {
      const names = files.map(({ commit, path }) => `${commit}:${posix.join(inside, path)}`);
      const blobs = await readBlobs(root, names, MAX_TEXT_BYTES);
      return blobs.map((bytes, at) => bytes && readText(files[at]?.path ?? '', bytes));
    },
  };
}

/** `-M100%` finds files that moved by their hashes alone; more would compare texts. */
const LOG = [
  'log',
  '-z',
  '--relative',
  '--no-color',
  '--no-show-signature',
  '--name-status',
  '-M100%',
  '--format=%x01%H %cs %P',
];
const STATUS = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames'];

function describeSilence(root: string, complaint: string): string {
  return /not a git repository/.test(complaint)
    ? `${root} is not in a git repository.`
    : complaint.replace(/\s+/g, ' ');
}

/** Newest commits first, so that the first touch of a file is its last. */
function readLog(log: string, isShallow: boolean): ReadonlyMap<string, LastTouch> {
  const found = new Map<string, LastTouch>();
  /** What a file is called now, by the name it had; only of files that moved. */
  const names = new Map<string, string | undefined>();
  const words = log.split('\0').map((word) => word.replace(/^\n+/, ''));
  let commit = { commit: '', date: '', isOldestKnown: false };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word.startsWith('\x01')) {
      const [hash = '', date = '', ...parents] = word.slice(1).trim().split(' ');
      commit = { commit: hash, date, isOldestKnown: isShallow && parents.length === 0 };
    } else if (/^[RC]\d+$/.test(word)) {
      const [before = '', after = ''] = words.slice(at + 1, at + 3);
      at += 2;
      if (word.startsWith('R')) follow(before, after);
      else touch(after);
    } else if (/^[A-Z]$/.test(word)) {
      at += 1;
      if (word !== 'D') touch(words[at] ?? '');
    }
  }
  return found;

  function touch(path: string): void {
    const name = names.has(path) ? names.get(path) : path;
    if (name !== undefined && !found.has(name)) found.set(name, { ...commit, path });
  }

  function follow(before: string, after: string): void {
    const name = names.has(after) ? names.get(after) : after;
    names.delete(after);
    if (name !== undefined && !found.has(name)) names.set(before, name);
  }
}

/** Names in it are relative to the repository. */
function readStatus(status: string, inside: string): ReadonlySet<string> {
  const lines = status.split('\0').filter((line) => line.length > 3);
  return new Set(
    lines
      .map((line) => line.slice(3))
      .flatMap((path) => (path.startsWith(inside) ? path.slice(inside.length) : [])),
  );
}

function readText(path: string, bytes: Uint8Array): string | undefined {
  const read = decodeFile(path, bytes);
  return 'file' in read ? read.file.text : undefined;
}
