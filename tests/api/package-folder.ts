import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

/** A folder with a site of tests/sites, and this repository installed as `decant` as npm would link it. */
export function createPackageFolder(site: string): string {
  const folder = createTemporaryFolder();
  cpSync(join(repository, 'tests/sites', site), folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
  symlinkSync(repository, join(folder, 'node_modules/decant'));
  symlinkSync(join(repository, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'));
  return folder;
}
