import { type Liquid, toValueSync } from 'liquidjs';
import { placeAt, type Source } from '../diagnostics/index.ts';
import { TracingEmitter } from './emitter.ts';
import { locate } from './locate.ts';
import { RunContext, renderTemplates } from './renderer.ts';
import { type Frame, type Run, Runaway, type RunProblem, report } from './run.ts';
import { createGlobals, type Lookup } from './scope.ts';
import { AS_WRITTEN } from './template/derive.ts';
import { scopeLabels, tidyText } from './tidy/index.ts';
import type { ResolvedText } from './types.ts';

/** A field as a run renders it, and what is wrong with it. */
export interface RenderedField {
  readonly resolved: ResolvedText;
  readonly problems: readonly RunProblem[];
}

export type RenderField = (run: Run, source: Source, language: string) => RenderedField;

/** Renders one text of an article in a run, each with variables and limits of its own. */
export function createFieldRenderer(liquid: Liquid, lookups: ReadonlyMap<string, Lookup>): RenderField {
  return (run, source, language) => {
    const parsed = run.parseOwn(source, AS_WRITTEN);
    const frame: Frame = {
      name: undefined,
      parsed,
      language,
      use: undefined,
      lead: '',
      isTop: true,
      parent: undefined,
    };
    Object.assign(run, { language, frame, condition: undefined, offset: 0, steps: 0, size: 0, problems: [] });
    for (const fault of parsed.faults) report(run, fault);
    const emitter = new TracingEmitter(run);
    try {
      const context = new RunContext(run, liquid, createGlobals(run, lookups), lookups);
      toValueSync(renderTemplates(parsed.templates, context, emitter));
    } catch (error) {
      if (!(error instanceof Runaway)) throw error;
      reportRunaway(run, error);
    }
    const whole = { start: 0, source, offset: 0, verbatim: true, via: undefined };
    const { text, segments: found } = emitter.finish();
    const segments = found.length > 0 ? found : [whole];
    const tidied = { ...tidyText({ text, segments }), language };
    const { traced, repeated } = scopeLabels(tidied);
    const resolved = { ...traced, language };
    for (const { label, start } of repeated)
      run.problems.push(createRepeated(label, locate(tidied, start), language));
    run.frame = undefined;
    return { resolved, problems: run.problems };
  };
}

function createRepeated(label: string, place: ReturnType<typeof locate>, language: string): RunProblem {
  return {
    code: 'resolve/repeated-label',
    severity: 'warning',
    message: `The label '[${label}]' is defined more than once in its file, and only the first definition counts.`,
    hint: 'Give each footnote and each address a label of its own.',
    ...place,
    language,
    breaks: false,
  };
}

/** Placed at the tag of the article's own text: how far a run got inside of it means nothing to the author. */
function reportRunaway(run: Run, { message }: Runaway): void {
  const { frame } = run;
  if (frame === undefined) throw new Error(message);
  let use = frame.use;
  while (use?.via !== undefined) use = use.via;
  const place =
    use === undefined ? placeAt(frame.parsed.source, run.offset) : placeAt(use.source, use.offset);
  run.problems.push({
    code: 'resolve/runaway',
    severity: 'error',
    message: `Rendering the tag takes ${message}, so it was stopped.`,
    hint: 'Look for loops, and for reusables that use others many times over.',
    place,
    via: [],
    language: frame.language,
    breaks: true,
  });
}
