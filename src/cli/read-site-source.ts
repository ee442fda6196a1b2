import { relative, resolve, sep } from 'node:path';
import { readSetup } from '../config/index.ts';
import { readFiles } from '../load/index.ts';
import type { SiteSource } from '../queries/index.ts';
import type { Options } from './options.ts';
import type { Reporter } from './reporter.ts';

/** Reads the files of a site for a question; undefined where the site file cannot be used, and the reporter has said why. Exit code 2. */
export async function readSiteSource(
  options: Pick<Options, 'root' | 'versions' | 'languages'>,
  reporter: Reporter,
): Promise<SiteSource | undefined> {
  const { value: setup, diagnostics } = await readSetup(options);
  if (setup === undefined) {
    reporter.refuse('The site file data/site.yml cannot be used.', diagnostics);
    return undefined;
  }
  const { value: files } = await readFiles(setup.config);
  return { ...setup, files };
}

/** The file of a site that somebody means: from the working folder, from the root, or absolute. Undefined where there is none. */
export function findSiteFile({ config: { root }, files }: SiteSource, name: string): string | undefined {
  return [resolve(root, name), resolve(name)]
    .map((file) => relative(root, file).split(sep).join('/'))
    .find((file) => files.texts.has(file));
}
