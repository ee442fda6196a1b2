import { createSetup, type SiteConfig } from '../config/index.ts';
import type { Result } from '../diagnostics/index.ts';
import { readFiles, type SiteFiles } from '../load/index.ts';
import type { VersionSet } from '../versions/index.ts';
import { openWorkspace, type WorkspaceTools } from './open-workspace.ts';
import type { Site } from './types.ts';

/** What to build of a site, and with what. */
export interface BuildRequest extends WorkspaceTools {
  /** The versions to make pages for. Links are judged over all versions all the same. */
  readonly built: VersionSet;
  /** Codes of the languages to make pages for. */
  readonly languages: readonly string[];
  /** What `readFiles` has read, where somebody else needed it before. */
  readonly files?: Result<SiteFiles> | undefined;
}

/** Everything about a site that is not yet a file, in one go. Writes nothing; what is wrong is in `diagnostics`. */
export async function buildSite(
  config: SiteConfig,
  { built, languages, files, ...tools }: BuildRequest,
): Promise<Site> {
  const setup = { ...createSetup(config), built, languages };
  return openWorkspace(setup, files ?? (await readFiles(config)), tools).site();
}
