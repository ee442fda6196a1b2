import type { Site } from '../build.ts';
import type { Result } from '../diagnostics/index.ts';
import type { SiteFiles } from '../load/index.ts';
import { hasFailed } from '../markdown/index.ts';
import type { Staging } from '../output/index.ts';
import type { SiteOutline } from '../patch/index.ts';
import { type InputSignature, openRecord, signInputs } from '../record/index.ts';
import type { SearchFigures } from '../write-site.ts';
import type { Options } from './options.ts';
import type { Prepared } from './prepare.ts';
import type { Reporter } from './reporter.ts';
import { describeSite, type Told } from './summary.ts';

/** What a build says in the end, to be said again. */
export interface Report {
  readonly told: Told;
  /** Pages in the search index; undefined where none was made. */
  readonly searched: SearchFigures['pages'] | undefined;
}

/** How the sources of a build differ from those of the last one. */
export interface Difference {
  /** Names of the files that have another body; everything else is the same. */
  readonly changed: ReadonlySet<string>;
  /** What the last build said. */
  readonly report: Report;
  /** Whether its site is still as it left it. */
  isUntouched(): Promise<boolean>;
  /** What is known of its site; undefined where only a build of the whole would help. */
  readOutline(): Promise<SiteOutline | undefined>;
}

/** The last build into the same folder, as far as the cache knows of it. */
export interface LastBuild {
  /** Whether anything is known. */
  readonly isKnown: boolean;
  /** Undefined where more differs than bodies of files. */
  compare(files: Result<SiteFiles>): Promise<Difference | undefined>;
  /** Has the next build know this one. Call it when the site is published. */
  replace(site: Site, searched: Report['searched']): Promise<void>;
  /** The same in two steps, the first of which can be taken while files are written. */
  keepOutline(outline: SiteOutline): Promise<void>;
  keepReport(report: Report): Promise<void>;
}

/** Reads what is kept of the last build. */
export async function openLastBuild(
  { config, selection, theme, diagnostics }: Prepared,
  options: Options,
  staging: Pick<Staging, 'signLast' | 'signPublished'>,
  reporter: Reporter,
): Promise<LastBuild> {
  const { cache, out } = options;
  const search = options.search && config.search;
  const record = openRecord<Report, SiteOutline>(cache, out, reporter.note);
  const last = await record.read();
  let inputs: InputSignature | undefined;
  return { isKnown: last !== undefined, compare, replace, keepOutline, keepReport };

  async function compare(files: Result<SiteFiles>): Promise<Difference | undefined> {
    if (cache === undefined) return undefined;
    inputs = await signInputs({ config, selection, theme, diagnostics, search, files });
    if (last === undefined || inputs === undefined || last.inputs.frame !== inputs.frame) return undefined;
    const changed = listDifferent(last.inputs.bodies, inputs.bodies);
    return {
      changed,
      report: last.told,
      isUntouched: async () => (await staging.signLast()) === last.files,
      readOutline: () => record.readOutline(last.inputs),
    };
  }

  async function replace(site: Site, searched: Report['searched']): Promise<void> {
    if (inputs === undefined || hasFailures(site)) return;
    // An index is made of all texts, so none of its pages can be made alone.
    const isUseful = !search && site.pages.length <= MOST_PAGES;
    if (isUseful) await keepOutline((await import('../patch/index.ts')).outlineSite(site));
    await keepReport({ told: describeSite(site), searched });
  }

  async function keepOutline(outline: SiteOutline): Promise<void> {
    if (inputs !== undefined) await record.writeOutline(inputs, outline);
  }

  async function keepReport(told: Report): Promise<void> {
    if (inputs !== undefined) await record.write({ inputs, files: await staging.signPublished(), told });
  }
}

/** Pages of a site whose outline is kept: it takes 3 KB of memory for each, several times while it is written. */
const MOST_PAGES = 100_000;

/** Whether some text could not be rendered: the next build tries again. */
function hasFailures({ trace }: Site): boolean {
  return trace.rendered.some(({ renderings }) => Object.values(renderings).some(hasFailed));
}

/** Equal frames have the same files. */
function listDifferent(before: InputSignature['bodies'], now: InputSignature['bodies']): ReadonlySet<string> {
  return new Set(Object.keys(now).filter((file) => before[file] !== now[file]));
}
