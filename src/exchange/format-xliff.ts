import { listSealed } from './seal.ts';
import type { Inline, PlacedBlock, Sealed, TranslationUnit } from './types.ts';

/** The languages as tags of BCP 47, and the version of XLIFF that is declared: the document is the same in both. */
export interface XliffHead {
  readonly source: string;
  readonly target: string;
  readonly version: '2.0' | '2.1';
}

/** Places that a note names; a text in hundreds of places needs no more to be understood. */
const MOST_PLACES = 10;

/**
 * An XLIFF document: a `file` for each source that has the first block of a unit, one segment a unit.
 *
 * @see https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html
 */
export function formatXliff(
  units: readonly TranslationUnit[],
  { source, target, version }: XliffHead,
): string {
  const files = new Map<string, TranslationUnit[]>();
  for (const unit of units) {
    const file = unit.blocks[0]?.file ?? '';
    files.set(file, [...(files.get(file) ?? []), unit]);
  }
  const lines = [...files].flatMap(([file, own], at) => [
    `  <file id="f${at + 1}" original="${escapeAttribute(file)}">`,
    ...own.flatMap(formatUnit),
    '  </file>',
  ]);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="${version}" srcLang="${source}" trgLang="${target}">`,
    ...lines,
    '</xliff>',
  ].join('\n')}\n`;
}

function formatUnit(unit: TranslationUnit): readonly string[] {
  const { id, source, target, blocks } = unit;
  const own = target !== undefined && isSame(listSealed(source), listSealed(target)) ? target : undefined;
  const isDone = own !== undefined && blocks.every(({ before }) => before === undefined);
  const state = isDone ? 'translated' : 'initial';
  return [
    `    <unit id="${id}" name="${escapeAttribute(nameFirst(blocks))}" canResegment="no" xml:space="preserve">`,
    '      <notes>',
    ...listNotes(unit, own === undefined).map(
      ([category, text]) => `        <note category="${category}">${escapeText(showControls(text))}</note>`,
    ),
    '      </notes>',
    ...formatData(source),
    `      <segment state="${state}">`,
    `        <source>${formatPieces(source, source)}</source>`,
    ...(own === undefined ? [] : [`        <target>${formatPieces(own, source)}</target>`]),
    '      </segment>',
    '    </unit>',
  ];
}

function nameFirst([first]: readonly PlacedBlock[]): string {
  return first === undefined ? '' : `${first.file}#${first.key ?? first.line}`;
}

/** Where the text stands, as what, and what there was before. */
function listNotes(
  { blocks, target }: TranslationUnit,
  isTargetLost: boolean,
): readonly (readonly [string, string])[] {
  const places = blocks
    .slice(0, MOST_PLACES)
    .map(({ file, line, key, kind }) =>
      key === undefined ? `${file}:${line} (${kind})` : `${file}:${line} (${key})`,
    );
  const left = blocks.length - places.length;
  const before = [...new Set(blocks.flatMap((block) => block.before || []))];
  return [
    ['location', left > 0 ? `${places.join('; ')}; and ${left} more` : places.join('; ')],
    ...before.map((text) => ['previous-source', text] as const),
    ...(isTargetLost && target !== undefined
      ? [['previous-target', target.map(({ text }) => text).join('')] as const]
      : []),
  ];
}

function formatData(source: readonly Inline[]): readonly string[] {
  const sealed = source.filter((piece) => piece.kind === 'sealed');
  if (sealed.length === 0) return [];
  return [
    '      <originalData>',
    ...sealed.map((piece) => `        <data id="${nameData(piece)}">${escapeText(piece.text)}</data>`),
    '      </originalData>',
  ];
}

function nameData({ id, part }: Sealed): string {
  return part === 'end' ? `d${id}e` : `d${id}`;
}

const FIXED = 'canCopy="no" canDelete="no"';

/** A piece of a translation has the id of the piece of the source that says the same. */
function formatPieces(pieces: readonly Inline[], source: readonly Inline[]): string {
  const ids = pairIds(pieces, source);
  return pieces
    .map((piece) => {
      if (piece.kind === 'words') return escapeText(piece.text);
      if (piece.part === 'end') return '</pc>';
      const id = ids.get(piece.id) ?? piece.id;
      if (piece.part === 'start') {
        return `<pc id="${id}" dataRefStart="d${id}" dataRefEnd="d${id}e" type="link" ${FIXED}>`;
      }
      return `<ph id="${id}" dataRef="d${id}" disp="${escapeAttribute(nameSealed(piece.text))}" ${FIXED}/>`;
    })
    .join('');
}

/** Ids of the pieces, to ids of the source. Equal texts are taken in their order. */
function pairIds(pieces: readonly Inline[], source: readonly Inline[]): ReadonlyMap<string, string> {
  const free = new Map<string, string[]>();
  for (const [id, text] of joinEnds(source)) free.set(text, [...(free.get(text) ?? []), id]);
  return new Map(
    [...joinEnds(pieces)].flatMap(([id, text]) => {
      const twin = free.get(text)?.shift();
      return twin === undefined ? [] : [[id, twin] as const];
    }),
  );
}

/** What each id stands for: of a link both its ends. */
function joinEnds(pieces: readonly Inline[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const piece of pieces) {
    if (piece.kind === 'sealed') texts.set(piece.id, `${texts.get(piece.id) ?? ''}\0${piece.text}`);
  }
  return texts;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}

/** A note is text alone, so what no XML may hold is named in it: `<U+0008>`. */
function showControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (character) => {
    return `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** Characters that no XML may hold are elements of XLIFF. */
function escapeText(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('\r', '&#13;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (character) => {
        const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        return `<cp hex="${code}"/>`;
      })
  );
}

/** For people. Angle brackets and ampersands are others, since a common tool writes attributes without escaping them. */
function nameSealed(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('&', '＆');
}

function escapeAttribute(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('"', '&quot;')
      .replace(/[\n\t]/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: no XML may hold them
      .replace(/[\u0000-\u001f\ufffe\uffff]/g, '')
  );
}
