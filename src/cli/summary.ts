import type { Figures, Site } from '../build.ts';
import type { SearchFigures } from '../write-site.ts';

/** How a build ended. */
export interface Outcome {
  /** The published folder; undefined where nothing was published. */
  readonly out: string | undefined;
  /** Without those of the search index. */
  readonly seconds: number;
  /** Undefined where no index was made. */
  readonly search?: SearchFigures | undefined;
}

/** The figures of `--json`. */
export function listFigures(
  site: Site,
  { out, seconds, search }: Outcome,
): Figures & Record<string, unknown> {
  return {
    ...site.figures,
    versions: site.versions.map(({ name }) => name),
    languages: site.languages,
    seconds: Number(seconds.toFixed(2)),
    ...(search && { search: { pages: search.pages, seconds: Number(search.seconds.toFixed(2)) } }),
    errors: count(site, 'error'),
    warnings: count(site, 'warning'),
    published: out ?? null,
  };
}

/** The closing lines of a build or a check. */
export function formatSummary(site: Site, { out, seconds, search }: Outcome): readonly string[] {
  const { articles, outcomes, renderings, pages, brokenPages, redirects, repairs } = site.figures;
  return [
    `articles     ${articles}`,
    `outcomes     ${outcomes} (${renderings} distinct texts rendered)`,
    `pages        ${pages} in ${site.versions.length} versions and ${site.languages.length} languages`,
    ...(brokenPages > 0 ? [`broken       ${brokenPages} pages left out; errors say why`] : []),
    `redirects    ${redirects}`,
    ...formatRepairs(repairs),
    `diagnostics  ${count(site, 'error')} errors, ${count(site, 'warning')} warnings`,
    `seconds      ${seconds.toFixed(1)}`,
    ...(search
      ? [`search       ${search.pages} pages indexed, in ${search.seconds.toFixed(1)} more seconds`]
      : []),
    out === undefined ? 'Nothing was published; the last site stays as it was.' : `Published in ${out}`,
  ];
}

function formatRepairs(repairs: Figures['repairs']): readonly string[] {
  const kinds = Object.entries(repairs).map(([kind, number]) => `${number} ${kind}`);
  return kinds.length === 0 ? [] : [`repairs      of translations: ${kinds.join(', ')}`];
}

/** One line for a rebuild while serving. */
export function formatRebuild(site: Site, seconds: number): string {
  const { pages, brokenPages } = site.figures;
  const broken = brokenPages > 0 ? `, ${brokenPages} broken` : '';
  return `${pages} pages${broken}, ${count(site, 'error')} errors, ${count(site, 'warning')} warnings, ${seconds.toFixed(1)} s`;
}

function count({ diagnostics }: Site, wanted: 'error' | 'warning'): number {
  return diagnostics.filter(({ severity }) => severity === wanted).length;
}
