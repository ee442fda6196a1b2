import { type Context, type Emitter, Tag } from 'liquidjs';
import { getRun } from '../renderer.ts';
import { reportUnlessCommented } from '../run.ts';
import { includeReference, parseReference, spellReference } from './data.ts';

const ARGUMENTS = /^(\S+?)(?:\s+spaces\s*=\s*(\d{1,2}))?$/;
const DEFAULT_SPACES = 2;

/** `{% indented_data_reference reusables.a.b spaces=3 %}`: as `data`, untrimmed, with blanks before every line. */
export class IndentedDataReferenceTag extends Tag {
  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const run = getRun(context);
    const match = ARGUMENTS.exec(this.token.args.trim());
    const reference = match?.[1] === undefined ? undefined : parseReference(match[1]);
    if (reference !== undefined) {
      const prefix = ' '.repeat(Number(match?.[2] ?? DEFAULT_SPACES));
      yield includeReference(run, context, emitter, reference, { trim: false, prefix, prefixFirst: true });
      return;
    }
    reportUnlessCommented(run, {
      code: 'resolve/reference-syntax',
      severity: 'error',
      ...describeFault(this.token.args.trim()),
      offset: run.offset,
      breaks: false,
    });
  }
}

function describeFault(args: string): { readonly message: string; readonly hint: string } {
  const { 0: lead = '', index = 0 } = /(?<![\w-])[\w-]+(?:[./][\w-]+)+/.exec(args) ?? {};
  const reference = spellReference(lead);
  if (reference === undefined)
    return {
      message: `'${args}' is not a reference with a number of spaces.`,
      hint: 'Write {% indented_data_reference reusables.FOLDER.FILE spaces=3 %}.',
    };
  const rest = args.slice(index + lead.length).trim();
  const spaces = /(?<![-\d])\d{1,2}(?!\d)/.exec(rest)?.[0] ?? '3';
  return {
    message:
      index > 0 || parseReference(lead) === undefined || /^["”’]/.test(rest)
        ? `'${args}' is not a reference with a number of spaces.`
        : `'${rest}' does not give a number of spaces from 0 to 99, as in 'spaces=3'.`,
    hint: `Write {% indented_data_reference ${reference} spaces=${spaces} %}.`,
  };
}
