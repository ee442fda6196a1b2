import { Eleventy } from '@11ty/eleventy';
import type { WriteFiles } from '../output/index.ts';
import { configureEleventy, findInputFolder } from './configure-eleventy.ts';

/** One run of Eleventy, which keeps what it rendered until it ends. */
export const writePages: WriteFiles = async (files, dir) => {
  const eleventy = new Eleventy(findInputFolder(), dir, {
    configPath: null,
    quietMode: true,
    loader: 'esm',
    config: (eleventyConfig) => configureEleventy(eleventyConfig, files),
  });
  eleventy.disableLogger();
  await eleventy.write();
};
