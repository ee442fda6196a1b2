import type { OutputFolder } from '../output/index.ts';
import type { ComposedFile } from './types.ts';

/** Eleventy writes pages; loaded where they are written, when the first one has changed. */
export const pageWriter = new URL(
  `./write-pages${/\.[jt]s$/.exec(import.meta.url)?.[0] ?? '.js'}`,
  import.meta.url,
).href;

/** Writes files: pages by Eleventy, all others without it. Fails on two files with the same name, or one outside. */
export async function writeFiles(files: readonly ComposedFile[], folder: OutputFolder): Promise<void> {
  checkOutputs(files);
  for (const { output, render, isPage } of files)
    await folder.write(output, render(), isPage ? pageWriter : undefined);
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
