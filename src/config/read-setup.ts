import type { Diagnostic, Result } from '../diagnostics/index.ts';
import { listVersions } from '../versions/index.ts';
import { readConfig } from './read-config.ts';
import { selectTargets } from './select-targets.ts';
import type { SiteConfig, SiteSetup } from './types.ts';

/** Which site, and what of it. */
export interface SetupRequest {
  /** The folder that holds `content/` and `data/`. */
  readonly root: string;
  /** Names as on the command line: `fpt`, `ghes-3.2`, `ghes`. All published versions if absent or empty. */
  readonly versions?: readonly string[];
  /** Codes of languages; all if absent or empty. */
  readonly languages?: readonly string[];
}

/**
 * Reads the site file of a folder. Undefined where nobody can use it; the diagnostics say why.
 *
 * @throws UsageError for versions and languages that the site does not have
 */
export async function readSetup({ root, ...names }: SetupRequest): Promise<Result<SiteSetup | undefined>> {
  const { value: config, diagnostics } = await readConfig(root);
  const value = config && createSetup(config, names, diagnostics);
  return { value, diagnostics };
}

/** The same of a site file that was read already. */
export function createSetup(
  config: SiteConfig,
  { versions: names = [], languages: codes = [] }: Omit<SetupRequest, 'root'> = {},
  diagnostics: readonly Diagnostic[] = [],
): SiteSetup {
  const versions = listVersions(config.plans);
  const { built, languages } = selectTargets(config, versions, names, codes);
  return { config, versions, built, languages, sourceLanguage: findSourceLanguage(config), diagnostics };
}

/** @throws Error for a site without languages, which no site file can say */
function findSourceLanguage({ languages: [source] }: Pick<SiteConfig, 'languages'>): string {
  if (source === undefined) throw new Error('A site has at least one language.');
  return source.code;
}
