import type { CacheOptions, Note } from '../cache/index.ts';
import type { Result } from '../diagnostics/index.ts';
import type { ChangedFiles, SiteFiles } from '../load/index.ts';
import { hasFailed } from '../markdown/index.ts';
import type { Snapshot, Staging } from '../output/index.ts';
import {
  type InputSignature,
  nameInputs,
  openRecord,
  type RecordKeeper,
  signInputs,
} from '../record/index.ts';
import type { KeptSearch, KeptTexts, SearchDrawer } from '../search/index.ts';
import type { Site, SiteOutline } from '../workspace/index.ts';
import type { SiteStamps } from './open-stamps.ts';
import type { Prepared } from './prepare-site.ts';
import type { BuildReport } from './report.ts';
import { takeNotes, type WriterNotes } from './write-site.ts';

/** What a build says in the end, to be said again. */
export interface KeptReport {
  readonly told: BuildReport;
  /** What is in the search index; undefined where none was made. */
  readonly searched: KeptSearch | undefined;
  /** Signature of the ledger of addresses as the build left it; undefined where none was kept. */
  readonly ledger?: string | undefined;
}

/** How the sources of a build differ from those of the last one: everything else is the same. */
export interface Difference extends ChangedFiles {
  /** What the last build said. */
  readonly report: KeptReport;
  /** What is known of a site; undefined where only a build of the whole would help. */
  readOutline(): Promise<KnownSite | undefined>;
}

/** A site that was built into the folder, by the last build or before. */
export interface KnownSite {
  readonly outline: SiteOutline<WriterNotes>;
  /** How the files differ from those that it was made of. */
  readonly before: ChangedFiles;
}

/** What is known of the last site, where articles have come, gone, or got other frontmatter since. */
export interface Renewable extends KnownSite {
  readonly stamps: SiteStamps;
}

/** The last build into the same folder, as far as the cache knows of it. */
export interface LastBuild {
  /** How it left its site; undefined where nothing is known of it. */
  readonly snapshot: Snapshot | undefined;
  /** Signature of the ledger of addresses as it left it; undefined where none was kept. */
  readonly ledger: string | undefined;
  /** What was in its search index; undefined where it made none. */
  readonly searched: KeptSearch | undefined;
  /** Keeps the texts of the search index for the next build; undefined where there is no cache. */
  readonly drawer: SearchDrawer | undefined;
  /** Undefined where more differs than bodies of files and frontmatter of articles. */
  compare(files: Result<SiteFiles>): Promise<Difference | undefined>;
  /**
   * What its files were made of, for all that are still made of that; undefined where that is not known, or site file, theme
   * or program are others now. Call it after `compare`.
   */
  readStamps(): Promise<SiteStamps | undefined>;
  /** Undefined where more differs than articles and bodies of reusables, or too little is known. Call it after `compare`. */
  findRenewable(): Promise<Renewable | undefined>;
  /** Has the next build know this one. Call it when the site is published. */
  replace(site: Site, report: KeptReport, staging: Published, stamps?: SiteStamps): Promise<void>;
  /** The same for a site that was made of what was known of the last one. */
  renew(
    outline: SiteOutline<WriterNotes>,
    report: KeptReport,
    staging: Published,
    stamps: SiteStamps,
  ): Promise<void>;
  /** The same in two steps, the first of which can be taken while files are written. */
  keepOutline(outline: SiteOutline<WriterNotes>): Promise<void>;
  keepReport(report: KeptReport, staging: Published): Promise<void>;
}

/** With the name of what the outline was made of that belongs to the site: the drawer may hold another one, that could not be replaced. */
interface RecordedReport extends KeptReport {
  readonly outlined?: string | undefined;
  /** The same for the stamps of its files. */
  readonly stamped?: string | undefined;
  /** What had been put into the folder when they were kept, since all of it was looked at. */
  readonly stampedSince?: Snapshot['since']['files'] | undefined;
}

/** What was published tells how it was left. */
type Published = Pick<Staging, 'takeSnapshot'>;

/** What is kept of builds into a folder. */
export type BuildRecords = RecordKeeper<RecordedReport, Snapshot['since'], SiteOutline<WriterNotes>>;

/** What the cache keeps of builds into the output folder; undefined where there is no cache. */
export function openBuildRecord(
  { cache, out }: { readonly cache: CacheOptions | undefined; readonly out: string },
  note: Note | undefined,
): BuildRecords | undefined {
  return cache && openRecord(cache, out, note);
}

