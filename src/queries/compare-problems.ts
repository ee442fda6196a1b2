import { type Diagnostic, mergeDiagnostics, weighFindings } from '../diagnostics/index.ts';
import type { SiteFiles } from '../load/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** What is said of the sources of two states of a site. */
export interface ProblemDifference {
  /** What is said now and was not, in the versions in which it was not. */
  readonly brought: readonly Diagnostic[];
  /** What was said and is not any more, with the places of then. */
  readonly mended: readonly Diagnostic[];
}

/** A state of a site, and what was found in some of its sources. */
export interface JudgedState extends Pick<Workspace, 'config' | 'files' | 'versions'> {
  readonly found: readonly Diagnostic[];
}

/** Pairs what is said of two states by kind, file and words: a mistake that lines were put above is the same one. */
export function compareProblems(before: JudgedState, after: JudgedState): ProblemDifference {
  const shared = new Set(listIds(before).filter((id) => listIds(after).includes(id)));
  const [older, newer] = [judgeState(before), judgeState(after)];
  const twins = pair(
    older.map((found) => ({ found, line: readLine(found, before.files) })),
    newer.map((found) => ({ found, line: readLine(found, after.files) })),
  );
  const known = new Map([...twins].map(([one, other]) => [other, one]));
  const list = (found: readonly Diagnostic[], others: ReadonlyMap<Diagnostic, Diagnostic>) =>
    found.flatMap((each) => leaveRest(each, others.get(each), shared));
  return { brought: list(newer, known), mended: list(older, twins) };
}

function listIds({ versions }: JudgedState): readonly string[] {
  return versions.map(({ name }) => name);
}

function judgeState({ found, config, files }: JudgedState): readonly Diagnostic[] {
  const merged = mergeDiagnostics(found);
  const named = new Set(merged.map(({ place }) => place.file));
  const texts = new Map([...files.texts].filter(([file]) => named.has(file)));
  return weighFindings(merged, { rules: config.rules, texts });
}

/** What of a mistake the other state does not have: undefined versions stand for all. */
function leaveRest(
  found: Diagnostic,
  twin: Diagnostic | undefined,
  shared: ReadonlySet<string>,
): readonly Diagnostic[] {
  if (twin === undefined) return [found];
  // In a version that only one state has, everything would be new.
  const versions = found.versions.filter((name) => shared.has(name) && !twin.versions.includes(name));
  const isWider = versions.length > 0 && twin.versions.length > 0;
  return isWider ? [{ ...found, versions }] : [];
}

interface PlacedProblem {
  readonly found: Diagnostic;
  /** The line it is about. */
  readonly line: string;
}

/** The older of each pair with the newer: those of equal lines first, then in order. */
function pair(
  older: readonly PlacedProblem[],
  newer: readonly PlacedProblem[],
): ReadonlyMap<Diagnostic, Diagnostic> {
  const twins = new Map<Diagnostic, Diagnostic>();
  const taken = new Set<Diagnostic>();
  for (const name of [nameLine, nameProblem]) {
    const waiting = new Map<string, Diagnostic[]>();
    for (const each of newer) {
      if (taken.has(each.found)) continue;
      waiting.set(name(each), [...(waiting.get(name(each)) ?? []), each.found]);
    }
    for (const each of older) {
      const twin = twins.has(each.found) ? undefined : waiting.get(name(each))?.shift();
      if (twin === undefined) continue;
      twins.set(each.found, twin);
      taken.add(twin);
    }
  }
  return twins;
}

function nameLine(problem: PlacedProblem): string {
  return `${nameProblem(problem)}\n${problem.line}`;
}

function nameProblem({ found: { code, severity, message, place } }: PlacedProblem): string {
  return JSON.stringify([code, severity, place.file, message]);
}

function readLine({ place: { file, line } }: Diagnostic, { texts }: Pick<SiteFiles, 'texts'>): string {
  return texts.get(file)?.split('\n', line)[line - 1] ?? '';
}
