import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../scenarios.ts';
import { eleventy } from './eleventy.ts';
import { hugo } from './hugo.ts';

export interface RivalScenario extends Scenario {
  /** Its version and the number of its pages. */
  readonly about: string;
}

/**
 * Those that are installed, each with the pages of a published site as its content.
 *
 * @param site the published site
 * @param folder for a folder of each
 */
export function prepareRivals(site: string, folder: string): readonly RivalScenario[] {
  return [hugo, eleventy].flatMap((rival) => {
    const version = rival.readVersion();
    if (version === undefined) {
      process.stderr.write(`${rival.name}: not installed, left out\n`);
      return [];
    }
    const root = join(folder, rival.name.replaceAll(/\W+/g, '-'));
    const out = `${root}-site`;
    const pages = rival.prepare(site, root);
    return {
      name: rival.name,
      about: `${rival.name}: ${version}, ${pages} pages`,
      prepare: () => rmSync(out, { recursive: true, force: true }),
      command: rival.createCommand(root, out),
    };
  });
}
