import { formatPlace, type Place } from '../diagnostics/index.ts';
import type {
  AddressExplanation,
  BlockOrigin,
  ConditionAround,
  ExplainedBlock,
  ReachedPlace,
  SiteSource,
  SourceExplanation,
} from '../queries/index.ts';
import { createSet, findVersions, formatRanges } from '../versions/index.ts';

/** What becomes of a source, for people. */
export function formatSourceExplanation(
  { file, line, lastLine, text = '', conditions, places, lookedAt, reason }: SourceExplanation,
  site: SiteSource,
): readonly string[] {
  const lines = lastLine === line ? `${line}` : `${line}-${lastLine}`;
  const head =
    line === undefined
      ? [file]
      : [`${file}:${lines}`, ...text.split('\n').map((each) => `  ${each.trim()}`.trimEnd())];
  return [
    ...head,
    ...formatConditions(conditions),
    '',
    ...(reason === undefined ? formatPlaces(places, site) : [reason]),
    '',
    `${count(lookedAt, 'article')} looked at${site.languages.length > 1 ? ', in each language' : ''}.`,
  ];
}

function formatConditions(conditions: readonly ConditionAround[]): readonly string[] {
  if (conditions.length === 0) return [];
  return [
    '',
    'Conditions around it',
    ...formatTable(conditions.map(({ tag, place, ranges }) => [tag, `line ${place.line}`, ranges])),
  ];
}

function formatPlaces(places: readonly ReachedPlace[], site: SiteSource): readonly string[] {
  const pages = new Set(places.flatMap(({ addresses }) => addresses));
  const articles = new Set(places.map(({ article }) => article));
  const versions = new Set(places.flatMap((place) => place.versions));
  const ranges = formatRanges(
    createSet([...versions].flatMap((name) => findVersions(site.versions, name))),
    site.versions,
    { within: site.built },
  );
  return [
    `Shown on ${count(pages.size, 'page')} of ${count(articles.size, 'article')}: ${ranges}`,
    ...groupPlaces(places).flatMap(({ first, languages, fields }) => [
      '',
      `  ${first.addresses[0]}`,
      `    ${[fields.join(', '), first.ranges, ...(site.config.languages.length > 1 ? [languages.join(', ')] : [])].join(' · ')}`,
      ...formatChain(first.via).map((use) => `    ${use}`),
    ]),
  ];
}

interface PlaceGroup {
  readonly first: ReachedPlace;
  readonly languages: string[];
  readonly fields: string[];
}

/** Languages and parts that have the same versions by the same chain are told together. */
function groupPlaces(places: readonly ReachedPlace[]): readonly PlaceGroup[] {
  const groups = new Map<string, PlaceGroup>();
  for (const place of places) {
    const key = JSON.stringify([place.article, place.ranges, place.via]);
    const group = groups.get(key) ?? { first: place, languages: [], fields: [] };
    groups.set(key, group);
    if (!group.languages.includes(place.language)) group.languages.push(place.language);
    if (!group.fields.includes(place.field)) group.fields.push(place.field);
  }
  return [...groups.values()];
}

function formatChain(via: readonly Place[]): readonly string[] {
  return via.map((place) => `used at ${formatPlace(place)}`);
}

/** Where the blocks of a page come from, for people. */
export function formatAddressExplanation(page: AddressExplanation): readonly string[] {
  const { address, file, versions, version, ranges, fallbacks, language, blocks } = page;
  return [
    address,
    `  ${file}, in ${ranges}`,
    ...(versions.includes(version) ? [] : [`  ${version} is a preview: it is built only when asked for.`]),
    ...(fallbacks.length === 0
      ? []
      : [`  ${fallbacks.join(', ')}: not in '${language}', so the source language is shown`]),
    ...blocks.flatMap((block) => ['', ...formatBlock(block, ranges)]),
  ];
}

function formatBlock({ field, text, origins }: ExplainedBlock, ranges: string): readonly string[] {
  const [first = '', ...rest] = dropDrawings(text).split('\n');
  const words = first.trim().length > MAX_WORDS ? `${first.trim().slice(0, MAX_WORDS)} …` : first.trim();
  const more = rest.length > 0 && words.endsWith('…') === false ? ' …' : '';
  const label = field === 'body' ? '' : `${field}: `;
  return [`${label}${words}${more}`, ...origins.flatMap((origin) => formatOrigin(origin, ranges))];
}

/** Where one does not end, none after it does. */
function dropDrawings(text: string): string {
  return text.replace(/<svg[\s\S]*?(<\/svg>|$)/g, (drawing, end) => (end === '' ? drawing : ''));
}

const MAX_WORDS = 90;

function formatOrigin(
  { file, line, lastLine, via, conditions, ranges }: BlockOrigin,
  ofPage: string,
): readonly string[] {
  const lines = line === lastLine ? String(line) : `${line}-${lastLine}`;
  return [
    `  ${file}:${lines}${conditions.length === 0 || ranges === ofPage ? '' : `  ${ranges}`}`,
    ...formatChain(via).map((use) => `    ${use}`),
    ...conditions.map((each) => `    ${each.tag}  (${each.place.file}:${each.place.line}): ${each.ranges}`),
  ];
}

function formatTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd());
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
