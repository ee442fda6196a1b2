import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import {
  compareSites,
  formatReport,
  formatVisualSummary,
  isDifferent,
  listPhrases,
} from '../visual/index.ts';
import { catchSignals } from './catch-signals.ts';
import { openSide } from './open-side.ts';
import { readAffected } from './read-affected.ts';
import type { Reporter } from './reporter.ts';
import type { VisualOptions } from './visual-options.ts';

/**
 * `decant visual`: two sites → a report of what a reader would see differently. 1 where there is something. A signal ends
 * it without a report, once browser and temporary folders are gone.
 */
export async function runVisual(root: string, visual: VisualOptions, reporter: Reporter): Promise<number> {
  const { signal, findExitCode, release } = catchSignals();
  try {
    return await compare(root, visual, signal, reporter);
  } catch (error) {
    const code = findExitCode();
    if (code === undefined) throw error;
    return code;
  } finally {
    release();
  }
}

async function compare(
  root: string,
  visual: VisualOptions,
  signal: AbortSignal,
  reporter: Reporter,
): Promise<number> {
  const only = visual.affected === undefined ? undefined : await readAffected(visual.affected);
  reporter.phase(`opening ${visual.base}`);
  const base = await openSide(visual.base, root, signal);
  try {
    reporter.phase(`opening ${visual.head}`);
    const head = await openSide(visual.head, root, signal);
    try {
      const onPhase = (name: string) => reporter.phase(name);
      const comparison = await compareSites(base.folder, head.folder, { ...visual, only, onPhase, signal });
      const report = join(visual.reports, 'report.html');
      await mkdir(visual.reports, { recursive: true });
      await writeFile(report, formatReport(comparison, visual));
      await writeFile(join(visual.reports, 'summary.md'), formatVisualSummary(comparison));
      reporter.summary([...listPhrases(comparison), `Report: ${relative('.', report)}`]);
      reporter.json({
        renderings: comparison.renderings.map(({ comparisons, ...rest }) => ({
          ...rest,
          views: comparisons.map(({ view }) => view),
        })),
        added: comparison.added,
        removed: comparison.removed,
        unseen: comparison.unseen,
        skipped: comparison.skipped,
      });
      return isDifferent(comparison) && !visual.exitZero ? 1 : 0;
    } finally {
      await head.close();
    }
  } finally {
    await base.close();
  }
}
