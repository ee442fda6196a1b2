import type { Template } from 'liquidjs';
import type { SiteConfig } from '../config/index.ts';
import { type Fix, type Place, type Point, placeAt, type Severity } from '../diagnostics/index.ts';
import type { Article, Corpus } from '../load/index.ts';
import { createSet, hasVersion, type Names, type Version, type VersionSet } from '../versions/index.ts';
import type { RepairLog } from './repair-log.ts';
import { findOffset } from './template/derive.ts';
import type { TemplateFault } from './template/faults.ts';
import type { ParsedSource, ParseSource } from './template/parse-source.ts';
import { describeFix, findTagEnd } from './template/source-fixes.ts';
import type { Use } from './types.ts';

/** What all runs of a resolver share. */
export interface ResolverSite {
  readonly config: SiteConfig;
  readonly corpus: Corpus;
  readonly versions: readonly Version[];
  readonly names: Names;
  /** Undefined where no other versions are followed. */
  readonly known: PresentSite | undefined;
  /** Hears of the paths at which a tag looks for an article, the best first, and of the article that it found. */
  readonly onLook: (paths: readonly string[], found: Article | undefined) => void;
}

/** A site as it is, where versions that it does not have are followed too. */
export interface PresentSite {
  readonly corpus: Pick<Corpus, 'features'>;
  readonly versions: readonly Version[];
}

/** Code of the language the site is written in. */
export function findSourceLanguage({ config }: ResolverSite): string {
  const [language] = config.languages;
  if (language === undefined) throw new Error('A site has at least one language.');
  return language.code;
}

/**
 * One rendering of an article for one version. Every question about the version is put through `ask`, so that at the
 * end `candidates` holds the versions that would have had the same answers, and so the same text.
 */
export interface Run {
  readonly site: ResolverSite;
  /** Reads what articles share. */
  readonly parse: ParseSource;
  /** Reads the article's own texts, which need not be kept for others. */
  readonly parseOwn: ParseSource;
  readonly repairs: RepairLog;
  readonly article: Article;
  readonly version: Version;
  candidates: VersionSet;
  /** Versions that all `ifversion` tags around what is being rendered hold for; undefined outside of them. */
  condition: VersionSet | undefined;
  /** Language of the text being rendered: the source language where a translation fell back. */
  language: string;
  /** The source being rendered; undefined between fields. */
  frame: Frame | undefined;
  /** Begin of the tag being rendered, in the derived text of the frame. */
  offset: number;
  steps: number;
  size: number;
  problems: RunProblem[];
  /** By a place, how many of the problems were found before those there began to say little, but for errors; see `listProblems`. */
  silenced: Map<string, number>;
  /** Says that the page shows data from outside of the content, once it is known to. */
  outside: OutsideData | undefined;
  /** The bodies of texts and tags that the run came to; undefined where nobody asks. */
  readonly reached: Set<readonly Template[]> | undefined;
}

/** A source while it is rendered. */
export interface Frame {
  /** Name of a text that a tag has brought in, for messages: `reusables.a.b`. */
  readonly name: string | undefined;
  readonly parsed: ParsedSource;
  /** Language the source was found in. */
  readonly language: string;
  readonly use: Use | undefined;
  /** What stands before the text on its first line. */
  readonly lead: string;
  /** Whether its first line is the first line of the article's own text. */
  readonly isTop: boolean;
  readonly parent: Frame | undefined;
}

/** A problem as a run meets it; the versions are those of the run, known at its end. */
export interface RunProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly place: Place;
  readonly end?: Point;
  readonly fixes?: readonly Fix[];
  readonly via: readonly Place[];
  /** Language of the source it stands in. */
  readonly language: string;
  /** Whether the text cannot be known because of it. */
  readonly breaks: boolean;
}

/** Says that a page shows data from outside of the content, under this name. */
export interface OutsideData extends RunProblem {
  readonly name: string;
}

/** Ends a run that would never end, or not in reasonable space. */
export class Runaway extends Error {}

/** Whether the version of the run is in the set; versions that would be answered otherwise leave the run. */
export function ask(run: Run, set: VersionSet): boolean {
  const answer = hasVersion(set, run.version);
  run.candidates &= answer ? set : ~set;
  return answer;
}

/** What `read` gives for the version of the run; versions with another value leave the run. */
export function askValue<T>(run: Run, read: (version: Version) => T): T {
  const value = read(run.version);
  ask(run, createSet(run.site.versions.filter((version) => read(version) === value)));
  return value;
}

/** Notes a fault of the source being rendered. */
export function report(run: Run, fault: TemplateFault): void {
  const { frame } = run;
  if (frame === undefined) throw new Error(`Nothing is being rendered: ${fault.message}`);
  const { source, derived } = frame.parsed;
  const { offset, meant, surplus, ...rest } = fault;
  const place = placeAt(source, findOffset(derived, offset));
  const end = findTagEnd(source, derived, offset);
  const fix = describeFix(source, derived, fault);
  const found = { ...(end && { end }), ...(fix && { fixes: [fix] }) };
  run.problems.push({ ...rest, place, ...found, via: listUses(frame.use), language: frame.language });
}

/** As `report`, but says nothing where the tag stands in an HTML comment: nobody reads what it brings in. */
export function reportUnlessCommented(run: Run, fault: TemplateFault): void {
  if (run.frame?.parsed.isCommented(fault.offset) !== true) report(run, fault);
}

/** Places of a chain of uses, innermost first. */
export function listUses(use: Use | undefined): readonly Place[] {
  const places: Place[] = [];
  for (let at = use; at !== undefined; at = at.via) places.push(placeAt(at.source, at.offset));
  return places;
}
