import { createRenderer } from '../create-renderer.ts';
import type { Options } from './options.ts';
import { isFailed, openSite, prepare } from './prepare.ts';
import type { Reporter } from './reporter.ts';
import { describeSite, formatSummary, listFigures } from './summary.ts';

/** `decant check`: every stage that judges, none that writes. A link that nothing answers is an error here. */
export async function runCheck(options: Options, reporter: Reporter): Promise<number> {
  const start = performance.now();
  const prepared = await prepare(options, reporter);
  if (prepared === undefined) return 2;
  const renderer = createRenderer({ ...options, onNote: reporter.note });
  try {
    const workspace = await openSite(prepared.setup, { ...renderer, brokenLinks: 'error' }, reporter);
    const site = describeSite(await workspace.site());
    const outcome = { out: undefined, seconds: (performance.now() - start) / 1000 };
    reporter.diagnostics(site.diagnostics);
    reporter.summary(formatSummary(site, outcome).slice(0, -1));
    reporter.json({ figures: listFigures(site, outcome), diagnostics: site.diagnostics });
    return isFailed(site, options) ? 1 : 0;
  } finally {
    await renderer.close();
  }
}
