import type { CardPrinter, CardTools } from '../cards/index.ts';
import type { Renderer } from '../create-renderer.ts';
import { type Diagnostic, mergeDiagnostics } from '../diagnostics/index.ts';
import type { Staging } from '../output/index.ts';
import type { KeptHeads } from '../record/index.ts';
import type { Indexer, KeptSearch } from '../search/index.ts';
import { boundGarbage, tuneV8 } from '../tune-v8.ts';
import type { Site } from '../workspace/index.ts';
import type { LedgerKeeper } from './keep-ledger.ts';
import type { Difference, LastBuild } from './last-build.ts';
import { openPrinter } from './open-printer.ts';
import { addDiagnostics, type Prepared } from './prepare-site.ts';
import { type BuildReport, describeSite, isPublished, type Strictness } from './report.ts';
import { openSearch, type SearchFigures, type WrittenSite, writeSite } from './write-site.ts';

/** What is to be built, and with what. */
export interface BuildTask extends Strictness {
  readonly prepared: Prepared;
  readonly last: LastBuild;
  readonly staging: Staging;
  /** Whether the site file decides about a search index; without, there is none. */
  readonly search: boolean;
  /** Undefined where no ledger of addresses is kept. */
  readonly ledger?: LedgerKeeper | undefined;
  /** What parses frontmatter; a parser that knows nothing yet if absent. */
  readonly heads?: KeptHeads | undefined;
  /** How card pictures are drawn, and where they are kept. */
  readonly cards?: CardTools | undefined;
  /** @param isPart whether a part of the site is all that is rendered */
  createRenderer(isPart: boolean): Renderer;
  /** Hears that a step begins. */
  readonly onPhase?: ((name: string) => void) | undefined;
  /** Hears why a step is taken or left out, for `DECANT_TRACE`. */
  readonly onTrace?: ((text: string) => void) | undefined;
  /** Hears as soon as a site is in its place, before what the next build needs to know is kept. */
  readonly onPublished?: (() => void) | undefined;
}

/** What became of a build. */
export interface Built {
  readonly report: BuildReport;
  /** Undefined where the last site was left as it is, or only a part of it was rebuilt. */
  readonly site?: Site;
  /** Undefined where no index was made. */
  readonly search?: SearchFigures | undefined;
  /** Number of pages that were rebuilt, where the others were left as they are. */
  readonly rebuilt?: number;
  /** Whether the last build had left all of it just so. */
  readonly isUnchanged?: boolean;
  /** What became of the ledger of addresses; undefined where it is as it was. */
  readonly ledger?: LedgerFigures;
}

/** What a build has to say of the ledger of addresses. */
export interface LedgerFigures {
  /** Name of the file. */
  readonly file: string;
  /** Number of addresses and headings that were added. */
  readonly added: number;
  /** Number of headings of releases that are no longer documented, whose addresses lead to the top of a page. */
  readonly retired: number;
}

/**
 * Builds into a staging folder, and publishes it unless errors forbid that. Where the last build was made of the same and its
 * site is still there, its report is the report, and that is all; where only texts of articles and reusables differ, the
 * pages made of them, and those that show their titles, may be all that is to be done.
 */
