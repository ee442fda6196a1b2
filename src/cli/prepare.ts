import type { BuildRequest, Site } from '../build.ts';
import { readConfig, type SiteConfig } from '../config/index.ts';
import { type Diagnostic, mergeDiagnostics } from '../diagnostics/index.ts';
import { type Selection, selectTargets } from '../select-targets.ts';
import { readTheme, type Theme } from '../theme/index.ts';
import type { Options } from './options.ts';
import type { Reporter } from './reporter.ts';

/** A site file that was read, and what of it the command line asks for. */
export interface Prepared {
  readonly config: SiteConfig;
  readonly selection: Selection;
  readonly theme: Theme;
  /** What is to say about the site file and the site's own theme. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Undefined where `data/site.yml` is missing or faulty; the reporter has said why. Exit code 2. */
export async function prepare(options: Options, reporter: Reporter): Promise<Prepared | undefined> {
  const { value: config, diagnostics } = await readConfig(options.root);
  if (config === undefined) {
    reporter.refuse('The site file data/site.yml cannot be used.', diagnostics);
    return undefined;
  }
  const selection = selectTargets(config, options.versions, options.languages);
  const theme = await readTheme(config);
  return { config, selection, theme: theme.value, diagnostics: [...diagnostics, ...theme.diagnostics] };
}

/**
 * `buildSite` with phases told to the reporter, and the diagnostics of the site file among those of the site. Loads the
 * stages when it is first called: a build with nothing to do never needs them.
 */
export async function buildWith(
  { config, selection, diagnostics }: Prepared,
  renderer: Pick<BuildRequest, 'renderMarkdown' | 'beginRendering' | 'files'>,
  brokenLinks: BuildRequest['brokenLinks'],
  reporter: Reporter,
): Promise<Site> {
  const onPhase = (name: string) => reporter.phase(name);
  const { renderMarkdown, beginRendering, files } = renderer;
  const { buildSite } = await import('../build.ts');
  const request = { ...selection, files, renderMarkdown, beginRendering, brokenLinks, onPhase };
  const site = await buildSite(config, request);
  return { ...site, diagnostics: mergeDiagnostics([...diagnostics, ...site.diagnostics]) };
}

/** With errors nothing is published unless asked for. */
export function isPublished(site: Pick<Site, 'diagnostics'>, options: Options): boolean {
  return !isFailed(site, options) || options.keepGoing;
}

/** Whether the diagnostics fail a command: errors always, warnings with `--strict`. */
export function isFailed({ diagnostics }: Pick<Site, 'diagnostics'>, { strict }: Options): boolean {
  return diagnostics.some(({ severity }) => severity === 'error' || strict);
}
