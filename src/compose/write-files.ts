import type { OutputFolder } from '../output/index.ts';
import type { ComposedFile, StampBook } from './types.ts';

/** Eleventy writes pages; loaded where they are written, when the first one has changed. */
export const pageWriter = new URL(
  `./write-pages${/\.[jt]s$/.exec(import.meta.url)?.[0] ?? '.js'}`,
  import.meta.url,
).href;

/**
 * Writes files: pages by Eleventy, all others without it. Fails on two files with the same name, or one outside.
 *
 * @param book knows which files need not be made; all are made if absent
 */
export async function writeFiles(
  files: readonly ComposedFile[],
  folder: OutputFolder,
  book?: StampBook,
): Promise<void> {
  checkOutputs(files);
  for (const { output, render, isPage, stamp } of files) {
    if (book?.isKept(output, stamp && (book.find(output) ?? stamp(book)))) continue;
    await folder.write(output, render(), isPage ? pageWriter : undefined);
  }
}

function checkOutputs(files: readonly ComposedFile[]): void {
  const outputs = new Set<string>();
  for (const { output } of files) {
    if (outputs.has(output)) throw new Error(`Two files of the site have the same name: ${output}`);
    if (!isInside(output)) throw new Error(`A file of the site has a name that is not inside it: ${output}`);
    outputs.add(output);
  }
}

/** No segment is empty, `.` or `..`. */
function isInside(output: string): boolean {
  return !/(?:^|\/)\.{0,2}(?:\/|$)/.test(output);
}