export async function buildInto(task: BuildTask): Promise<Built> {
  const { prepared, last, staging, ledger, onPhase, onTrace } = task;
  const { config } = prepared.setup;
  // Without a last build there is most to do: the renderer begins to start.
  let renderer = last.snapshot === undefined ? task.createRenderer(false) : undefined;
  let indexer: Indexer | undefined;
  let printer: CardPrinter | undefined;
  try {
    onPhase?.('reading');
    // Loaded while the thread of the staging folder looks at the last site.
    const { openSourceFolder, readFiles } = await import('./needed-to-read.ts');
    const files = await readFiles(config, openSourceFolder(config.root), task.heads?.heads);
    const difference = await findDifference(task, files);
    if (difference?.changed.size === 0 && (await staging.isAsBefore())) {
      const { told, searched } = difference.report;
      const search = searched && { pages: await countSearched(searched), seconds: 0 };
      onTrace?.('site: unchanged; sources, program and published files are as the last build left them');
      return { report: told, search, isUnchanged: true };
    }
    tuneV8();
    if (difference !== undefined && difference.changed.size > 0) {
      onTrace?.(`files: other texts in ${[...difference.changed].join(', ')}`);
      const { buildPart } = await import('./build-part.ts');
      const part = await buildPart(task, difference, files.value);
      if (part !== undefined) return part;
    }
    const renewed = await renew(task, files);
    if (renewed !== undefined) return renewed;
    if (onTrace !== undefined) onTrace(`site: built as a whole; ${describeReason(last, difference)}`);
    boundGarbage();
    renderer ??= task.createRenderer(false);
    const search = await openSearch(task.search && config.search);
    indexer = search.value;
    const setup = addDiagnostics(prepared.setup, search.diagnostics);
    const { openWorkspace } = await import('../workspace/index.ts');
    const tools = { ...renderer, onRendered: renderer.rest, onPhase, onTrace };
    const built = await openWorkspace(setup, files, tools).site();
    const judged = await ledger?.judge(built);
    const cards = await openPrinter(built, task.cards);
    printer = cards.value;
    const site = addFindings(built, [...(judged?.diagnostics ?? []), ...cards.diagnostics]);
    const report = describeSite(site, files.value);
    const published = isPublished(report, task);
    const written = published ? await publish(site, task, indexer, printer) : undefined;
    const searched = written?.search;
    // A server takes what is new while pages are written.
    await renderer.close();
    const added = published ? await ledger?.keep(site) : undefined;
    if (published && search.diagnostics.length === 0) {
      const kept = { told: report, searched: searched?.kept, ledger: ledger?.signature() };
      await last.replace(site, kept, staging, written?.stamps);
      await task.heads?.keep();
    }
    const figures = ledger && judged && { file: ledger.file, added: added ?? 0, retired: judged.retired };
    return { report, site, search: searched, ...(figures && { ledger: figures }) };
  } finally {
    await renderer?.close();
    await indexer?.close();
    await printer?.close();
  }
}

/** A function of its own: what is known of the last site is forgotten where all of it has to be built. */
async function renew(
  task: BuildTask,
  files: Parameters<LastBuild['compare']>[0],
): Promise<Built | undefined> {
  const renewable = await task.last.findRenewable();
  if (renewable === undefined || !(await task.staging.isAsBefore())) return undefined;
  const { buildRenewed } = await import('./build-renewed.ts');
  const renewed = await buildRenewed(task, files, renewable);
  if (renewed !== undefined) await task.heads?.keep();
  return renewed;
}

async function countSearched(kept: KeptSearch): Promise<number> {
  const { countFound } = await import('../search/index.ts');
  return countFound(kept);
}

/** Another ledger may say that something is lost, so that all of the site is looked at. */
async function findDifference(
  { last, ledger }: BuildTask,
  files: Parameters<LastBuild['compare']>[0],
): Promise<Difference | undefined> {
  const difference = await last.compare(files);
  return difference?.report.ledger === ledger?.signature() ? difference : undefined;
}

function addFindings(site: Site, found: readonly Diagnostic[]): Site {
  return found.length === 0
    ? site
    : { ...site, diagnostics: mergeDiagnostics([...site.diagnostics, ...found]) };
}

function describeReason({ snapshot }: LastBuild, difference: Difference | undefined): string {
  if (snapshot === undefined) return 'nothing is known of a last build into this folder';
  if (difference === undefined)
    return 'more than texts of articles and reusables differs from the last build';
  return difference.changed.size > 0
    ? 'others see something of what has changed, or nobody can know'
    : 'the published files are not as the last build left them';
}

/** Writes into the staging folder and swaps it in. */
async function publish(
  site: Site,
  { prepared, last, staging, onPhase, onTrace, onPublished }: BuildTask,
  indexer: Indexer | undefined,
  printer: CardPrinter | undefined,
): Promise<WrittenSite> {
  const stamps = (await staging.isAsBefore()) ? await last.readStamps() : undefined;
  const written = await writeSite(site, {
    theme: prepared.theme,
    folder: staging,
    search: indexer && { indexer, drawer: last.drawer },
    printer,
    hasStamps: last.drawer !== undefined,
    last: stamps && { stamps, searched: last.searched },
    onPhase,
    onTrace,
  });
  // Its memory is needed for what is kept for the next build.
  await indexer?.close();
  onPhase?.('publishing');
  await staging.publish();
  onPublished?.();
  return written;
}
