import type { Result } from '../diagnostics/index.ts';
import type { SiteFiles } from '../load/index.ts';
import type { Staging } from '../output/index.ts';
import { openRecord, signInputs } from '../record/index.ts';
import type { SearchFigures } from '../write-site.ts';
import type { Options } from './options.ts';
import type { Prepared } from './prepare.ts';
import type { Reporter } from './reporter.ts';
import type { Told } from './summary.ts';

/** What a build says in the end, to be said again. */
export interface Report {
  readonly told: Told;
  /** Pages in the search index; undefined where none was made. */
  readonly searched: SearchFigures['pages'] | undefined;
}

/** The last build into the same folder, as far as the cache knows of it. */
export interface LastBuild {
  /** Whether anything is known. */
  readonly isKnown: boolean;
  /** What it said, if it was made of the same and what it published is still there. */
  repeat(files: Result<SiteFiles>): Promise<Report | undefined>;
  /** Has the next build know this one. Call it when the site is published. */
  replace(report: Report): Promise<void>;
}

/** Reads what is kept of the last build. */
export async function openLastBuild(
  { config, selection, theme, diagnostics }: Prepared,
  { cache, out, search }: Options,
  staging: Pick<Staging, 'signLast' | 'signPublished'>,
  reporter: Reporter,
): Promise<LastBuild> {
  const record = openRecord<Report>(cache, out, reporter.note);
  const last = await record.read();
  let inputs: string | undefined;
  return {
    isKnown: last !== undefined,
    async repeat(files) {
      if (cache === undefined) return undefined;
      const wanted = search && config.search;
      inputs = await signInputs({ config, selection, theme, diagnostics, search: wanted, files });
      if (last === undefined || last.inputs !== inputs) return undefined;
      return (await staging.signLast()) === last.files ? last.told : undefined;
    },
    async replace(told) {
      if (inputs !== undefined) await record.write({ inputs, files: await staging.signPublished(), told });
    },
  };
}
