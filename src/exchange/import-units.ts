import type { Diagnostic } from '../diagnostics/index.ts';
import type { SourceBlock, TranslationPair } from '../queries/index.ts';
import { hasWords, listPlacedBlocks, nameBlocks, nameTranslated } from './list-units.ts';
import type { PairedFile } from './pair-files.ts';
import { readTarget } from './read-target.ts';
import { returnFile } from './return-file.ts';
import type { PlacedBlock, ReturnedUnit } from './types.ts';

/** A file of a translation, and what it becomes. Lines end in LF. */
export interface ImportedFile {
  readonly file: string;
  /** Undefined where it was not there. */
  readonly before: string | undefined;
  readonly after: string;
}

export interface Import {
  /** Files that change, in order. */
  readonly files: readonly ImportedFile[];
  /** Units: those with a target, and of them those that say something new, and those that were refused. */
  readonly figures: { readonly units: number; readonly changed: number; readonly refused: number };
  readonly diagnostics: readonly Diagnostic[];
}

/** What files of a translation become with the units that came back. Units that cannot be used are told, and the others are taken. */
export function importUnits(paired: readonly PairedFile[], units: readonly ReturnedUnit[]): Import {
  const placed = paired.flatMap(placeBlocks);
  const names = nameBlocks(placed.map(({ listed }) => listed));
  const byName = new Map<string, Placed[]>();
  for (const each of placed) {
    const name = names.get(each.listed) ?? '';
    const own = byName.get(name);
    if (own === undefined) byName.set(name, [each]);
    else own.push(each);
  }
  const diagnostics: Diagnostic[] = [];
  const words = new Map<PairedFile, Map<SourceBlock, string>>();
  const returned = units.filter((unit) => unit.target !== undefined);
  const [refused, changed] = [new Set<ReturnedUnit>(), new Set<ReturnedUnit>()];
  for (const unit of returned) {
    const open = byName.get(unit.id);
    // A text that has been translated since keeps its words; most likely they came from the same file.
    const blocks = open ?? byName.get(nameTranslated(unit.id) ?? '') ?? [];
    if (blocks.length === 0) diagnostics.push(describeUnknown(unit));
    if (open === undefined) {
      const [first] = blocks;
      if (first !== undefined && readTarget(unit.target ?? [], first.block, first.listed.target) !== 'known')
        diagnostics.push(describeTranslated(unit, first.listed));
      continue;
    }
    for (const { file, block, listed } of open) {
      const read = readTarget(unit.target ?? [], block, listed.target);
      if (read === 'known') continue;
      if ('message' in read) {
        if (!refused.has(unit)) diagnostics.push(describeRefused(unit, listed, read));
        refused.add(unit);
      } else {
        changed.add(unit);
        const own = words.get(file) ?? new Map<SourceBlock, string>();
        words.set(file, own.set(block, read.text));
      }
    }
  }
  const files = [...words].flatMap(([file, own]) => {
    const { text, dropped } = returnFile(file, own);
    if (dropped.length > 0) diagnostics.push(describeDropped(file.pair, dropped));
    const before = file.translation;
    return text === before ? [] : [{ file: file.pair.translation, before, after: text }];
  });
  const figures = { units: returned.length, changed: changed.size, refused: refused.size };
  return { files, figures, diagnostics };
}

interface Placed {
  readonly file: PairedFile;
  readonly block: SourceBlock;
  readonly listed: PlacedBlock;
}

function placeBlocks(file: PairedFile): readonly Placed[] {
  const listed = listPlacedBlocks(file);
  return file.pair.blocks.filter(hasWords).flatMap((block, at) => {
    const own = listed[at];
    return own === undefined ? [] : [{ file, block, listed: own }];
  });
}

const EMPTY = { via: [], versions: [], languages: [] };

function describeUnknown({ id, place }: ReturnedUnit): Diagnostic {
  return {
    code: 'exchange/unknown-unit',
    severity: 'warning',
    message: `No text of the sources belongs to the unit '${id}', so it is left out.`,
    hint: 'The source has changed since it was exported. Export it again; a translation memory fills in what stayed.',
    place,
    ...EMPTY,
  };
}

function describeTranslated({ place }: ReturnedUnit, { file, line }: PlacedBlock): Diagnostic {
  return {
    code: 'exchange/unknown-unit',
    severity: 'warning',
    message: `The text of ${file}:${line} has been translated differently since it was exported. That translation stays.`,
    hint: 'Export again, and change the translation there.',
    place,
    ...EMPTY,
  };
}

function describeRefused(
  { id, place }: ReturnedUnit,
  { file, line }: PlacedBlock,
  { message, hint }: { readonly message: string; readonly hint: string },
): Diagnostic {
  return {
    code: 'exchange/refused-unit',
    severity: 'error',
    message: `${message} The text of ${file}:${line} (unit '${id}') stays as it is.`,
    hint,
    place,
    ...EMPTY,
  };
}

function describeDropped(
  { translation, language, file }: TranslationPair,
  dropped: readonly number[],
): Diagnostic {
  const [first = 1] = dropped;
  const where =
    dropped.length === 1
      ? `line ${first}`
      : `lines ${dropped.slice(0, 10).join(', ')}${dropped.length > 10 ? ', …' : ''}`;
  return {
    code: 'exchange/laid-out-anew',
    severity: 'warning',
    message: `The translation is structured differently from ${file}, so it was rewritten in the same structure, without ${where}.`,
    hint: 'Compare the two states in git, and put back by hand what is still wanted.',
    place: { file: translation, line: first, column: 1 },
    ...EMPTY,
    languages: [language],
  };
}
