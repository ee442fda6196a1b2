import type { SiteSetup } from '../config/index.ts';
import type { HeadParser } from '../load/index.ts';
import { type Prepared, prepareSite } from '../publish-site/index.ts';
import type { Workspace, WorkspaceTools } from '../workspace/index.ts';
import type { Options } from './options.ts';
import type { Reporter } from './reporter.ts';

/** Undefined where `data/site.yml` is missing or faulty; the reporter has said why. Exit code 2. */
export async function prepare(
  options: Pick<Options, 'root' | 'versions' | 'languages'>,
  reporter: Reporter,
): Promise<Prepared | undefined> {
  const { value, diagnostics } = await prepareSite(options);
  if (value === undefined) reporter.refuse('The site file data/site.yml cannot be used.', diagnostics);
  return value;
}

/**
 * Opens a site with phases told to the reporter. Loads the stages when somebody calls it first.
 *
 * @param heads what parses frontmatter; a parser that knows nothing yet if absent
 */
export async function openPrepared(
  setup: SiteSetup,
  tools: Omit<WorkspaceTools, 'onPhase'>,
  reporter: Reporter,
  heads?: HeadParser,
): Promise<Workspace> {
  reporter.phase('reading');
  const { openSourceFolder, readFiles } = await import('../load/index.ts');
  const { openWorkspace } = await import('../workspace/index.ts');
  const onPhase = (name: string) => reporter.phase(name);
  const files = await readFiles(setup.config, openSourceFolder(setup.config.root), heads);
  return openWorkspace(setup, files, { ...tools, onPhase, onTrace: reporter.trace });
}
