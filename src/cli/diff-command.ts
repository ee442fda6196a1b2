import { createSetup, readSetup, type SiteSetup } from '../config/index.ts';
import { createRenderer } from '../create-renderer.ts';
import {
  count,
  countDifference,
  type DifferenceReport,
  formatComment,
  formatDifference,
  formatHtml,
  hasDifference,
  listBroken,
  type SiteDifference,
} from '../queries/index.ts';
import { UsageError } from '../usage-error.ts';
import { findSides, type Sides } from './find-sides.ts';
import { openPrepared } from './prepare.ts';
import { createReportLinks, type ReportOptions } from './report-links.ts';
import type { Reporter } from './reporter.ts';

/** What `decant diff` is asked for. */
export interface DiffOptions extends ReportOptions {
  /** As written. */
  readonly operands: readonly string[];
  readonly format: 'pretty' | 'json' | 'markdown' | 'html';
}

/** `decant diff`: two versions, two states of the sources or two built sites, block by block. 1 where they differ. */
export async function runDiff(options: DiffOptions, reporter: Reporter): Promise<number> {
  const { root, languages } = options;
  // Commits and folders need no site in the working tree: its faults are told where versions are asked for.
  const { value: setup, diagnostics } = await readSetup({ root, languages }).catch((error: unknown) => {
    if (error instanceof UsageError && languages.length > 0) return readSetup({ root });
    throw error;
  });
  const asked = await findSides(options.operands, { root, versions: setup?.versions ?? [] });
  if (asked.kind === 'version' && setup === undefined) {
    reporter.refuse('The site file data/site.yml cannot be used.', diagnostics);
    return 2;
  }
  if (asked.kind === 'version' && options.versions.length > 0)
    throw new UsageError('Two versions are being compared, so --version has no effect.');
  const compared = await compare(asked, setup, options, reporter);
  const { difference, config = setup?.config } = compared;
  report({ ...compared, config }, asked, options, reporter);
  return hasDifference(difference) ? 1 : 0;
}

interface Compared {
  readonly difference: SiteDifference;
  /** What else is to say. */
  readonly notes?: readonly string[];
  /** Of the newer side, where it has one. */
  readonly config?: SiteSetup['config'] | undefined;
}

async function compare(
  asked: Sides,
  setup: SiteSetup | undefined,
  options: DiffOptions,
  reporter: Reporter,
): Promise<Compared> {
  if (asked.kind === 'folder') return compareFolders(asked.sides, options, reporter);
  const renderer = createRenderer({ ...options, onNote: reporter.note });
  const tools = { ...renderer, beginRendering: undefined, onPhase: (name: string) => reporter.phase(name) };
  try {
    const queries = await import('../queries/index.ts');
    if (asked.kind === 'ref') {
      reporter.phase('reading');
      const states = await queries.openCommits(options.root, asked.sides, options, tools);
      const affected = await queries.findAffected(states.before, states.after, states);
      const { files, reached: _, problems: __, isWhole: ___, ...difference } = affected;
      const same = files.length === 0 ? ['No file of the site differs between the two.'] : [];
      const notes = [...same, ...listBroken(affected.broken)];
      return { difference, notes, config: states.after.config };
    }
    if (setup === undefined) throw new Error('Versions are those of a site.');
    const [older, newer] = asked.sides;
    const names = { versions: [older.name, newer.name], languages: options.languages };
    const both = createSetup(setup.config, names, setup.diagnostics);
    const workspace = await openPrepared(both, tools, reporter);
    const site = await workspace.site();
    reporter.phase('comparing');
    return { difference: queries.compareVersions(site, older, newer), config: setup.config };
  } finally {
    await renderer.close();
  }
}

async function compareFolders(
  [older, newer]: readonly [string, string],
  options: DiffOptions,
  reporter: Reporter,
): Promise<Compared> {
  const { compareBuiltSites, readBuiltSite } = await import('../queries/index.ts');
  reporter.phase('reading');
  const [before, after] = [await readBuiltSite(older), await readBuiltSite(newer)];
  const isAsked = createFilter(options);
  reporter.phase('comparing');
  return { difference: compareBuiltSites(before.filter(isAsked), after.filter(isAsked)) };
}

/** Languages and versions of built sites, by their names in the site file or in addresses. */
function createFilter({ languages, versions }: DiffOptions) {
  return ({ reference }: { readonly reference: { readonly language: string; readonly version: string } }) =>
    (languages.length === 0 || languages.includes(reference.language)) &&
    (versions.length === 0 || versions.includes(reference.version));
}

function report(
  { difference, notes = [], config }: Compared,
  asked: Sides,
  options: DiffOptions,
  reporter: Reporter,
): void {
  const [older = '', newer = ''] = asked.sides.map((side) => (typeof side === 'string' ? side : side.name));
  if (difference.compared === 0 && asked.kind !== 'ref')
    throw new UsageError(
      `Neither '${older}' nor '${newer}' has any of the requested pages, so nothing was compared.`,
    );
  const content: DifferenceReport = {
    title: `From ${older} to ${newer}`,
    subject: `Going from ${older} to ${newer}`,
    notes: [`${count(difference.compared, 'page')} compared.`, ...notes],
    difference,
    ...createReportLinks(config, options),
  };
  if (options.format === 'markdown') reporter.text(formatComment(content));
  else if (options.format === 'html') reporter.text(formatHtml(content));
  else reporter.summary(formatDifference(content, reporter.paint).split('\n'));
  reporter.json({
    kind: asked.kind,
    from: older,
    to: newer,
    figures: countDifference(difference),
    ...difference,
  });
}
