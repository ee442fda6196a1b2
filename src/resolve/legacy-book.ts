import type { TopLevelToken } from 'liquidjs';
import type { Plan } from '../config/index.ts';
import { type Diagnostic, type Place, placeAt, type Source } from '../diagnostics/index.ts';
import { type DerivedText, findOffset } from './template/derive.ts';
import { findLegacyUses, type LegacyUse } from './template/legacy.ts';

/** Collects older forms of the sources that are read, to say one word of each form and file. */
export interface LegacyBook {
  note(source: Source, derived: DerivedText, tokens: readonly TopLevelToken[]): void;
  list(): readonly Diagnostic[];
}

interface Group {
  readonly first: LegacyUse;
  readonly place: Place;
  readonly count: number;
}

/** Each source counts once, however often it is used. */
export function createLegacyBook(plans: readonly Plan[]): LegacyBook {
  const shorts = new Map(plans.map(({ id, short }) => [id, short]));
  const groups = new Map<string, Group>();
  const seen = new WeakSet<Source>();
  return {
    note(source, derived, tokens) {
      if (seen.has(source)) return;
      seen.add(source);
      for (const use of findLegacyUses(tokens, shorts)) {
        const place = placeAt(source, findOffset(derived, use.offset));
        const key = `${place.file}\0${use.form}`;
        groups.set(key, addUse(groups.get(key), use, place));
      }
    },
    list: () => [...groups.values()].map(toDiagnostic),
  };
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
