import {
  createOwnedResult,
  nameOwner,
  type OwnedDiagnostics,
  type OwnedResult,
  softenFault,
} from '../diagnostics/index.ts';
import type { FieldName } from '../load/index.ts';
import type { Rendering } from '../markdown/index.ts';
import { createSet, listMembers, type Version, type VersionSet } from '../versions/index.ts';
import { HTML_FIELDS, isNote } from './anchors.ts';
import { createProblemLog } from './problem-log.ts';
import { describeEmptyTitle, type LinkProblem, type ProblemFinder } from './problems.ts';
import { createRenderedIndex, type RenderedIndex } from './rendered-index.ts';
import type { LinkResolver } from './resolve-link.ts';
import type { RenderedArticle } from './types.ts';

/** What tells whether the text of a translation can be shown. */
export interface SettleScope {
  readonly versions: readonly Version[];
  readonly built: VersionSet;
  readonly sourceLanguage: string;
  readonly resolver: LinkResolver;
  readonly problems: Pick<ProblemFinder, 'describeTitle'>;
  /** Hears whose links are looked at from now on, by owner. */
  attribute(owner: string): void;
}

/**
 * Has those fields of translations give way to the source language that turn out to fail when they are rendered and
 * linked: a title without words, an AUTOTITLE that finds none, Markdown that no parser can read. In the versions in
 * which they fail, and only where the source language has a page that does not fail in the same way.
 */
export function settleTranslations(
  rendered: readonly RenderedArticle[],
  scope: SettleScope,
): OwnedResult<readonly RenderedArticle[]> {
  const { versions, sourceLanguage } = scope;
  const index = createRenderedIndex(rendered);
  const found: OwnedDiagnostics[] = [];
  const value = rendered.flatMap((each): readonly RenderedArticle[] => {
    const { article, language, broken } = each.resolution;
    if (broken || !isDoubtful(each)) return [each];
    const log = createProblemLog(versions);
    const owner = nameOwner(language, article.path);
    scope.attribute(owner);
    const settled =
      language === sourceLanguage ? judgeSource(each, scope, log) : settle(each, index, scope, log);
    found.push({ owner, diagnostics: log.list() });
    return settled;
  });
  return createOwnedResult(value, found);
}

/** Few texts can fail at all. */
function isDoubtful({ renderings }: RenderedArticle): boolean {
  return (
    renderings.title?.text === '' ||
    Object.values(renderings).some((rendering) => hasTitleSlot(rendering) || isUnreadable(rendering))
  );
}

type Log = ReturnType<typeof createProblemLog>;

/** The source language has nothing to fall back to. */
function judgeSource(
  rendered: RenderedArticle,
  { versions, built }: SettleScope,
  log: Log,
): readonly RenderedArticle[] {
  if (rendered.renderings.title?.text === '') {
    for (const version of listMembers(rendered.resolution.versions & built, versions))
      log.open(rendered, version)('title', 0, describeEmptyTitle());
  }
  return [rendered];
}

/** Versions in which the same fields fail, and the source language has the same text, stay together. */
function settle(
  rendered: RenderedArticle,
  index: RenderedIndex,
  scope: SettleScope,
  log: Log,
): readonly RenderedArticle[] {
  const { versions, built, sourceLanguage } = scope;
  const { resolution } = rendered;
  const groups = new Map<string, Group>();
  const sources: RenderedArticle[] = [];
  for (const version of listMembers(resolution.versions, versions)) {
    const source = index.find(sourceLanguage, resolution.article.path, version);
    const isBuilt = createSet([version]) & built;
    const failures = isBuilt ? listFailures(rendered, version, scope) : [];
    const fields = source === undefined ? [] : listBetter(failures, source, version, scope);
    const report = log.open(rendered, version);
    for (const { field, offset, problem } of failures) {
      if (problem === undefined || source === undefined) continue;
      if (fields.includes(field)) report(field, offset, softenFault(problem, 'links/translation-fallback'));
      // What is wrong with a link is said when it is answered.
      else if (field === 'title') report(field, offset, problem);
    }
    if (source !== undefined && !sources.includes(source)) sources.push(source);
    const key = fields.length === 0 || source === undefined ? '' : `${fields} ${sources.indexOf(source)}`;
    const group = groups.get(key) ?? { fields, source, versions: [] };
    groups.set(key, group);
    group.versions.push(version);
  }
  return [...groups.values()].map((group) => replaceFields(rendered, group));
}

