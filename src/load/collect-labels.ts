import type { YamlMap, YamlScalar, YamlValue } from '../config/index.ts';
import type { Place, Source } from '../diagnostics/index.ts';
import { findFrontmatter } from './read-article-file.ts';
import type { NoteName } from './types.ts';

/**
 * Texts of frontmatter that readers read although they are no fields: headings of columns, names of groups, journeys.
 * By their path; an entry with an `id` goes by it, so that a translation may leave out or reorder entries.
 */
export function collectLabels(map: YamlMap | undefined): ReadonlyMap<string, Source> {
  const labels = new Map<string, Source>();
  for (const { path, value } of walkKeys(map, [
    'featuredLinks',
    'sidebarLink',
    'childGroups',
    'journeyTracks',
    'journeyArticlesHeading',
  ])) {
    if (isWritten(value) && LABEL.test(path) && !labels.has(path)) labels.set(path, value.source);
  }
  return labels;
}

const LABEL =
  /^(?:featuredLinks\.(?:\w+Heading|videos\.[^.]+\.title)|sidebarLink\.text|childGroups\.[^.]+\.name|journeyArticlesHeading|journeyTracks\.[^.]+\.(?:title|description|timeCommitment))$/;

/** What journeys say of the next step of their guides: whole sentences with links. By their path, as labels. */
export function collectNotes(map: YamlMap | undefined): Record<NoteName, Source> {
  const notes: Record<NoteName, Source> = {};
  for (const { path, value } of walkKeys(map, ['journeyTracks']))
    if (isWritten(value) && isNote(path)) notes[path] ??= value.source;
  return notes;
}

function isNote(path: string): path is NoteName {
  return /^journeyTracks\.[^.]+\.guides\.\d+\.alternativeNextStep$/.test(path);
}

function isWritten(value: YamlValue): value is YamlScalar {
  return value.kind === 'scalar' && typeof value.value === 'string' && value.value.trim() !== '';
}

/** Keys whose values name addresses and tracks, which later stages judge one by one. */
const JUDGED = [
  'introLinks',
  'featuredLinks',
  'includeGuides',
  'learningTracks',
  'journeyTracks',
  'spotlight',
  'carousels',
  'recommended',
  'sidebarLink',
  'childGroups',
  'changelog',
  'rest',
];

/** Where the value of each key stands, and each value inside of those that are judged: `featuredLinks.popular.0`. */
export function collectPlaces(map: YamlMap): ReadonlyMap<string, Place> {
  const places = new Map([...map.entries].map(([key, { value }]) => [key, value.place]));
  for (const { path, value } of walkKeys(map, JUDGED, String)) places.set(path, value.place);
  return places;
}

interface Found {
  readonly path: string;
  readonly value: YamlValue;
}

type NameEntry = (index: number, value: YamlValue) => string;

function* walkKeys(
  map: YamlMap | undefined,
  keys: readonly string[],
  nameEntry: NameEntry = nameById,
): Generator<Found> {
  if (map === undefined) return;
  for (const key of keys) {
    const value = findFrontmatter(map, key);
    if (value !== undefined) yield* walk(value, key, nameEntry);
  }
}

function* walk(value: YamlValue, path: string, nameEntry: NameEntry): Generator<Found> {
  yield { path, value };
  if (value.kind === 'list')
    for (const [index, child] of value.values.entries())
      yield* walk(child, `${path}.${nameEntry(index, child)}`, nameEntry);
  if (value.kind === 'map')
    for (const [key, child] of value.entries) yield* walk(child.value, `${path}.${key}`, nameEntry);
}

function nameById(index: number, value: YamlValue): string {
  const id = value.kind === 'map' ? value.entries.get('id')?.value : undefined;
  return id?.kind === 'scalar' && /^[\w-]+$/.test(id.source.text) ? id.source.text : String(index);
}
