import type { Source } from '../../diagnostics/index.ts';
import { applyEdits, type Edit, type TracedText } from '../tidy/apply-edits.ts';
import { characters } from './characters.ts';
import { conditions } from './conditions.ts';
import { delimiters } from './delimiters.ts';
import { emptyTags } from './empty-tags.ts';
import { findLostTables } from './find-lost-tables.ts';
import { findRawText } from './find-tags.ts';
import { htmlTags } from './html-tags.ts';
import { keepNearer } from './keep-nearer.ts';
import { lineBreaks } from './line-breaks.ts';
import { links } from './links.ts';
import { inlineMarkers, markers } from './markers.ts';
import { missingData } from './missing-data.ts';
import { outlineBlocks } from './outline-blocks.ts';
import { references } from './references.ts';
import { strayClosings } from './stray-closings.ts';
import { tableRows } from './table-rows.ts';
import { tagNames } from './tag-names.ts';
import type { Original, Repair, Vocabulary } from './types.ts';

export { findLostTables } from './find-lost-tables.ts';
export type { Original, Vocabulary } from './types.ts';

/** In this order: each finds the text as those before it left it. */
const REPAIRS: readonly Repair[] = [
  delimiters,
  characters,
  tagNames,
  missingData,
  references,
  conditions,
  emptyTags,
  strayClosings,
  links,
  markers,
  inlineMarkers,
  htmlTags,
  tableRows,
  lineBreaks,
];

/** A translated text without the commonest damage, and what was done, by kind. */
export interface RepairedText {
  readonly traced: TracedText;
  readonly counts: ReadonlyMap<string, number>;
  /** Whether a table of the original is text here, since its head and its delimiters do not fit. */
  readonly hasLostTable: boolean;
}

/** Repairs a translated text, with the source language as the guide. What is sound comes out as it is. */
export function repairText(source: Source, original: Original, vocabulary: Vocabulary): RepairedText {
  const whole = { start: 0, source, offset: 0, verbatim: true, via: undefined };
  let traced: TracedText = { text: source.text, segments: [whole] };
  const counts = new Map<string, number>();
  for (const repair of REPAIRS) {
    const found = findDamage(repair, traced.text, original, vocabulary);
    const edits = repair.shapesBlocks ? keepNearer(traced.text, found, original.text) : found;
    if (edits.length > 0) counts.set(repair.kind, (counts.get(repair.kind) ?? 0) + edits.length);
    traced = applyEdits(traced, edits);
  }
  return { traced, counts, hasLostTable: hasLostTable(traced.text, original.text) };
}

function hasLostTable(text: string, original: string): boolean {
  if (findLostTables(text).length === 0 || findLostTables(original).length > 0) return false;
  const [own, source] = [text, original].map(
    (each) => outlineBlocks(each).filter((word) => word.startsWith('table')).length,
  );
  return (own ?? 0) < (source ?? 0);
}

/** Raw text is shown as it stands; what is found in the original as well is no damage. */
function findDamage(
  { findEdits }: Repair,
  text: string,
  original: Original,
  vocabulary: Vocabulary,
): readonly Edit[] {
  const edits = findEdits(text, original, vocabulary);
  if (edits.length === 0) return edits;
  const raw = findRawText(text);
  const meant = new Set(
    findEdits(original.text, original, vocabulary).map(({ start, end }) => original.text.slice(start, end)),
  );
  return edits.filter(({ start, end, replacement }) => {
    const damage = text.slice(start, end);
    const isRaw = raw.some((region) => region.start < end && start < region.end);
    return damage !== replacement && !meant.has(damage) && !isRaw;
  });
}
