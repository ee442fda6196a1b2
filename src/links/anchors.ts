import type { FieldName, NoteName } from '../load/index.ts';
import { type Heading, RESERVED_IDS } from '../markdown/index.ts';
import type { Version } from '../versions/index.ts';
import { listHeadingMarks } from './heading-marks.ts';
import { pairHeadings } from './pair-headings.ts';
import { listRawAnchors } from './raw-anchors.ts';
import { hasTitles, type TitleHeadings } from './title-headings.ts';
import type { RenderedArticle } from './types.ts';

/** Fields that become HTML of a page, the body first: where two would have the same id, the body keeps it. */
export const HTML_FIELDS = [
  'body',
  'intro',
  'product',
  'permissions',
] as const satisfies readonly FieldName[];
export type HtmlField = (typeof HTML_FIELDS)[number];

/** Whether a field is a note of a journey: HTML too, but shown on other pages, where it has no anchors. */
export function isNote(field: FieldName): field is NoteName {
  return field.startsWith('journeyTracks.');
}

/** What a fragment can name on a page. */
export interface Anchors {
  /** Ids of the headings of each field, in their order. */
  readonly headings: Readonly<Record<HtmlField, readonly string[]>>;
  /** Headings of the body with the ids they have on the page. */
  readonly body: readonly Heading[];
  /** Ids that the source has at a heading in raw HTML and a translation has not, by the place of its heading in the body. */
  readonly carried: ReadonlyMap<number, readonly string[]>;
  /** Headings of the body of a translation and of its source that stand for none of the other. */
  readonly unpaired: UnpairedHeadings;
  /** From what an author may write after `#` to the id on the page: in a translation its own headings' ids lead to the source's. */
  readonly ids: ReadonlyMap<string, string>;
  /** Whether parts of the page are not here, so that other fragments may be sound as well. */
  readonly isPartial: boolean;
}

export interface UnpairedHeadings {
  readonly translated: readonly Heading[];
  readonly source: readonly Heading[];
}

/**
 * Anchors of an article as rendered in its language, with the heading ids of `source` (the same article and version
 * in the source language). Unique on the page.
 */
export type ListAnchors = (
  rendered: RenderedArticle,
  source: RenderedArticle | undefined,
  version: Version,
) => Anchors;

/** Remembers its answers, for many versions share a rendering. Those with titles in headings are one for each version. */
export function createAnchorLister(titleHeadings: TitleHeadings): ListAnchors {
  const known = new WeakMap<RenderedArticle, WeakMap<RenderedArticle, Map<Version | undefined, Anchors>>>();
  return (rendered, source = rendered, version) => {
    const bySource = known.get(rendered) ?? new WeakMap<RenderedArticle, Map<Version | undefined, Anchors>>();
    known.set(rendered, bySource);
    const byVersion = bySource.get(source) ?? new Map<Version | undefined, Anchors>();
    bySource.set(source, byVersion);
    const key = [rendered, source].some(hasTitledHeadings) ? version : undefined;
    const anchors =
      byVersion.get(key) ??
      listAnchors(rendered, source, (field) => [
        titleHeadings(rendered, field, version),
        titleHeadings(source, field, version),
      ]);
    byVersion.set(key, anchors);
    return anchors;
  };
}

const NO_MARKS: Anchors['carried'] = new Map();

function hasTitledHeadings({ renderings }: RenderedArticle): boolean {
  return HTML_FIELDS.some((field) => hasTitles(renderings[field]?.headings ?? []));
}

/** `listHeadings` gives those of the page and those of the source. */
function listAnchors(
  { resolution, renderings }: RenderedArticle,
  { renderings: { body: sourceBody } }: RenderedArticle,
  listHeadings: (field: HtmlField) => readonly [readonly Heading[], readonly Heading[]],
): Anchors {
  const raw = HTML_FIELDS.map((field) => listRawAnchors(renderings[field]));
  // Those of the page as well, for ids that are made of titles.
  const taken = new Set([...RESERVED_IDS, ...raw.flatMap(({ ids }) => ids)]);
  let unpaired: UnpairedHeadings = { translated: [], source: [] };
  let bodyPairs: readonly (string | undefined)[] = [];
  const headings = { body: nameField('body'), intro: nameField('intro'), product: nameField('product') };
  const complete = { ...headings, permissions: nameField('permissions') };
  const carried = carryMarks();
  return {
    headings: complete,
    body: renameHeadings(listHeadings('body')[0], complete.body),
    carried,
    unpaired,
    ids: listFragments(),
    isPartial: resolution.hasOutsideData,
  };

  function nameField(field: HtmlField): readonly string[] {
    const [own, source] = listHeadings(field);
    // Paired ids first: they are what readers have in their bookmarks.
    const pairs = pairHeadings(own, source);
    if (field === 'body') {
      unpaired = listUnpaired(own, source, pairs);
      bodyPairs = pairs;
    }
    const names = pairs.map((id) => (id === undefined ? undefined : takeId(id, taken)));
    return own.map(({ id }, at) => names[at] ?? takeId(id, taken));
  }

  /** What readers have in their bookmarks leads to the section in every language. */
  function carryMarks(): Anchors['carried'] {
    if (sourceBody === undefined || sourceBody === renderings.body) return NO_MARKS;
    const marks = listHeadingMarks(sourceBody);
    if (marks.size === 0) return NO_MARKS;
    const found = new Map<number, readonly string[]>();
    const names = new Set(raw.flatMap((each) => each.names));
    for (const [heading, ids] of marks) {
      const at = bodyPairs.indexOf(listHeadings('body')[1][heading]?.id);
      const free = ids.filter((id) => !taken.has(id) && !names.has(id));
      if (at === -1 || free.length === 0) continue;
      for (const id of free) taken.add(id);
      found.set(at, free);
    }
    return found;
  }

  function listFragments(): ReadonlyMap<string, string> {
    const fragments = new Map<string, string>();
    for (const id of [...taken, ...raw.flatMap(({ names }) => names)]) fragments.set(id, id);
    for (const field of HTML_FIELDS) {
      for (const [at, { id }] of listHeadings(field)[0].entries()) {
        if (!fragments.has(id)) fragments.set(id, complete[field][at] ?? id);
      }
    }
    return fragments;
  }
}

/** @param pairs for each heading of the translation the id of the source's heading that stands for it */
function listUnpaired(
  translated: readonly Heading[],
  source: readonly Heading[],
  pairs: readonly (string | undefined)[],
): UnpairedHeadings {
  const paired = new Set(pairs);
  return {
    translated: translated.filter((_, at) => pairs[at] === undefined),
    source: source.filter(({ id }) => !paired.has(id)),
  };
}

function renameHeadings(headings: readonly Heading[], ids: readonly string[]): readonly Heading[] {
  const isSame = headings.every(({ id }, at) => id === ids[at]);
  return isSame ? headings : headings.map((heading, at) => ({ ...heading, id: ids[at] ?? heading.id }));
}

/** The id itself, or with the first free number after it, as headings of the same text get. */
function takeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let count = 1; taken.has(free); count += 1) free = `${id}-${count}`;
  taken.add(free);
  return free;
}
