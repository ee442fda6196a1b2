/**
 * Edge for `npx eleventy` in a checkout, after `npm run compile`: builds the site of the working folder and hands its
 * files to Eleventy, which writes them to `_site.eleventy`. `decant build` does the same with staging, and needs none of this.
 */
import { completeOptions } from './dist/src/cli/options.js';
import { openPrepared, prepare } from './dist/src/cli/prepare.js';
import { createReporter } from './dist/src/cli/reporter.js';
import { configureEleventy, copyAssets, findInputFolder, listFiles } from './dist/src/compose/index.js';
import { createRenderer } from './dist/src/create-renderer.js';
import { openFolder } from './dist/src/output/index.js';
import { isFailed } from './dist/src/publish-site/index.js';

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(addSite);
  return { dir: { input: findInputFolder(), output: '_site.eleventy' } };
}

/** A plugin, since Eleventy runs those only when it builds; other tools load this file to look at the configuration. */
async function addSite(eleventyConfig) {
  const options = completeOptions({ root: process.cwd() });
  const reporter = createReporter({ command: 'build' });
  const prepared = await prepare(options, reporter);
  if (prepared === undefined) throw new Error('Without a site file there is no site.');
  const renderer = createRenderer();
  const workspace = await openPrepared(prepared.setup, renderer, reporter);
  const site = await workspace.site().finally(renderer.close);
  reporter.diagnostics(site.diagnostics);
  if (isFailed(site, options)) throw new Error('The site has errors.');
  configureEleventy(eleventyConfig, listFiles(site, prepared.theme));
  eleventyConfig.on('eleventy.after', ({ directories }) =>
    copyAssets(site.corpus, site.config.root, openFolder(directories.output)),
  );
}
