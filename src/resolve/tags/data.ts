import { type Context, type Emitter, Tag, Value } from 'liquidjs';
import { placeAt, type Source } from '../../diagnostics/index.ts';
import type { AbsentReference, DataValue } from '../../load/index.ts';
import { findLead, includeSource, isOnTopLine } from '../include-source.ts';
import { getRun } from '../renderer.ts';
import { type Frame, findSourceLanguage, type Run, reportUnlessCommented } from '../run.ts';
import { chooseLayout, findOffset, type Layout } from '../template/derive.ts';

/**
 * `{% data reusables.a.b %}`: the text of a reusable, a variable or another value of `data/`, itself rendered. On a
 * line of blanks or of a quote its further lines begin as the tag's line does, so it stays in its list item or quote.
 */
export class DataTag extends Tag {
  /** Values of references that are computed, by text. */
  readonly #computed = new Map<string, Source>();

  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const run = getRun(context);
    const { frame, offset } = run;
    const { args } = this.token;
    if (frame === undefined) return;
    const layout = chooseLayout(findLead(frame, offset), isOnTopLine(frame, offset));
    const reference = parseReference(args);
    if (reference !== undefined) yield includeReference(run, context, emitter, reference, layout);
    else if (args.includes('[')) yield this.#includeComputed(run, context, emitter, layout);
    else reportSyntax(run, args);
  }

  /** `{% data glossaries.external[forloop.index0].term %}`, as older glossaries write: read as an expression of Liquid. */
  *#includeComputed(
    run: Run,
    context: Context,
    emitter: Emitter,
    layout: Layout,
  ): Generator<unknown, void, unknown> {
    const { args } = this.token;
    const { frame, offset } = run;
    const text: unknown = yield new Value(`site.data.${args.trim()}`, this.liquid).value(context);
    if (typeof text !== 'string' || frame === undefined) {
      reportUnknown(run, args.trim());
      return;
    }
    const source = this.#computed.get(text) ?? createSource(text, frame, offset);
    this.#computed.set(text, source);
    yield includeSource(run, context, emitter, {
      source,
      language: frame.language,
      layout,
      name: args.trim(),
    });
  }
}

/** Parsed YAML does not know its places, so the text has the place of the tag. */
function createSource(text: string, { parsed }: Frame, offset: number): Source {
  return { text, place: placeAt(parsed.source, findOffset(parsed.derived, offset)), verbatim: false };
}

/** `reusables.a.b`, also with `site.data.` before it as older corpora write; undefined if it is no reference. */
export function parseReference(text: string): string | undefined {
  return /^(?:site\.data\.)?([\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+)$/u.exec(text.trim())?.[1];
}

/** A reference that is only spelt wrong: quoted, with slashes, with something behind it. */
export function spellReference(text: string): string | undefined {
  const [first = ''] = text.trim().split(/[\s,;|]+/);
  const bare = first
    .replace(/["'“”‘’`{}]/g, '')
    .replace(/\.md$/, '')
    .replace(/[./]+/g, '.');
  return parseReference(bare.replace(/^\.|\.$/g, ''));
}

/** Renders the value of a reference; one that is unknown prints nothing. */
export function* includeReference(
  run: Run,
  context: Context,
  emitter: Emitter,
  reference: string,
  layout: Layout,
): Generator<unknown, void, unknown> {
  const { frame, article } = run;
  const passage = frame && article.texts.get(frame.language)?.passages?.get(reference);
  if (frame !== undefined && passage !== undefined) {
    const { language } = frame;
    yield includeSource(run, context, emitter, { source: passage, language, layout, name: reference });
    return;
  }
  const value = run.site.corpus.data.find(reference, run.language);
  if (value === undefined) {
    reportUnknown(run, reference);
    return;
  }
  noteTranslation(run, reference, value);
  yield includeSource(run, context, emitter, { ...value, layout, name: reference });
}

function noteTranslation(run: Run, reference: string, { source, language }: DataValue): void {
  const sourceLanguage = findSourceLanguage(run.site);
  if (language === sourceLanguage) return;
  run.repairs.note(source, language, run.site.corpus.data.find(reference, sourceLanguage)?.source);
}

function reportUnknown(run: Run, reference: string): void {
  const absent = run.site.corpus.data.explainAbsent(reference);
  // The error of its file says what is to be done.
  if (absent.kind === 'unread') return;
  reportUnlessCommented(run, {
    code: 'resolve/unknown-reference',
    severity: 'error',
    ...describeAbsent(reference, absent),
    offset: run.offset,
    breaks: false,
  });
}

function describeAbsent(
  reference: string,
  absent: Exclude<AbsentReference, { kind: 'unread' }>,
): { readonly message: string; readonly hint: string } {
  switch (absent.kind) {
    case 'mapping':
      return {
        message: `'${reference}' is not text: it has parts.`,
        hint: `Name one of them: ${absent.names
          .slice(0, 3)
          .map((name) => `'${reference}.${name}'`)
          .join(', ')}.`,
      };
    case 'list':
      return {
        message: `'${reference}' is a list, not text.`,
        hint: `Loop over it: {% for each in site.data.${reference} %}.`,
      };
    case 'empty':
      return { message: `'${reference}' is empty.`, hint: 'Give it text, or remove the tag.' };
    default: {
      const { nearest } = absent;
      const hint = nearest === undefined ? 'Add it, or remove the tag.' : `Did you mean '${nearest}'?`;
      return { message: `There is no '${reference}' in the data.`, hint };
    }
  }
}

function reportSyntax(run: Run, args: string): void {
  const meant = spellReference(args);
  const isKnown = meant !== undefined && run.site.corpus.data.find(meant, run.language) !== undefined;
  reportUnlessCommented(run, {
    code: 'resolve/reference-syntax',
    severity: 'error',
    message: args.trim() === '' ? `The tag 'data' names nothing.` : `'${args.trim()}' is not a reference.`,
    hint:
      meant === undefined
        ? 'Write {% data reusables.FOLDER.FILE %} or {% data variables.FILE.KEY %}.'
        : `Write {% data ${meant} %}.`,
    offset: run.offset,
    ...(isKnown && { meant: `data ${meant}` }),
    breaks: false,
  });
}
