import { relative, resolve, sep } from 'node:path';
import { readSetup } from '../config/index.ts';
import { type HeadParser, openSourceFolder, readFiles } from '../load/index.ts';
import type { SiteSource } from '../queries/index.ts';
import { openHeads } from '../record/index.ts';
import type { Options } from './options.ts';
import type { Reporter } from './reporter.ts';

/**
 * Reads the files of a site for a question; undefined where the site file cannot be used, and the reporter has said why. Exit code 2.
 *
 * @param heads what parses their frontmatter; a parser that knows nothing yet if absent
 */
export async function readSiteSource(
  options: Pick<Options, 'root' | 'versions' | 'languages'>,
  reporter: Reporter,
  heads?: HeadParser,
): Promise<SiteSource | undefined> {
  const { value: setup, diagnostics } = await readSetup(options);
  if (setup === undefined) {
    reporter.refuse('The site file data/site.yml cannot be used.', diagnostics);
    return undefined;
  }
  const { config } = setup;
  const { value: files } = await readFiles(config, openSourceFolder(config.root), heads);
  return { ...setup, files };
}

/**
 * Reads a site with what the cache knows of its frontmatter, and has the next process know it too.
 *
 * @param answer gives the exit code
 */
export async function askSite(
  options: Pick<Options, 'root' | 'versions' | 'languages' | 'cache'>,
  reporter: Reporter,
  answer: (site: SiteSource) => number | Promise<number>,
): Promise<number> {
  const { heads, keep } = openHeads(options.cache, options.root, reporter.note);
  const site = await readSiteSource(options, reporter, heads);
  if (site === undefined) return 2;
  const code = await answer(site);
  await keep();
  return code;
}

/** The file of a site that somebody means: from the working folder, from the root, or absolute. Undefined where there is none. */
export function findSiteFile({ config: { root }, files }: SiteSource, name: string): string | undefined {
  return [resolve(root, name), resolve(name)]
    .map((file) => relative(root, file).split(sep).join('/'))
    .find((file) => files.texts.has(file));
}
