import { readSetup, type SiteSetup } from '../config/index.ts';
import { type Diagnostic, mergeDiagnostics, type Result } from '../diagnostics/index.ts';
import type { SiteFiles } from '../load/index.ts';
import { readTheme, type Theme } from '../theme/index.ts';
import type { Site, Workspace, WorkspaceTools } from '../workspace/index.ts';
import type { Options } from './options.ts';
import type { Reporter } from './reporter.ts';

/** A site file that was read, what of its site the command line asks for, and its theme. */
export interface Prepared {
  /** With what is to say about the site file and the site's own theme. */
  readonly setup: SiteSetup;
  readonly theme: Theme;
}

/** Undefined where `data/site.yml` is missing or faulty; the reporter has said why. Exit code 2. */
export async function prepare(options: Options, reporter: Reporter): Promise<Prepared | undefined> {
  const { value: setup, diagnostics } = await readSetup(options);
  if (setup === undefined) {
    reporter.refuse('The site file data/site.yml cannot be used.', diagnostics);
    return undefined;
  }
  const theme = await readTheme(setup.config);
  return { setup: addDiagnostics(setup, theme.diagnostics), theme: theme.value };
}

/** A setup about which there is more to say. */
export function addDiagnostics(setup: SiteSetup, found: readonly Diagnostic[]): SiteSetup {
  return { ...setup, diagnostics: mergeDiagnostics([...setup.diagnostics, ...found]) };
}

/** Opens a site with phases told to the reporter. Loads the stages: a build with nothing to do never needs them. */
export async function openSite(
  setup: SiteSetup,
  tools: Omit<WorkspaceTools, 'onPhase'> & { readonly files?: Result<SiteFiles> | undefined },
  reporter: Reporter,
): Promise<Workspace> {
  reporter.phase('reading');
  const { readFiles } = await import('../load/index.ts');
  const { openWorkspace } = await import('../workspace/index.ts');
  const files = tools.files ?? (await readFiles(setup.config));
  return openWorkspace(setup, files, { ...tools, onPhase: (name) => reporter.phase(name) });
}

/** With errors nothing is published unless asked for. */
export function isPublished(site: Pick<Site, 'diagnostics'>, options: Options): boolean {
  return !isFailed(site, options) || options.keepGoing;
}

/** Whether the diagnostics fail a command: errors always, warnings with `--strict`. */
export function isFailed({ diagnostics }: Pick<Site, 'diagnostics'>, { strict }: Options): boolean {
  return diagnostics.some(({ severity }) => severity === 'error' || strict);
}
