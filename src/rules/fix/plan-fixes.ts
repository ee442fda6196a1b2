import type { Diagnostic, FileEdit, Fix, Point } from '../../diagnostics/index.ts';

/** What `--fix` does to files. */
export interface FixPlan {
  /** By file, in the order of the text; none overlaps another. */
  readonly edits: ReadonlyMap<string, readonly FileEdit[]>;
  readonly fixed: readonly Diagnostic[];
  /** What is left: without a fix, or with one that would touch what another one changes. */
  readonly left: readonly Diagnostic[];
}

/** Takes the first fix of each diagnostic, all of its edits or none. */
export function planFixes(diagnostics: readonly Diagnostic[]): FixPlan {
  const taken = new Map<string, FileEdit[]>();
  const fixed: Diagnostic[] = [];
  const left: Diagnostic[] = [];
  for (const each of diagnostics) {
    const [fix] = each.fixes ?? [];
    if (fix !== undefined && fix.edits.length > 0 && fits(fix, taken)) {
      for (const edit of fix.edits) take(edit, taken);
      fixed.push(each);
    } else left.push(each);
  }
  const edits = [...taken].map(
    ([file, list]) => [file, list.sort((one, other) => comparePoints(one.start, other.start))] as const,
  );
  return { edits: new Map(edits), fixed, left };
}

/** Whether no edit touches what another one changes. Two that do the same are one. */
function fits({ edits }: Fix, taken: ReadonlyMap<string, readonly FileEdit[]>): boolean {
  const isFree = (edit: FileEdit, others: readonly FileEdit[]) =>
    others.every((other) => isSame(edit, other) || !overlaps(edit, other));
  return edits.every(
    (edit, at) =>
      isFree(edit, taken.get(edit.file) ?? []) && isFree(edit, inFile(edits.slice(0, at), edit.file)),
  );
}

function inFile(edits: readonly FileEdit[], file: string): readonly FileEdit[] {
  return edits.filter((edit) => edit.file === file);
}

function take(edit: FileEdit, taken: Map<string, FileEdit[]>): void {
  const list = taken.get(edit.file) ?? [];
  taken.set(edit.file, list);
  if (!list.some((other) => isSame(edit, other))) list.push(edit);
}

function isSame(one: FileEdit, other: FileEdit): boolean {
  return (
    comparePoints(one.start, other.start) === 0 &&
    comparePoints(one.end, other.end) === 0 &&
    one.text === other.text
  );
}

/** Edits that only meet at an end are apart, unless both put something at one place. */
function overlaps(one: FileEdit, other: FileEdit): boolean {
  if (comparePoints(one.start, other.start) === 0) return true;
  return comparePoints(one.start, other.end) < 0 && comparePoints(other.start, one.end) < 0;
}

function comparePoints(one: Point, other: Point): number {
  return one.line - other.line || one.column - other.column;
}
