import type { BuildReport, LedgerFigures, SearchFigures } from '../publish-site/index.ts';
import type { Figures } from '../workspace/index.ts';
import { countOf } from './count-of.ts';

/** How a build ended. */
export interface Outcome {
  /** The published folder; undefined where nothing was published. */
  readonly out: string | undefined;
  /** Without those of the search index. */
  readonly seconds: number;
  /** Undefined where no index was made. */
  readonly search?: SearchFigures | undefined;
  /** Number of pages that were rebuilt, where the others were left as they are. */
  readonly rebuilt?: number;
  /** Whether the last build had left all of it just so. */
  readonly isUnchanged?: boolean;
  /** Undefined where no ledger of addresses is kept, or none was looked at. */
  readonly ledger?: LedgerFigures | undefined;
}

/** The figures of `--json`. */
export function listFigures(
  site: BuildReport,
  { out, seconds, search, rebuilt, isUnchanged = false, ledger }: Outcome,
): Figures & Record<string, unknown> {
  return {
    ...site.figures,
    versions: site.versions,
    languages: site.languages,
    seconds: Number(seconds.toFixed(2)),
    ...(search && { search: { pages: search.pages, seconds: Number(search.seconds.toFixed(2)) } }),
    ...(ledger && { ledger }),
    errors: count(site, 'error'),
    warnings: count(site, 'warning'),
    published: out ?? null,
    unchanged: isUnchanged,
    ...(rebuilt !== undefined && { anew: rebuilt }),
  };
}

/** The closing lines of a build or a check. */
export function formatSummary(site: BuildReport, outcome: Outcome): readonly string[] {
  const { seconds, search, rebuilt } = outcome;
  const { articles, outcomes, renderings, pages, brokenPages, redirects, repairs } = site.figures;
  return [
    `articles     ${articles}`,
    `outcomes     ${outcomes} (${renderings} distinct texts rendered)`,
    `pages        ${pages} in ${countOf(site.versions.length, 'version')} and ${countOf(site.languages.length, 'language')}${rebuilt === undefined ? '' : `, ${rebuilt} of them rebuilt`}`,
    ...(brokenPages > 0 ? [`broken       ${countOf(brokenPages, 'page')} left out; errors say why`] : []),
    `redirects    ${redirects}`,
    ...formatLedgerFigures(outcome),
    ...formatRepairs(repairs),
    `diagnostics  ${countOf(count(site, 'error'), 'error')}, ${countOf(count(site, 'warning'), 'warning')}`,
    `seconds      ${seconds.toFixed(1)}`,
    ...(search
      ? [
          `search       ${countOf(search.pages, 'page')} indexed, in ${search.seconds.toFixed(1)} more seconds`,
        ]
      : []),
    formatEnd(outcome),
  ];
}

function formatLedgerFigures({ ledger }: Outcome): readonly string[] {
  if (ledger === undefined || ledger.added === 0) return [];
  return [`addresses    ${ledger.added} new in ${ledger.file}, to commit`];
}

function formatEnd({ out, isUnchanged }: Outcome): string {
  if (out === undefined) return 'Nothing was published. The previous site is unchanged.';
  return isUnchanged ? `Nothing has changed in ${out}` : `Published in ${out}`;
}

function formatRepairs(repairs: Figures['repairs']): readonly string[] {
  const kinds = Object.entries(repairs).map(([kind, number]) => `${number} ${kind}`);
  return kinds.length === 0 ? [] : [`repairs      of translations: ${kinds.join(', ')}`];
}

function count({ diagnostics }: Pick<BuildReport, 'diagnostics'>, wanted: 'error' | 'warning'): number {
  return diagnostics.filter(({ severity }) => severity === wanted).length;
}
