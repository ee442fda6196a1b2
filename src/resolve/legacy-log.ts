import type { Plan } from '../config/index.ts';
import { type Diagnostic, type Place, placeAt, type Source } from '../diagnostics/index.ts';
import { findOffset } from './template/derive.ts';
import { findLegacyUses, type LegacyUse } from './template/legacy.ts';
import type { NoteTokens } from './template/parse-source.ts';

/** An older form in a source. */
export interface PlacedUse extends LegacyUse {
  readonly place: Place;
}

interface Group {
  readonly first: LegacyUse;
  readonly place: Place;
  readonly count: number;
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
      uses.map((use) => ({ ...use, place: placeAt(source, findOffset(derived, use.offset)) })),
    );
  };
}

/** One word of each form and file. */
export function listLegacyForms(uses: Iterable<PlacedUse>): readonly Diagnostic[] {
  const groups = new Map<string, Group>();
  for (const use of uses) {
    const key = `${use.place.file}\0${use.form}`;
    groups.set(key, addUse(groups.get(key), use, use.place));
  }
  return [...groups.values()].map(toDiagnostic);
}

function addUse(group: Group | undefined, use: LegacyUse, place: Place): Group {
  if (group === undefined) return { first: use, place, count: 1 };
  const isBefore =
    place.line < group.place.line || (place.line === group.place.line && place.column < group.place.column);
  return isBefore ? { first: use, place, count: group.count + 1 } : { ...group, count: group.count + 1 };
}

function toDiagnostic({ first: { form, written, hint }, place, count }: Group): Diagnostic {
  const others =
    count === 1 ? '' : `, here and in ${count - 1} more ${count === 2 ? 'place' : 'places'} of the file`;
  return {
    code: CODES[form],
    severity: 'warning',
    message: `'${written}' is an older form that still works${others}.`,
    hint,
    place,
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
