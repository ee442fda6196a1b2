import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import { createDiagnostic } from './faults.ts';
import { parseConfig } from './parse-config.ts';
import { type ReadFault, type ReadOutcome, readTextFile } from './read-text-file.ts';
import type { SiteConfig } from './types.ts';

const SITE_FILE = 'data/site.yml';

/**
 * Reads and checks `data/site.yml` below the root; no value if anything in it is wrong enough to be an error.
 *
 * @param read reads that file where the site is not in the folder itself; then the root is what its folders count from
 */
export async function readConfig(
  root: string,
  read: (path: string) => Promise<ReadOutcome> = (path) => readTextFile(resolve(root), path),
): Promise<Result<SiteConfig | undefined>> {
  const absolute = resolve(root);
  const outcome = await read(SITE_FILE);
  if ('fault' in outcome)
    return { value: undefined, diagnostics: [describeReadFault(outcome.fault, absolute)] };
  return parseConfig(outcome.file, absolute);
}

function describeReadFault({ kind, message, hint, place }: ReadFault, root: string): Diagnostic {
  const advice = kind === 'missing-file' ? describeSiteFile(root) : hint;
  return createDiagnostic({ code: `config/${kind}`, severity: 'error', message, hint: advice, place });
}

/** Somebody may stand in a folder of a site. */
function describeSiteFile(root: string): string {
  for (let folder = dirname(root); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, SITE_FILE)))
      return `A folder above has one: --root ${relative('.', folder) || '.'}.`;
  return 'Every site has one: title, baseUrl, languages and plans.';
}
