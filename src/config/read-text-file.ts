import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Place } from '../diagnostics/index.ts';
import { findRealPath, isSource } from './is-source.ts';

/** Bytes; the largest hand-written file known in such corpora is a tenth of it. */
export const MAX_TEXT_BYTES = 4 * 1024 * 1024;

/** Of a description of an API, which programs write: the largest known one has 12 MB. */
const MAX_SPEC_BYTES = 32 * 1024 * 1024;

/** Bytes that a text of a site may have. */
export function findTextLimit(path: string): number {
  return /(?:^|\/)data\/rest\//.test(path) ? MAX_SPEC_BYTES : MAX_TEXT_BYTES;
}

/** A file as the stages see it: the path is relative to the root with `/`, lines end in LF, no byte order mark. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Why a file was not read; `kind` ends the code of the diagnostic. */
export interface ReadFault {
  readonly kind: 'missing-file' | 'outside-root' | 'not-a-file' | 'unreadable' | 'too-large' | 'not-utf8';
  readonly message: string;
  readonly hint?: string;
  readonly place: Place;
}

export type ReadOutcome = { readonly file: TextFile } | { readonly fault: ReadFault };

/**
 * The one way to a file's text: inside the root, regular, of a sane size, strictly UTF-8. What an author can cause
 * comes back as a fault; a disk that does not answer throws.
 */
export async function readTextFile(root: string, path: string): Promise<ReadOutcome> {
  const read = readBytes(root, path, findTextLimit(path));
  return 'bytes' in read ? decodeFile(path, read.bytes) : createReadFault(read.fault, path);
}

/**
 * `readTextFile` for many files of one root, read in one go: folders that lie inside are asked for once. What is a link, or no
 * regular file, goes the careful way.
 */
export function createTextReader(root: string): (path: string) => ReadOutcome {
  const realRoot = findRealPath(root, '');
  const folders = new Map<string, boolean>();
  return (path) => {
    const bytes = isFolderInside(dirname(path))
      ? readPlain(join(root, path), findTextLimit(path))
      : undefined;
    const read = bytes === undefined ? readBytes(root, path, findTextLimit(path)) : { bytes };
    return 'bytes' in read ? decodeFile(path, read.bytes) : createReadFault(read.fault, path);
  };

  function isFolderInside(folder: string): boolean {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const found = findRealPath(root, folder);
    const inside = realRoot !== undefined && found !== undefined && isSource(realRoot, folder, found);
    folders.set(folder, inside);
    return inside;
  }
}

/** Undefined for what is no regular file of an allowed size that can be opened where it stands, and where no system tells. */
function readPlain(file: string, maxBytes: number): Uint8Array | undefined {
  if (constants.O_NOFOLLOW === undefined) return undefined;
  let handle: number;
  try {
    handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
  try {
    const read = readOpen(handle, maxBytes);
    return 'bytes' in read ? read.bytes : undefined;
  } catch {
    return undefined;
  } finally {
    closeSync(handle);
  }
}

/** The bytes of a file by the same rules, of a size that the caller allows; undefined where they are broken. */
export async function readBinaryFile(
  root: string,
  path: string,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const read = readBytes(root, path, maxBytes);
  return 'bytes' in read ? read.bytes : undefined;
}

type Bytes = { readonly bytes: Uint8Array } | { readonly fault: ReadFault['kind'] };

/** Waits for the disk: of thousands of small files each takes less time than to ask for it in another thread. */
function readBytes(root: string, path: string, maxBytes: number): Bytes {
  try {
    return readInside(root, path, maxBytes);
  } catch (error) {
    if (isRefusal(error)) return { fault: 'unreadable' };
    throw error;
  }
}

/** Whether the system does not let this process have one file or folder, as it would let others. */
export function isRefusal(error: unknown): boolean {
  return REFUSALS.has((error as NodeJS.ErrnoException).code ?? '');
}

/** Rights, a file that another program holds, a socket, a name or a place on the disk that is damaged. */
const REFUSALS = new Set(['EACCES', 'EPERM', 'EBUSY', 'ENXIO', 'ENAMETOOLONG', 'EIO']);

function readInside(root: string, path: string, maxBytes: number): Bytes {
  const found = findRealPath(root, path);
  if (found === undefined) return { fault: 'missing-file' };
  if (!isSource(realpathSync.native(root), path, found)) return { fault: 'outside-root' };
  // Non-blocking, so that opening a named pipe does not wait for a writer; a link put there meanwhile is refused.
  if (!statSync(found).isFile()) return { fault: 'not-a-file' };
  const file = openSync(found, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    return readOpen(file, maxBytes);
  } finally {
    closeSync(file);
  }
}

function readOpen(file: number, maxBytes: number): Bytes {
  const stats = fstatSync(file);
  if (!stats.isFile()) return { fault: 'not-a-file' };
  if (stats.size > maxBytes) return { fault: 'too-large' };
  return { bytes: readFileSync(file) };
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Bytes of a file as its text, if they are one. */
export function decodeFile(path: string, bytes: Uint8Array): ReadOutcome {
  try {
    const text = decoder.decode(bytes);
    return { file: { path, text: text.replaceAll('\r\n', '\n') } };
  } catch {
    const before = new TextDecoder().decode(bytes).split('\uFFFD', 1)[0] ?? '';
    const lines = before.split('\n');
    return createReadFault('not-utf8', path, lines.length, (lines.at(-1) ?? '').length + 1);
  }
}

const FAULTS = {
  'missing-file': ['does not exist', undefined],
  'outside-root': ['is a link that leads out of the sources of the site', 'Put the file itself there.'],
  'not-a-file': ['is not a regular file', undefined],
  unreadable: ['cannot be read', 'Allow the user who builds the site to read it.'],
  'too-large': ['is larger than {limit} MB', 'Split it into several files.'],
  'not-utf8': ['is not UTF-8', 'Save the file as UTF-8.'],
} as const satisfies Record<ReadFault['kind'], readonly [string, string | undefined]>;

/** Says why a file was not read. */
export function createReadFault(kind: ReadFault['kind'], path: string, line = 1, column = 1): ReadOutcome {
  const [what, hint] = FAULTS[kind];
  const place = { file: path, line, column };
  const megabytes = findTextLimit(path) / 1024 ** 2;
  const message = `The file '${path}' ${what.replace('{limit}', `${megabytes}`)}.`;
  return { fault: hint === undefined ? { kind, message, place } : { kind, message, hint, place } };
}
