import { createSetup, type SiteConfig } from '../config/index.ts';
import { createRenderer } from '../create-renderer.ts';
import type { Version } from '../versions/index.ts';
import { buildAndPublish } from './build-command.ts';
import { completeOptions } from './options.ts';
import { prepare } from './prepare.ts';
import type { Reporter } from './reporter.ts';
import type { RewriteOptions } from './rewrite-command.ts';

/** Builds one release as a site of its own, whose pages say that they are an archive. Returns the exit code of the build. */
export async function runArchive(
  { plan, name, release }: Version,
  out: string,
  given: RewriteOptions,
  reporter: Reporter,
): Promise<number> {
  const options = completeOptions({ ...given, out, versions: [name], languages: [] });
  const prepared = await prepare(options, reporter);
  if (prepared === undefined) return 2;
  const { ledger, ...config } = freeze(prepared.setup.config, plan.short, release);
  const setup = createSetup(config, options, prepared.setup.diagnostics);
  // The command says what has become of the sources; of the archive a line is enough.
  const quiet: Reporter = { ...reporter, summary: () => undefined, json: () => undefined };
  const create = () => createRenderer({ ...options, onNote: reporter.note });
  const start = performance.now();
  const code = await buildAndPublish({ ...prepared, setup }, create, options, quiet, { start });
  reporter.note(
    code === 0
      ? `${name} is archived in ${out}.`
      : `${name} cannot be archived in ${out}, so the sources were not changed.`,
  );
  return code;
}

/** The release is still built, and called deprecated: so pages know. */
function freeze(config: SiteConfig, short: string, release: string): SiteConfig {
  const plans = config.plans.map((plan) =>
    plan.short === short ? { ...plan, deprecated: [release, ...plan.deprecated] } : plan,
  );
  return { ...config, plans };
}
