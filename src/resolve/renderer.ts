import {
  Context,
  type Emitter,
  ForTag,
  type Liquid,
  Output,
  TablerowTag,
  type Template,
  TypeGuards,
} from 'liquidjs';
import { TracingEmitter } from './emitter.ts';
import { reportOutside, reportUnknownName } from './report-names.ts';
import { type Run, Runaway, report } from './run.ts';
import type { Lookup } from './scope.ts';
import { findUnknownCollection, findUnknownName } from './unknown-names.ts';

/** Most tags, outputs and texts rendered for a field, loops counted through. */
const MAX_STEPS = 500_000;

/** LiquidJS's context, which also knows the run. */
export class RunContext extends Context {
  readonly run: Run;
  /** The names of the format. */
  readonly lookups: ReadonlyMap<string, Lookup>;

  constructor(run: Run, liquid: Liquid, globals: object, lookups: ReadonlyMap<string, Lookup>) {
    super({}, liquid.options, { sync: true, globals }, { liquid });
    this.run = run;
    this.lookups = lookups;
  }

  /** Whether a name has been given a value by the text: assigned, captured, counted, or that of a loop. */
  isLocal(name: string): boolean {
    return Object.hasOwn(this.getAll(), name);
  }
}

/** The run a tag is rendered in. */
export function getRun(context: Context): Run {
  if (context instanceof RunContext) return context.run;
  throw new Error('A tag was rendered outside of a run.');
}

/**
 * Takes the place of LiquidJS's `renderTemplates`, through which every tag renders its body: notes which tag the
 * output comes from, counts steps, and makes a fault of what a tag throws, so that the rest is rendered as well.
 */
export function* renderTemplates(
  templates: Template[],
  context: Context,
  emitter?: Emitter,
): Generator<unknown, string, unknown> {
  const run = getRun(context);
  const output = emitter ?? new TracingEmitter(run);
  const { offset } = run;
  run.reached?.add(templates);
  for (const template of templates) {
    countStep(run);
    run.offset = template.token.begin;
    try {
      const rendered = renderTemplate(template, context, run, output);
      const printed = isGenerator(rendered) ? yield rendered : rendered;
      if (typeof printed === 'string' && printed !== '') output.write(printed);
    } catch (error) {
      reportFailure(run, template, error);
    }
    if (context.breakCalled || context.continueCalled) break;
  }
  run.offset = offset;
  if (emitter === undefined && output instanceof TracingEmitter) return output.finish().text;
  return output.buffer;
}

function renderTemplate(template: Template, context: Context, run: Run, output: Emitter): unknown {
  const { token } = template;
  if (template instanceof Output) return renderOutput(template, context, run, output);
  if (template instanceof ForTag || template instanceof TablerowTag) judgeLoop(template, context, run);
  if (!TypeGuards.isHTMLToken(token)) return template.render(context, output);
  if (output instanceof TracingEmitter && run.frame !== undefined)
    output.writeText(run.frame, token.begin, token.end);
  return undefined;
}

/** An output of a name that nobody knows: readers of code see what is written, others nothing. */
function renderOutput(template: Output, context: Context, run: Run, output: Emitter): unknown {
  const unknown = context instanceof RunContext ? findUnknownName(template, context) : undefined;
  if (unknown === undefined) return template.render(context, output);
  if (unknown.isOutside) {
    reportOutside(run, unknown);
    return undefined;
  }
  reportUnknownName(run, unknown, template.token.begin);
  if (output instanceof TracingEmitter && run.frame !== undefined)
    output.writeUnread(run.frame, template.token);
  return undefined;
}

/** A loop over nothing shows nothing, which may be most of a page. One with an `else` says itself what is shown then. */
function judgeLoop(loop: ForTag | TablerowTag, context: Context, run: Run): void {
  if (loop instanceof ForTag && (loop.elseTemplates?.length ?? 0) > 0) return;

  const unknown = context instanceof RunContext ? findUnknownCollection(loop.collection, context) : undefined;
  if (unknown !== undefined) reportOutside(run, unknown);
}

function countStep(run: Run): void {
  run.steps += 1;
  if (run.steps > MAX_STEPS) throw new Runaway(`more than ${MAX_STEPS} steps`);
}

function isGenerator(value: unknown): value is Generator {
  return typeof value === 'object' && value !== null && 'next' in value;
}

function reportFailure(run: Run, template: Template, error: unknown): void {
  if (error instanceof Runaway) throw error;
  const message = error instanceof Error ? error.message : String(error);
  const reason = message.replace(/, line:\d+, col:\d+$/, '');
  if (/^memory alloc limit exceeded|^Invalid array length|^Invalid string length/.test(reason))
    throw new Runaway('too much memory');
  report(run, {
    code: 'resolve/failed',
    severity: 'error',
    message: `The tag cannot be rendered: ${reason}.`,
    hint: 'Look at the values and filters it uses.',
    offset: template.token.begin,
    breaks: false,
  });
}
