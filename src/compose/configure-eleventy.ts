import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TextOutput } from '../output/index.ts';
import type { EleventyConfig } from './eleventy-config.ts';

/**
 * Feeds files to Eleventy through one paginated JavaScript template. It pages over numbers, since Eleventy copies the
 * data it pages over; rendered HTML is never read as a template. The input folder is left to the caller.
 */
export function configureEleventy(eleventyConfig: EleventyConfig, files: readonly TextOutput[]): void {
  eleventyConfig.setUseGitIgnore(false);
  eleventyConfig.setTemplateFormats(['11ty.js']);
  // Or Eleventy complains of its configuration when the machine is slow.
  eleventyConfig.benchmarkManager.get('Configuration').setIsVerbose(false);
  eleventyConfig.on('eleventy.config', (templateConfig) => {
    templateConfig.getConfig().keys.package = false; // or it reads the package.json of the working folder
  });
  eleventyConfig.addTemplate('files.11ty.js', {
    data: {
      numbers: files.map((_, number) => number),
      pagination: { data: 'numbers', size: 1, alias: 'number' },
      permalink: ({ number }: Paged) => findFile(files, number).output,
      eleventyExcludeFromCollections: true,
    },
    render: ({ number }: Paged) => findFile(files, number).render(),
  });
}

interface Paged {
  readonly number: number;
}

function findFile<T>(files: readonly T[], number: number): T {
  const file = files[number];
  if (file === undefined) throw new Error(`Eleventy asked for file ${number} of ${files.length}.`);
  return file;
}

/**
 * Eleventy wants an input folder that exists and takes templates, data and ignore files from it, so it gets this one,
 * which holds none. Relative to the working folder, since absolute input paths fail where that is `/`.
 */
export function findInputFolder(): string {
  return relative('.', fileURLToPath(new URL('.', import.meta.url))) || '.';
}
