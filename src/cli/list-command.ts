import { findNearest } from '../diagnostics/index.ts';
import { type ListedThing, listThings, type SiteSource, THINGS, type ThingKind } from '../queries/index.ts';
import { UsageError } from '../usage-error.ts';
import type { Options } from './options.ts';
import { askSite, findSiteFile } from './read-site-source.ts';
import type { Reporter } from './reporter.ts';

/** What `decant list` is asked for. */
export interface ListOptions extends Pick<Options, 'root' | 'versions' | 'languages' | 'cache'> {
  /** As written. */
  readonly kind: string;
  readonly uses: string | undefined;
  /** A file, as written. */
  readonly usedBy: string | undefined;
}

/** `decant list`: a line for each thing on stdout. 1 where there is none. */
export async function runList(options: ListOptions, reporter: Reporter): Promise<number> {
  const kind = readKind(options.kind);
  return askSite(options, reporter, (site) => answer(site, kind, options, reporter));
}

function answer(
  site: SiteSource,
  kind: ThingKind,
  { uses, usedBy: written }: ListOptions,
  reporter: Reporter,
): number {
  const usedBy = written === undefined ? undefined : findSiteFile(site, written);
  if (written !== undefined && usedBy === undefined) {
    const nearest = findNearest(written, site.files.texts.keys());
    const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
    throw new UsageError(`There is no file '${written}' in content/ or data/ of the site.${guess}`);
  }
  const found = listThings(site, { kind, uses, usedBy });
  reporter.json({ kind, [kind]: found });
  if (found.length === 0) reporter.note(`decant: There are no ${kind} of that kind in what was asked for.`);
  else reporter.summary(formatLines(found, process.stdout.isTTY === true));
  return found.length > 0 ? 0 : 1;
}

function readKind(written: string): ThingKind {
  const kind = THINGS.find((each) => each === written || each === `${written}s`);
  if (kind !== undefined) return kind;
  const nearest = findNearest(written, THINGS);
  const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  throw new UsageError(`'${written}' cannot be listed. There are ${THINGS.join(', ')}.${guess}`);
}

/** Names of versions are for programs: people get the ranges beside them. */
function formatLines(found: readonly ListedThing[], isTerminal: boolean): readonly string[] {
  const rows = found.map((thing) =>
    Object.entries(thing)
      .filter(([key]) => !(key === 'versions' && 'ranges' in thing))
      .map(([, value]) => (typeof value === 'string' ? value : value.join(','))),
  );
  if (!isTerminal) return rows.map((row) => row.join('\t'));
  const widths = (rows[0] ?? []).map((_, at) =>
    rows.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
