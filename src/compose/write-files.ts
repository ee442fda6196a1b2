import type { OutputFolder } from '../output/index.ts';
import { configureEleventy, findInputFolder } from './configure-eleventy.ts';
import type { ComposedFile } from './types.ts';

/** Pages of one Eleventy run, which keeps what it rendered until it ends. More would take more memory and no less time. */
const RUN_SIZE = 100;

/**
 * Writes the files that the last site does not have just so: pages by Eleventy, all others without it. Fails on two files
 * with the same name, or one outside.
 */
export async function writeFiles(files: readonly ComposedFile[], folder: OutputFolder): Promise<void> {
  checkOutputs(files);
  let changed: RenderedPage[] = [];
  for (const { output, render, isPage } of files) {
    const text = render();
    if (!isPage) folder.write(output, text);
    else if (!folder.keep(output, text)) changed.push({ output, render: () => text });
    if (changed.length < RUN_SIZE) continue;
    await runEleventy(changed, folder.dir);
    changed = [];
  }
  if (changed.length > 0) await runEleventy(changed, folder.dir);
}

type RenderedPage = Pick<ComposedFile, 'output' | 'render'>;

/** Loads Eleventy when it is first called. */
async function runEleventy(files: readonly RenderedPage[], outDir: string): Promise<void> {
  const { Eleventy } = await import('@11ty/eleventy');
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
