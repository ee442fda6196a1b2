import { type Source, softenFault } from '../diagnostics/index.ts';
import type { FieldName } from '../load/index.ts';
import type { RenderedField, RenderField } from './render-field.ts';
import type { Run, RunProblem } from './run.ts';
import type { ResolvedText } from './types.ts';

/** A text of an article in the two languages that count. */
export interface Translatable {
  /** In the language of the page; undefined where it has none, or is the source language itself. */
  readonly translated: Source | undefined;
  readonly source: Source | undefined;
}

/** A field as a page shows it. */
export interface FieldOutcome {
  /** Undefined where no language has the field. */
  readonly resolved: ResolvedText | undefined;
  readonly problems: readonly RunProblem[];
  /** Whether the reader gets words of the source language although the page is in another: nothing is no words. */
  readonly isFallback: boolean;
  /** Whether the page's language has the field, but with an error. */
  readonly hasFailed: boolean;
}

/**
 * Renders a field, or a label (without a name), in a language. A translation that has an error of its own, or a title
 * that comes out empty, gives way to the source language, this field alone; its errors become warnings that say so. Where
 * the source language has errors of the same kinds, its text would serve readers no better: the translation stays.
 */
export function resolveField(
  run: Run,
  { translated, source }: Translatable,
  name: FieldName | undefined,
  language: string,
  sourceLanguage: string,
  renderField: RenderField,
): FieldOutcome {
  if (translated !== undefined) run.repairs.note(translated, language, source);
  const attempt = translated === undefined ? undefined : renderField(run, translated, language);
  const failures = attempt === undefined ? [] : findFailures(attempt, name, language);
  const isSound = failures.length === 0;
  if (attempt !== undefined && isSound) return { ...attempt, isFallback: false, hasFailed: false };
  const warnings = failures.map(toWarning);
  if (source === undefined)
    return { resolved: undefined, problems: warnings, isFallback: false, hasFailed: !isSound };
  const rendered = renderField(run, source, sourceLanguage);
  const own = findFailures(rendered, name, sourceLanguage);
  if (attempt !== undefined && failures.every((failure) => own.some((each) => isSameKind(failure, each)))) {
    const problems = [...new Set([...attempt.problems, ...failures])];
    return { resolved: attempt.resolved, problems, isFallback: false, hasFailed: false };
  }
  const isSource = language === sourceLanguage;
  return {
    resolved: rendered.resolved,
    problems: [...new Set([...warnings, ...rendered.problems, ...(isSource ? own : [])])],
    isFallback: !isSource && rendered.resolved.text.trim() !== '',
    hasFailed: !isSound,
  };
}

/**
 * Whether an error of a translation is one that the source language has as well. What names something unknown must name
 * the same: a name that nobody knows in one language may be known in the other.
 */
function isSameKind({ code, message }: RunProblem, other: RunProblem): boolean {
  return code === other.code && (message === other.message || !/unknown|reference-syntax/.test(code));
}

/** Errors in what the source language lends to a translation are no fault of the translation. */
function findFailures(
  rendered: RenderedField,
  name: FieldName | undefined,
  language: string,
): readonly RunProblem[] {
  const errors = rendered.problems.filter((each) => each.severity === 'error' && each.language === language);
  return [...errors, ...findEmptyTitle(rendered, name)];
}

function toWarning(problem: RunProblem): RunProblem {
  return { ...softenFault(problem, 'resolve/translation-fallback'), breaks: false };
}

function findEmptyTitle(
  { resolved, problems }: RenderedField,
  name: FieldName | undefined,
): readonly RunProblem[] {
  if (name !== 'title' || resolved.text.trim() !== '' || problems.some(({ breaks }) => breaks)) return [];
  const source = resolved.segments[0]?.source;
  if (source === undefined) return [];
  return [
    {
      code: 'resolve/empty-title',
      severity: 'error',
      message: 'The title is empty once Liquid is resolved.',
      hint: 'Make sure that the title has text in every version of the article.',
      place: source.place,
      via: [],
      language: resolved.language,
      breaks: true,
    },
  ];
}
