import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';

/** Size of a file in bytes, and time of its last change in milliseconds: another where the file was written again. */
export type Stamp = string;

export function stampFile(file: string): Stamp {
  const { size, mtimeMs } = lstatSync(file);
  return `${size} ${mtimeMs}`;
}

/**
 * One short text for the files of a folder: another as soon as one of them comes, goes or is written again.
 *
 * @param others names of what is no file
 */
export function signFiles(files: ReadonlyMap<string, Stamp>, others: readonly string[] = []): string {
  const lines = [
    ...[...files.keys()].sort().map((name) => `${name}\n${files.get(name)}\n`),
    ...others.map((name) => `${name}\n-\n`),
  ];
  return createHash('sha256').update(lines.join('')).digest('base64url');
}
