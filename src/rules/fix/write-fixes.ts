import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FileEdit } from '../../diagnostics/index.ts';
import { replaceFile } from '../../output/index.ts';
import { applyFileEdits } from './apply-file-edits.ts';

/** A file as `--fix` leaves it. */
export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Files that were fixed, and why others were not. */
export interface FixedFiles {
  readonly files: readonly FixedFile[];
  /** By file, as sentences. */
  readonly refused: ReadonlyMap<string, string>;
}

/**
 * What files become. Only regular files below the root are touched that no link leads to, and only if they are still what was
 * checked.
 *
 * @param texts as they were read, with lines that end in LF
 */
export function prepareFixes(
  root: string,
  edits: ReadonlyMap<string, readonly FileEdit[]>,
  texts: ReadonlyMap<string, string>,
): FixedFiles {
  const files: FixedFile[] = [];
  const refused = new Map<string, string>();
  for (const [file, list] of edits) {
    const before = readOwn(root, file);
    if (before === undefined)
      refused.set(file, `'${file}' is not a regular file below the root, so it stays as it is.`);
    else if (normalize(before) !== texts.get(file))
      refused.set(file, `'${file}' has changed since it was read, so it stays as it is.`);
    else files.push({ file, before, after: applyFileEdits(before, list) });
  }
  return { files, refused };
}

/** Writes each file beside itself first, so that it is there before or after, and never in part. */
export async function writeFixes(root: string, files: readonly FixedFile[]): Promise<void> {
  for (const { file, before, after } of files) {
    const target = join(root, file);
    if (readOwn(root, file) !== before) throw new Error(`'${file}' has changed while it was being fixed.`);
    await replaceFile(target, after);
  }
}

/** The text of a file that stands where its name says, without any link on the way. */
function readOwn(root: string, file: string): string | undefined {
  try {
    const target = join(root, file);
    const real = realpathSync.native(root);
    if (relative(real, realpathSync.native(target)) !== file.split('/').join(sep)) return undefined;
    if (!lstatSync(target).isFile()) return undefined;
    return readFileSync(target, 'utf8');
  } catch {
    return undefined;
  }
}

/** As `load` reads a file. */
function normalize(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}
