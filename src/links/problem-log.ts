import type { Diagnostic } from '../diagnostics/index.ts';
import type { FieldName } from '../load/index.ts';
import { locate, locateEnd } from '../resolve/index.ts';
import { createSet, formatVersions, type Version } from '../versions/index.ts';
import type { ReportProblem } from './answer-slots.ts';
import { findLinkEnd } from './find-link-end.ts';
import type { LinkProblem } from './problems.ts';
import type { RenderedArticle } from './types.ts';

/** Collects the problems of an article, so that each one is placed once and names all its versions. */
export interface ProblemLog {
  open(rendered: RenderedArticle, version: Version): ReportProblem;
  list(): readonly Diagnostic[];
}

interface Finding {
  readonly rendered: RenderedArticle;
  readonly field: FieldName;
  readonly offset: number;
  readonly problem: LinkProblem;
  readonly versions: Version[];
}

export function createProblemLog(versions: readonly Version[]): ProblemLog {
  const findings = new Map<RenderedArticle, Map<string, Finding>>();
  return {
    open(rendered, version) {
      return (field, offset, problem) => {
        const own = findings.get(rendered) ?? new Map<string, Finding>();
        findings.set(rendered, own);
        const key = `${field} ${offset} ${problem.code} ${problem.message}`;
        const finding = own.get(key) ?? { rendered, field, offset, problem, versions: [] };
        own.set(key, finding);
        finding.versions.push(version);
      };
    },
    list: () =>
      [...findings.values()].flatMap((own) => [...own.values()].map((finding) => place(finding, versions))),
  };
}

function place(
  { rendered, field, offset, problem, versions: found }: Finding,
  versions: readonly Version[],
): Diagnostic {
  const { article, language, fields } = rendered.resolution;
  const text = fields[field];
  const { place, via } =
    text === undefined
      ? { place: { file: article.file, line: 1, column: 1 }, via: [] }
      : locate(text, offset);
  const last = text && findLinkEnd(text.text, offset);
  const end = text && last !== undefined ? locateEnd(text, offset, last) : undefined;
  return {
    ...problem,
    place,
    ...(end && { end }),
    via,
    versions: formatVersions(createSet(found), versions),
    languages: [language],
  };
}
