import { type Diagnostic, weighFindings } from '../diagnostics/index.ts';
import type { SiteFiles } from '../load/index.ts';
import type { Figures, Site } from '../workspace/index.ts';

/** What is said of a site: plain data, so that it can be said again. */
export interface BuildReport {
  readonly figures: Figures;
  /** Names of the versions built. */
  readonly versions: readonly string[];
  readonly languages: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What of the diagnostics stands in the way of a site. */
export interface Strictness {
  /** Publishes the good pages although there are errors. */
  readonly keepGoing: boolean;
  /** Counts warnings as errors. */
  readonly strict: boolean;
}

/** What is said of a site that was made of some files: as the site file and comments weigh it. */
export function describeSite(
  {
    config: { rules },
    figures,
    versions,
    languages,
    diagnostics,
  }: Pick<Site, 'config' | 'figures' | 'versions' | 'languages' | 'diagnostics'>,
  { texts }: Pick<SiteFiles, 'texts'>,
): BuildReport {
  return {
    figures,
    versions: versions.map(({ name }) => name),
    languages,
    diagnostics: weighFindings(diagnostics, { rules, texts }),
  };
}

/** With errors nothing is published unless asked for. */
export function isPublished(report: Pick<BuildReport, 'diagnostics'>, strictness: Strictness): boolean {
  return !isFailed(report, strictness) || strictness.keepGoing;
}

/** Whether the diagnostics fail a command: errors always, warnings where they count as errors. */
export function isFailed(
  { diagnostics }: Pick<BuildReport, 'diagnostics'>,
  { strict }: Pick<Strictness, 'strict'>,
): boolean {
  return diagnostics.some(({ severity }) => severity === 'error' || strict);
}