/** Reads what is kept of the last build. */
export async function openLastBuild(
  { setup, theme }: Prepared,
  record: BuildRecords | undefined,
  options: { readonly search: boolean },
): Promise<LastBuild> {
  const search = options.search && setup.config.search;
  const last = await record?.read();
  let inputs: InputSignature | undefined;
  const { snapshot, told } = last ?? {};
  let { outlined, stamped, stampedSince } = told ?? {};
  return {
    snapshot,
    ledger: told?.ledger,
    searched: told?.searched,
    readStamps,
    drawer: record && openDrawer(record),
    compare,
    findRenewable,
    replace,
    renew,
    keepOutline,
    keepReport,
  };

  async function compare(files: Result<SiteFiles>): Promise<Difference | undefined> {
    if (record === undefined) return undefined;
    inputs = await signInputs({ setup, theme, search, files });
    const changed = inputs && last && listDifferent(last.inputs, inputs);
    return changed && { ...changed, report: last.told, readOutline };
  }

  async function readOutline(): Promise<KnownSite | undefined> {
    const known = await record?.readOutline();
    if (known === undefined || nameInputs(known.inputs) !== outlined) return undefined;
    const before = inputs && listDifferent(known.inputs, inputs);
    return before && { outline: known.outline, before };
  }

  async function findRenewable(): Promise<Renewable | undefined> {
    if (inputs === undefined || last?.inputs.around !== inputs.around) return undefined;
    const [known, stamps] = await Promise.all([record?.readOutline(), readStamps()]);
    if (known === undefined || stamps === undefined || nameInputs(known.inputs) !== outlined)
      return undefined;
    if (known.inputs.around !== inputs.around) return undefined;
    return { outline: known.outline, before: listOther(known.inputs, inputs), stamps };
  }

  /** What has been written since the snapshot of all is made of something else. */
  async function readStamps(): Promise<SiteStamps | undefined> {
    if (snapshot === undefined || inputs === undefined || inputs.base !== last?.inputs.base) return undefined;
    const kept = (await record?.readValue('stamps')) as KeptStamps | undefined;
    if (kept === undefined || kept.of !== stamped) return undefined;
    const files = new Map(kept.stamps.files);
    const texts = new Map(kept.stamps.texts);
    const since = new Map(stampedSince);
    for (const [name, file] of snapshot.since.files) {
      if (!files.has(name) || since.get(name) === file) continue;
      files.set(name, '');
      texts.delete(name.replace(/(?:\/index)?\.md$/, '/index.html'));
    }
    for (const name of snapshot.since.gone ?? []) files.delete(name);
    return { ...kept.stamps, files, texts };
  }

  async function replace(
    site: Site,
    report: KeptReport,
    staging: Published,
    stamps?: SiteStamps,
  ): Promise<void> {
    if (inputs === undefined || hasFailures(site)) return;
    const isUseful = site.pages.length <= MOST_PAGES;
    await replaceAll(report, staging, () =>
      isUseful ? [outlineAndKeep(site), stamps && keepStamps(stamps)] : [],
    );
  }

  async function renew(
    outline: SiteOutline<WriterNotes>,
    report: KeptReport,
    staging: Published,
    stamps: SiteStamps,
  ): Promise<void> {
    await replaceAll(report, staging, () => [keepOutline(outline), keepStamps(stamps)]);
  }

  async function replaceAll(
    report: KeptReport,
    staging: Published,
    keepRest: () => readonly (Promise<void> | undefined)[],
  ): Promise<void> {
    outlined = undefined;
    stamped = undefined;
    // Another thread looks at the files meanwhile.
    const [taken] = await Promise.all([staging.takeSnapshot(), ...keepRest()]);
    stampedSince = taken?.since.files;
    await keep(report, taken);
  }

  async function keepStamps(stamps: SiteStamps): Promise<void> {
    if (inputs === undefined) return;
    stamped = nameInputs(inputs);
    await record?.writeValue('stamps', { of: stamped, stamps } satisfies KeptStamps);
  }

  async function outlineAndKeep(site: Site): Promise<void> {
    const { outlineSite } = await import('../workspace/index.ts');
    await keepOutline(outlineSite(site, await takeNotes(site)));
  }

  async function keepOutline(outline: SiteOutline<WriterNotes>): Promise<void> {
    if (inputs === undefined) return;
    outlined = nameInputs(inputs);
    await record?.writeOutline({ inputs, outline });
  }

  async function keepReport(told: KeptReport, staging: Published): Promise<void> {
    const taken = await staging.takeSnapshot();
    // Where all of the folder was looked at again, nobody can tell any more what was put into it since the stamps were kept.
    if (taken?.since.files.length === 0) stamped = undefined;
    await keep(told, taken);
  }

  async function keep(told: KeptReport, taken: Snapshot | undefined): Promise<void> {
    if (inputs === undefined || taken === undefined) return;
    await record?.write({ inputs, snapshot: taken, told: { ...told, outlined, stamped, stampedSince } });
  }
}

function openDrawer({ readValue, writeValue }: BuildRecords): SearchDrawer {
  return {
    async read(name, signature) {
      const kept = (await readValue(`texts ${name}`)) as SignedTexts | undefined;
      return kept?.signature === signature ? kept.texts : undefined;
    },
    write: (name, signature, texts) =>
      writeValue(`texts ${name}`, { signature, texts } satisfies SignedTexts),
  };
}

interface SignedTexts {
  readonly signature: string;
  readonly texts: KeptTexts;
}

interface KeptStamps {
  /** What the site was made of, in short. */
  readonly of: string;
  readonly stamps: SiteStamps;
}

/** Pages of a site whose outline is kept: it takes 3 KB of memory for each, several times while it is written. */
const MOST_PAGES = 100_000;

/** Whether some text could not be rendered: the next build tries again. */
function hasFailures({ trace }: Site): boolean {
  return trace.rendered.some(({ renderings }) => Object.values(renderings).some(hasFailed));
}

/** The files with other bodies or frontmatter; undefined where more differs. Equal frames have the same files. */
function listDifferent(before: InputSignature, now: InputSignature): ChangedFiles | undefined {
  return before.frame === now.frame ? listOther(before, now) : undefined;
}

/** The same, with files that have come or gone, and those of variables. */
function listOther(before: InputSignature, now: InputSignature): ChangedFiles {
  const compare = (kind: 'bodies' | 'heads' | 'variables') =>
    Object.keys({ ...before[kind], ...now[kind] }).filter((file) => before[kind][file] !== now[kind][file]);
  const heads = new Set(compare('heads'));
  return { changed: new Set([...compare('bodies'), ...compare('variables'), ...heads]), heads };
}
