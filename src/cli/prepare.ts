import type { SiteSetup } from '../config/index.ts';
import type { Result } from '../diagnostics/index.ts';
import type { HeadParser, SiteFiles } from '../load/index.ts';
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
 * Reads the files of a site, which is its first phase.
 *
 * @param heads as `openPrepared` has it
 */
export async function readPrepared(
  { config }: SiteSetup,
  reporter: Reporter,
  heads?: HeadParser,
): Promise<Result<SiteFiles>> {
  reporter.phase('reading');
  const { openSourceFolder, readFiles } = await import('../load/index.ts');
  return readFiles(config, openSourceFolder(config.root), heads);
}

/**
 * Opens a site with phases told to the reporter. Loads the stages when somebody calls it first.
 *
 * @param heads what parses frontmatter; a parser that knows nothing yet if absent
 * @param read the files of the site; read here if absent
 */
export async function openPrepared(
  setup: SiteSetup,
  tools: Omit<WorkspaceTools, 'onPhase'>,
  reporter: Reporter,
  heads?: HeadParser,
  read?: Result<SiteFiles>,
): Promise<Workspace> {
  const files = read ?? (await readPrepared(setup, reporter, heads));
  const { openWorkspace } = await import('../workspace/index.ts');
  const onPhase = (name: string) => reporter.phase(name);
  return openWorkspace(setup, files, { ...tools, onPhase, onTrace: reporter.trace });
}
