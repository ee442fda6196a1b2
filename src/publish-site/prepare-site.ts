import { readSetup, type SetupRequest, type SiteSetup } from '../config/index.ts';
import { type Diagnostic, mergeDiagnostics, type Result } from '../diagnostics/index.ts';
import { readTheme, type Theme } from '../theme/index.ts';

/** A site file that was read, what of its site is asked for, and its theme. */
export interface Prepared {
  /** With what is to say about the site file and the site's own theme. */
  readonly setup: SiteSetup;
  readonly theme: Theme;
}

/**
 * Reads what a build needs before the sources. Undefined where nobody can use the site file; the diagnostics say why.
 *
 * @throws UsageError for versions and languages that the site does not have
 */
export async function prepareSite(request: SetupRequest): Promise<Result<Prepared | undefined>> {
  const { value: setup, diagnostics } = await readSetup(request);
  if (setup === undefined) return { value: undefined, diagnostics };
  const theme = await readTheme(setup.config);
  const value = { setup: addDiagnostics(setup, theme.diagnostics), theme: theme.value };
  return { value, diagnostics: value.setup.diagnostics };
}

/** A setup about which there is more to say. */
export function addDiagnostics(setup: SiteSetup, found: readonly Diagnostic[]): SiteSetup {
  return { ...setup, diagnostics: mergeDiagnostics([...setup.diagnostics, ...found]) };
}
