import { Eleventy } from '@11ty/eleventy';
import { configureEleventy, findInputFolder } from './configure-eleventy.ts';
import type { ComposedFile } from './types.ts';

/**
 * Files of one Eleventy run. Eleventy keeps what it rendered until the run ends, so a large site goes through in
 * several runs: 20,000 pages take no more memory than this many, and no more time.
 */
const RUN_SIZE = 500;

/** Has Eleventy render and write the files into a folder. Fails on two files with the same name, or one outside. */
export async function writeFiles(files: readonly ComposedFile[], outDir: string): Promise<void> {
  checkOutputs(files);
  for (let start = 0; start < files.length; start += RUN_SIZE) {
    await runEleventy(files.slice(start, start + RUN_SIZE), outDir);
  }
}

async function runEleventy(files: readonly ComposedFile[], outDir: string): Promise<void> {
  const eleventy = new Eleventy(findInputFolder(), outDir, {
    configPath: null,
    quietMode: true,
    loader: 'esm',
    config: (eleventyConfig) => configureEleventy(eleventyConfig, files),
  });
  eleventy.disableLogger();
  await eleventy.write();
}

function checkOutputs(files: readonly ComposedFile[]): void {
  const outputs = new Set<string>();
  for (const { output } of files) {
    if (outputs.has(output)) throw new Error(`Two files of the site have the same name: ${output}`);
    if (!isInside(output)) throw new Error(`A file of the site has a name that is not inside it: ${output}`);
    outputs.add(output);
  }
}

function isInside(output: string): boolean {
  return output.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
}
