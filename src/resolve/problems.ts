import type { Diagnostic } from '../diagnostics/index.ts';
import { formatVersions, type Version, type VersionSet } from '../versions/index.ts';
import type { RunProblem } from './run.ts';

/** Collects the problems of the runs of an article: the same problem in several runs is one, with all their versions. */
export function createProblemList(): {
  add(problems: readonly RunProblem[], versions: VersionSet): void;
  list(language: string, versions: readonly Version[]): readonly Diagnostic[];
} {
  const found = new Map<string, { readonly problem: RunProblem; set: VersionSet }>();
  return {
    add(problems, set) {
      for (const problem of problems) {
        const key = JSON.stringify([problem.code, problem.place, problem.message, problem.via]);
        const known = found.get(key);
        if (known === undefined) found.set(key, { problem, set });
        else known.set |= set;
      }
    },
    list: (language, versions) =>
      [...found.values()].map(({ problem, set }) =>
        toDiagnostic(problem, formatVersions(set, versions), language),
      ),
  };
}

function toDiagnostic(
  { code, severity, message, hint, place, end, fixes, via }: RunProblem,
  versions: readonly string[],
  language: string,
): Diagnostic {
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    place,
    ...(end && { end }),
    ...(fixes && { fixes }),
    via,
    versions,
    languages: [language],
  };
}
