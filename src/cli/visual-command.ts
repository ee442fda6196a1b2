import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { compareSites, formatReport, formatSummary, isDifferent, listPhrases } from '../visual/index.ts';
import { openSide } from './open-side.ts';
import type { Options } from './options.ts';
import type { Reporter } from './reporter.ts';

/** `decant visual`: two sites → a report of what a reader would see differently. 1 where there is something. */
export async function runVisual({ root, visual }: Options, reporter: Reporter): Promise<number> {
  if (visual === undefined) return 2;
  reporter.phase(`opening ${visual.base}`);
  const base = await openSide(visual.base, root);
  try {
    reporter.phase(`opening ${visual.head}`);
    const head = await openSide(visual.head, root);
    try {
      const onPhase = (name: string) => reporter.phase(name);
      const comparison = await compareSites(base.folder, head.folder, { ...visual, onPhase });
      const report = join(visual.reports, 'report.html');
      await mkdir(visual.reports, { recursive: true });
      await writeFile(report, formatReport(comparison, visual));
      await writeFile(join(visual.reports, 'summary.md'), formatSummary(comparison));
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