interface Group {
  readonly fields: readonly FieldName[];
  readonly source: RenderedArticle | undefined;
  readonly versions: Version[];
}

/** Fields of a translation that fail in a way in which those of the source language do not. */
function listBetter(
  failures: readonly Failure[],
  source: RenderedArticle,
  version: Version,
  scope: SettleScope,
): readonly FieldName[] {
  if (failures.length === 0) return [];
  const own = listFailures(source, version, scope);
  const isShared = ({ field, kind }: Failure) =>
    own.some((other) => other.field === field && other.kind === kind);
  return [...new Set(failures.filter((failure) => !isShared(failure)).map(({ field }) => field))];
}

/** What is wrong with a field; without a problem where it has been reported. */
interface Failure {
  readonly field: FieldName;
  /** The same for what fails alike in two languages. */
  readonly kind: string;
  readonly offset: number;
  readonly problem: LinkProblem | undefined;
}

function listFailures(
  { resolution, renderings }: RenderedArticle,
  version: Version,
  { resolver, problems }: SettleScope,
): readonly Failure[] {
  const { article, language, fields } = resolution;
  const isOwn = (field: FieldName) => fields[field]?.language === language;
  const failures: Failure[] = [];
  if (renderings.title?.text === '' && isOwn('title'))
    failures.push({ field: 'title', kind: 'empty', offset: 0, problem: describeEmptyTitle() });
  for (const [field, rendering] of Object.entries(renderings) as [FieldName, Rendering][])
    if (isOwn(field) && isUnreadable(rendering))
      failures.push({ field, kind: listErrors(rendering).join(), offset: 0, problem: undefined });
  const notes = (Object.keys(renderings) as FieldName[]).filter(isNote);
  for (const field of [...HTML_FIELDS, ...notes].filter(isOwn)) {
    for (const slot of renderings[field]?.slots ?? []) {
      if (slot.kind !== 'title') continue;
      const link = resolver.resolveLink(slot, { article, language, version });
      const problem = problems.describeTitle(slot.url, link);
      if (problem !== undefined)
        failures.push({ field, kind: problem.message, offset: slot.offset, problem });
    }
  }
  return failures;
}

function replaceFields(rendered: RenderedArticle, { fields, source, versions }: Group): RenderedArticle {
  const set = createSet(versions);
  const { resolution, renderings } = rendered;
  if (fields.length === 0 || source === undefined) {
    const isSame = set === resolution.versions;
    return isSame ? rendered : { ...rendered, resolution: { ...resolution, versions: set } };
  }
  const texts = { ...resolution.fields };
  const replaced = { ...renderings };
  for (const field of fields) {
    const text = source.resolution.fields[field];
    const rendering = source.renderings[field];
    if (text === undefined || rendering === undefined) {
      delete texts[field];
      delete replaced[field];
    } else {
      texts[field] = text;
      replaced[field] = rendering;
    }
  }
  const shown = fields.filter((field) => (texts[field]?.text.trim() ?? '') !== '');
  return {
    resolution: {
      ...resolution,
      versions: set,
      fields: texts,
      fallbacks: [...resolution.fallbacks, ...shown],
      failures: [...resolution.failures, ...fields],
    },
    renderings: replaced,
  };
}

function hasTitleSlot({ slots }: Rendering): boolean {
  return slots.some(({ kind }) => kind === 'title');
}

function isUnreadable(rendering: Rendering): boolean {
  return listErrors(rendering).length > 0;
}

/** Codes of the errors, each once, in alphabetical order. */
function listErrors({ problems }: Rendering): readonly string[] {
  const codes = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return [...new Set(codes)].sort();
}
