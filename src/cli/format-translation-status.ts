import type {
  LanguageSummary,
  SourceChange,
  StructureMismatch,
  TranslatedFile,
  TranslationStatus,
} from '../queries/index.ts';

/** Changes of one file that are shown; the others are counted. */
const MAX_CHANGES = 12;

/** Characters of a block that are shown. */
const MAX_TEXT = 160;

/** The status for people: the files to do by language, those with most to do first, and one line for each language at the end. */
export function formatTranslationStatus({ languages, files }: TranslationStatus): readonly string[] {
  const lists = languages.flatMap(({ language }) => {
    const todo = files.filter((file) => file.language === language && isListed(file));
    return todo.flatMap((file) => [...formatFile(file), '']);
  });
  return [...lists, ...languages.map(formatSummary)];
}

/** What is current, and what nobody can know, needs no line of its own. */
function isListed({ state }: TranslatedFile): boolean {
  return state !== 'current' && state !== 'unknown';
}

function formatSummary(summary: LanguageSummary): string {
  const { language, percent, translated, files, translatedWords, words } = summary;
  const counts = [
    [summary.missing, 'missing'],
    [summary.untranslated, 'not translated'],
    [summary.stale, 'stale'],
    [summary.small, 'with small changes only'],
    [summary.structure, 'structured differently from the source'],
    [summary.fallbacks, 'with parts that fall back'],
    [summary.unknown, 'with unknown changes of the source'],
  ] as const;
  const told = counts.filter(([number]) => number > 0).map(([number, what]) => `${format(number)} ${what}`);
  return `${language}: ${percent} % translated (${format(translatedWords)} of ${format(words)} words, ${format(translated)} of ${format(files)} files)${told.length > 0 ? `; ${told.join(', ')}` : '; nothing to do'}`;
}

function format(number: number): string {
  return number.toLocaleString('en-US');
}

const STATES: Readonly<Record<TranslatedFile['state'], string>> = {
  missing: 'missing',
  untranslated: 'not translated: the words are those of the source',
  stale: 'stale',
  broken: 'translated, with faults',
  small: 'small changes of the source',
  unknown: 'unknown',
  current: 'current',
};

function formatFile(file: TranslatedFile): readonly string[] {
  const { touched, state, weight, changes, structure, fallbacks } = file;
  const since =
    touched === undefined || changes.length === 0
      ? ''
      : `, ${touched.isOldestKnown ? 'at least ' : ''}since ${touched.date} (${touched.commit.slice(0, 9)})`;
  const todo = weight > 0 ? `, about ${format(weight)} ${weight === 1 ? 'word' : 'words'}` : '';
  const hidden = changes.length - MAX_CHANGES;
  return [
    `${file.file}: ${STATES[state]}${since}${todo}`,
    ...changes.slice(0, MAX_CHANGES).flatMap((change) => formatChange(change, file.source)),
    ...(hidden > 0 ? [`  … and ${hidden} more changes`] : []),
    ...structure.map(formatMismatch),
    ...formatAbsent(fallbacks.filter(({ isFailure }) => !isFailure)),
    ...fallbacks.filter(({ isFailure }) => isFailure).map(formatFailure),
  ];
}

/** Parts that the translation does not have, those of the same versions on one line. */
function formatAbsent(absent: TranslatedFile['fallbacks']): readonly string[] {
  const byVersions = new Map<string, string[]>();
  for (const { part, versions } of absent)
    byVersions.set(versions.join(', '), [...(byVersions.get(versions.join(', ')) ?? []), part]);
  return [...byVersions].map(
    ([versions, parts]) =>
      `  ${'absent'.padEnd(10)}  ${list(parts)}${versions === '' ? '' : `, in ${versions}`}`,
  );
}

function formatFailure({ part, versions, reason }: TranslatedFile['fallbacks'][number]): string {
  const where = versions.length > 0 ? ` in ${versions.join(', ')}` : '';
  return `  ${'falls back'.padEnd(10)}  ${part}${where}: ${reason ?? 'there is an error in the part'}`;
}

function formatChange(change: SourceChange, source: string): readonly string[] {
  const { kind, before, after, line, block } = change;
  const name = change.key ?? (block === 'paragraph' ? '' : block);
  const head = `  ${kind.padEnd(10)}  ${source}:${line}${name === '' ? '' : ` ${name}`}`;
  if (kind === 'moved') return [`${head}  ${shorten(after ?? '')}`];
  const [older, newer] = before === undefined || after === undefined ? [before, after] : focus(before, after);
  return [
    head,
    ...(older === undefined ? [] : [`    - ${shorten(older)}`]),
    ...(newer === undefined ? [] : [`    + ${shorten(newer)}`]),
  ];
}

/** Where two long texts differ only far behind their beginning, they are shown from a little before that. */
function focus(before: string, after: string): readonly [string, string] {
  const [one, other] = [before, after].map((text) => text.replace(/\s+/g, ' ')) as [string, string];
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  if (start < MAX_TEXT / 2 || Math.max(one.length, other.length) <= MAX_TEXT) return [one, other];
  const from = one.lastIndexOf(' ', start - 40) + 1;
  return [`… ${one.slice(from)}`, `… ${other.slice(from)}`];
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= MAX_TEXT ? line : `${line.slice(0, MAX_TEXT - 2)} …`;
}

function formatMismatch({ kind, missing, extra }: StructureMismatch): string {
  const lacks = missing.length > 0 ? [`lacks ${list(missing)}`] : [];
  const has = extra.length > 0 ? [`has ${list(extra)} that the source lacks`] : [];
  return `  ${kind.padEnd(10)}  ${[...lacks, ...has].join('; ')}`;
}

/** Each once, with how often. */
function list(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const shown = [...counts].slice(0, 6).map(([word, count]) => (count > 1 ? `${count} × ${word}` : word));
  return `${shown.join(', ')}${counts.size > 6 ? ` and ${counts.size - 6} more` : ''}`;
}
