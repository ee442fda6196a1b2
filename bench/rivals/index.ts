import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../rows.ts';
import { COLD } from '../scenarios.ts';
import { eleventy } from './eleventy.ts';
import { hugo } from './hugo.ts';

export interface RivalScenario extends Scenario {
  /** Its version and the number of its pages, once it is prepared. */
  about(): string;
}

/**
 * Those that are installed, each with the pages of the first cold build as its content.
 *
 * @param folder with the published site in; for a folder of each
 */
export function listRivals(folder: string): readonly RivalScenario[] {
  return [hugo, eleventy].flatMap((rival) => {
    const version = rival.readVersion();
    if (version === undefined) {
      process.stderr.write(`${rival.name}: not installed, left out\n`);
      return [];
    }
    const root = join(folder, rival.name.replaceAll(/\W+/g, '-'));
    const out = `${root}-site`;
    let pages = 0;
    return {
      name: rival.name,
      needs: COLD,
      about: () => `${rival.name}: ${version}, ${pages} pages`,
      prepare(round: number) {
        if (round === 0) pages = rival.prepare(join(folder, 'main-site'), root);
        rmSync(out, { recursive: true, force: true });
      },
      command: rival.createCommand(root, out),
    };
  });
}
