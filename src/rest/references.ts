import { posix } from 'node:path';
import type { ReportFault, YamlMap, YamlValue } from '../config/index.ts';
import { findNearest, type Place } from '../diagnostics/index.ts';
import { findMember, isText, listEntries } from './nodes.ts';

/** A value without `$ref`, and what it is called. */
export interface Followed {
  /** Undefined where the reference leads nowhere, which has been reported. */
  readonly value: YamlValue | undefined;
  /** Of the last part of the reference: `Package`. */
  readonly name: string | undefined;
  /** The file and the place in it that a reference named; undefined for what stands where it is used. */
  readonly key: string | undefined;
}

/** Follows references; equal values are answered alike. */
export interface Follow {
  (value: YamlValue | undefined): Followed;
  /** Keeps what somebody has made of a value and all that it leads to. */
  readonly kept: WeakMap<YamlValue, unknown>;
}

/** Most references that lead to each other. */
const MAX_HOPS = 50;

/**
 * Follows `$ref` inside of a file, and to other files below `data/rest/`: a reference has no way out of that folder, and none into
 * a network. What stands beside a `$ref` counts before what it leads to.
 *
 * @param folder of the files, with a slash at its end
 * @param open gives what a file holds; undefined where there is none or it cannot be read
 */
export function createFollower(
  folder: string,
  open: (path: string) => YamlValue | undefined,
  report: ReportFault,
): Follow {
  const told = new Set<string>();
  const known = new WeakMap<YamlMap, Followed>();
  return Object.assign(followOnce, { kept: new WeakMap<YamlValue, unknown>() });

  function followOnce(value: YamlValue | undefined): Followed {
    if (value?.kind !== 'map' || !value.entries.has('$ref'))
      return { value, name: undefined, key: undefined };
    const found = known.get(value) ?? followAll(value);
    known.set(value, found);
    return found;
  }

  function followAll(start: YamlMap): Followed {
    let at: YamlValue = start;
    let name: string | undefined;
    let key: string | undefined;
    const seen = new Set<YamlValue>();
    const beside: YamlMap[] = [];
    while (at.kind === 'map' && at.entries.has('$ref')) {
      const { value: reference, keyPlace } = at.entries.get('$ref') ?? { value: at, keyPlace: at.place };
      if (!isText(reference)) return lead(keyPlace, 'is no text', "Write '#/components/schemas/NAME'.");
      if (seen.has(at) || seen.size >= MAX_HOPS)
        return lead(
          reference.place,
          `leads back to itself: '${reference.value}'`,
          'Write what it stands for.',
        );
      seen.add(at);
      if (at.entries.size > 1) beside.push(at);
      const target = find(reference.value, reference.place);
      if (target === undefined) return NOTHING;
      at = target.value;
      ({ name, key } = target);
    }
    return { value: beside.reduceRight<YamlValue>(lay, at), name, key };
  }

  function find(
    reference: string,
    place: Place,
  ): { value: YamlValue; name: string; key: string } | undefined {
    const [address = '', pointer = ''] = reference.split('#', 2);
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) {
      lead(
        place,
        `'${reference}' points to a network`,
        'Put the file below the folder, and name it from here.',
      );
      return undefined;
    }
    const path = address === '' ? place.file : posix.join(posix.dirname(place.file), decode(address));
    if (address.startsWith('/') || !path.startsWith(folder)) {
      lead(place, `'${reference}' leads out of ${folder}`, 'Put the file below that folder.');
      return undefined;
    }
    const root = open(path);
    if (root === undefined) {
      lead(place, `'${reference}' leads to '${path}', which is not a file of ${folder}`, 'Correct its name.');
      return undefined;
    }
    const parts = pointer === '' ? [] : pointer.replace(/^\//, '').split('/').map(decodePart);
    let at: YamlValue = root;
    for (const part of parts) {
      const next: YamlValue | undefined = at.kind === 'list' ? at.values[Number(part)] : findMember(at, part);
      if (next === undefined) {
        const nearest = findNearest(
          part,
          listEntries(at).map(([key]) => key),
        );
        const hint = nearest === undefined ? 'Add it, or correct the name.' : `Did you mean '${nearest}'?`;
        lead(place, `'${reference}' leads to nothing: there is no '${part}'`, hint);
        return undefined;
      }
      at = next;
    }
    const name = parts.at(-1) ?? posix.basename(path).replace(/\.[a-z]+$/, '');
    return { value: at, name, key: `${path}#${parts.join('/')}` };
  }

  function lead(place: Place, what: string, hint: string): Followed {
    const key = `${place.file}:${place.line}:${place.column}`;
    if (!told.has(key))
      report({
        code: 'rest/broken-reference',
        severity: 'error',
        message: `The reference ${what}.`,
        hint,
        place,
      });
    told.add(key);
    return NOTHING;
  }
}

const NOTHING: Followed = { value: undefined, name: undefined, key: undefined };

/** What is written beside a reference over what it leads to. */
function lay(value: YamlValue, above: YamlMap): YamlValue {
  if (value.kind !== 'map') return value;
  const own = [...above.entries].filter(([key]) => key !== '$ref');
  return { ...value, entries: new Map([...value.entries, ...own]) };
}

function decodePart(part: string): string {
  return decode(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
