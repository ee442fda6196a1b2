import { type Place, placeAt } from '../diagnostics/index.ts';
import { listUses, type Run, type RunProblem, reportUnlessCommented } from './run.ts';
import { findOffset } from './template/derive.ts';
import type { TemplateFault } from './template/faults.ts';
import type { UnknownName } from './unknown-names.ts';

const RAW = 'put it between {% raw %} and {% endraw %}';

/** `{{ secrets.TOKEN }}`: the commonest mistake of the format. What is wrong with the output in itself is told already. */
export function reportUnknownName(run: Run, { name, nearest }: UnknownName, offset: number): void {
  const { frame } = run;
  if (frame === undefined) return;
  const { source, derived, faults } = frame.parsed;
  // That some of its words or a filter do nothing says little where all of it does nothing.
  run.silenced.set(namePlace(placeAt(source, findOffset(derived, offset))), run.problems.length);
  if (listErrors(faults).has(offset)) return;
  reportUnlessCommented(run, {
    code: 'resolve/unknown-name',
    severity: 'error',
    message: `Nothing has the name '${name}', so the output is empty.`,
    hint: suggestName(run, name, nearest),
    offset,
    breaks: false,
  });
}

/** What was found by a run, without what says little. */
export function listProblems({ problems, silenced }: Run): readonly RunProblem[] {
  return silenced.size === 0
    ? problems
    : problems.filter(
        ({ severity, place }, at) => severity === 'error' || at >= (silenced.get(namePlace(place)) ?? 0),
      );
}

function namePlace({ file, line, column }: Place): string {
  return `${line}:${column} ${file}`;
}

/** Where the errors of a source stand. A text may have thousands. */
function listErrors(faults: readonly TemplateFault[]): ReadonlySet<number> {
  const known = errorsOf.get(faults);
  if (known !== undefined) return known;
  const errors = faults.filter(({ severity }) => severity === 'error');
  const found = new Set(errors.map(({ offset }) => offset));
  errorsOf.set(faults, found);
  return found;
}

const errorsOf = new WeakMap<readonly TemplateFault[], ReadonlySet<number>>();

function suggestName({ site }: Run, name: string, nearest: string | undefined): string {
  const reference = name.replace(/^(?:site\.)?data\./, '');
  const known = site.corpus.data.find(reference, '') === undefined ? undefined : reference;
  const isReference = /^(?:variables|reusables|ui)\./.test(reference);
  const meant = known ?? (isReference ? site.corpus.data.findNearest(reference) : undefined);
  if (meant !== undefined)
    return `Write {% data ${meant} %}; or, if the braces are part of the text, ${RAW}.`;
  if (nearest !== undefined) return `Did you mean '${nearest}'? If the braces are part of the text, ${RAW}.`;
  return `If the braces are part of the text, ${RAW}.`;
}

/** Notes that the page shows data from outside of the content. Said once for each page, at the tag in its own text. */
export function noteOutside(run: Run, name: string, message: string, hint: string): void {
  const { frame, offset } = run;
  if (frame === undefined || run.outside !== undefined || frame.parsed.isCommented(offset)) return;
  const { source, derived } = frame.parsed;
  const uses = listUses(frame.use);
  run.outside = {
    name,
    code: 'resolve/outside-data',
    severity: 'warning',
    message,
    hint,
    place: uses.at(-1) ?? placeAt(source, findOffset(derived, offset)),
    via: [],
    language: frame.language,
    breaks: false,
  };
}

/** A loop or an output of data that is not there. */
export function reportOutside(run: Run, { name, isOutside, nearest }: UnknownName): void {
  const message = isOutside
    ? `'${name}' is data outside the content, so this part of the page is empty.`
    : `Nothing has the name '${name}', so the loop over it shows nothing.`;
  const hint =
    nearest === undefined || isOutside
      ? 'Link to where readers can find that, or put the data into data/ and loop over site.data.'
      : `Did you mean '${nearest}'?`;
  noteOutside(run, name, message, hint);
}
