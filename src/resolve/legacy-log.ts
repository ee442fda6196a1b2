import type { Plan } from '../config/index.ts';
import {
  type Diagnostic,
  type FileEdit,
  type Place,
  type Point,
  placeAt,
  type Source,
} from '../diagnostics/index.ts';
import { findOffset } from './template/derive.ts';
import { findLegacyUses, type LegacyUse } from './template/legacy.ts';
import type { NoteTokens } from './template/parse-source.ts';
import { findTagEnd } from './template/source-fixes.ts';

/** An older form in a source. */
export interface PlacedUse extends LegacyUse {
  readonly place: Place;
  /** Where its tag ends, if the tag stands in the file as it was parsed. */
  readonly end: Point | undefined;
}

interface Group {
  readonly first: PlacedUse;
  readonly count: number;
  /** Of those that can be rewritten. */
  readonly edits: readonly FileEdit[];
}

/** Notes the older forms of sources that are parsed, once for each source. */
export function createLegacyLog(
  plans: readonly Plan[],
  known: WeakMap<Source, readonly PlacedUse[]>,
): NoteTokens {
  const shorts = new Map(plans.map(({ id, short }) => [id, short]));
  return (source, derived, tokens) => {
    if (known.has(source)) return;
    const uses = findLegacyUses(tokens, shorts);
    known.set(
      source,
      uses.map((use) => ({
        ...use,
        place: placeAt(source, findOffset(derived, use.offset)),
        end: findTagEnd(source, derived, use.offset),
      })),
    );
  };
}

/** One word of each form and file. */
export function listLegacyForms(uses: Iterable<PlacedUse>): readonly Diagnostic[] {
  const groups = new Map<string, Group>();
  for (const use of uses) {
    const key = `${use.place.file}\0${use.form}`;
    groups.set(key, addUse(groups.get(key), use));
  }
  return [...groups.values()].map(toDiagnostic);
}

function addUse(group: Group | undefined, use: PlacedUse): Group {
  const { place, end, newer } = use;
  const edits =
    newer === undefined || end === undefined
      ? []
      : [{ file: place.file, start: { line: place.line, column: place.column }, end, text: newer }];
  if (group === undefined) return { first: use, count: 1, edits };
  const { first } = group;
  const isBefore =
    place.line < first.place.line || (place.line === first.place.line && place.column < first.place.column);
  return { first: isBefore ? use : first, count: group.count + 1, edits: [...group.edits, ...edits] };
}

function toDiagnostic({ first: { form, written, hint, place, end }, count, edits }: Group): Diagnostic {
  const others =
    count === 1 ? '' : `, here and in ${count - 1} more ${count === 2 ? 'place' : 'places'} of the file`;
  return {
    code: CODES[form],
    severity: 'warning',
    message: `'${written}' is an older form that still works${others}.`,
    hint,
    place,
    ...(end && { end }),
    ...(edits.length > 0 && { fixes: [{ title: 'Write the newer form', edits }] }),
    via: [],
    versions: [],
    languages: [],
  };
}

const CODES = {
  output: 'resolve/legacy-output',
  reference: 'resolve/legacy-reference',
  condition: 'resolve/legacy-condition',
  link: 'resolve/legacy-link',
  include: 'resolve/legacy-include',
} as const satisfies Readonly<Record<LegacyUse['form'], string>>;
