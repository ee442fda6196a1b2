import { type Diagnostic, nameOwner } from '../diagnostics/index.ts';
import type { History } from '../sources/index.ts';
import { formatVersions } from '../versions/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { compareSources, countTextWords, type SourceChange } from './translations/compare-sources.ts';
import { compareStructure, readBody } from './translations/compare-structure.ts';
import {
  isCopy,
  keepTranslated,
  listTranslationPairs,
  type OlderSource,
  readOlderSources,
  type TranslationPair,
} from './translations/list-pairs.ts';
import { type SourceBlock, splitSource } from './translations/split-source.ts';
import type {
  LanguageSummary,
  PartFallback,
  TranslatedFile,
  TranslationState,
  TranslationStatus,
} from './translations/types.ts';

/**
 * How the translations of a site stand: what is missing, what changed in the source since, what is built otherwise, and what
 * falls back, for which all pages are made.
 *
 * @param history of the files of the site, as git knows it
 * @throws UsageError where no language but the source language is asked for
 */
export async function readTranslationStatus(
  workspace: Workspace,
  history: History,
): Promise<TranslationStatus> {
  const { languages, pairs } = listTranslationPairs(workspace);
  const before = await readOlderSources(pairs, workspace, history);
  const fallbacks = await findFallbacks(workspace);
  const files = pairs.map((pair) => describeFile(pair, before.get(pair), fallbacks, workspace, history));
  return {
    languages: languages.map(({ code }) => sum(code, files)),
    files: files.sort((one, other) => other.weight - one.weight || compareNames(one.file, other.file)),
    notes: listNotes(history, files),
  };
}

function describeFile(
  pair: TranslationPair,
  older: OlderSource | undefined,
  fallbacks: ReadonlyMap<string, readonly PartFallback[]>,
  { files }: Workspace,
  history: History,
): TranslatedFile {
  const { language, translation, file: source, kind, words } = pair;
  const described = { language, file: translation, source, kind, words };
  const nothing = { touched: undefined, unknown: undefined, changes: [], structure: [], fallbacks: [] };
  const text = files.texts.get(translation);
  if (text === undefined) return { ...described, ...nothing, state: 'missing', weight: words };
  const touched = older && {
    commit: older.touch.commit,
    date: older.touch.date,
    isOldestKnown: older.touch.isOldestKnown,
  };
  const blocks = keepTranslated(pair.inner, splitSource(translation, text));
  if (isCopy(pair.blocks, blocks))
    return { ...described, ...nothing, touched, state: 'untranslated', weight: words };
  const changes =
    older?.text === undefined || older.text === pair.text
      ? []
      : compareSources(keepTranslated(pair.inner, splitSource(source, older.text)), pair.blocks);
  const structure =
    kind === 'data' ? [] : compareStructure(readBody(source, pair.text), readBody(translation, text));
  const missing = kind === 'data' ? listMissingValues(pair.blocks, blocks) : [];
  const found = [...missing, ...(fallbacks.get(translation) ?? [])];
  const unknown = describeUnknown(translation, older, history);
  const weights = [
    ...changes.map((change) => change.words),
    ...structure.map((mismatch) => mismatch.missing.length + mismatch.extra.length),
    ...found.map(({ part, isFailure }) => (isFailure ? 5 : countPart(pair.blocks, part))),
  ];
  return {
    ...described,
    state: judge(changes, structure.length + found.length > 0, unknown),
    weight: weights.reduce((total, weight) => total + weight, 0),
    touched,
    unknown,
    changes,
    structure,
    fallbacks: found,
  };
}

function judge(
  changes: readonly SourceChange[],
  isBroken: boolean,
  unknown: string | undefined,
): TranslationState {
  if (changes.some(({ kind }) => kind !== 'small')) return 'stale';
  if (isBroken) return 'broken';
  if (changes.length > 0) return 'small';
  return unknown === undefined ? 'current' : 'unknown';
}

function listMissingValues(
  source: readonly SourceBlock[],
  translation: readonly SourceBlock[],
): readonly PartFallback[] {
  const known = new Set(translation.map(({ key, twin = key }) => twin));
  return source.flatMap(({ key, twin = key }) =>
    key === undefined || known.has(twin)
      ? []
      : [{ part: key, versions: [], isFailure: false, reason: undefined }],
  );
}

/** Words of a part that is missing. */
function countPart(blocks: readonly SourceBlock[], part: string): number {
  const own = blocks.filter(({ key }) => (part === 'body' ? key === undefined : key === part));
  return Math.max(
    1,
    own.reduce((total, { text }) => total + countTextWords(text), 0),
  );
}

function describeUnknown(file: string, older: OlderSource | undefined, history: History): string | undefined {
  if (history.kind === 'none') return history.reason;
  if (older === undefined)
    return history.changed.has(file)
      ? history.touches.has(file)
        ? undefined
        : 'The file is not committed yet.'
      : 'git knows no commit of the file.';
  if (older.touch.isOldestKnown)
    return 'The history of this shallow clone ends before the file was last touched, so older changes of the source are unknown.';
  return older.text === undefined
    ? `The source had another name, or did not exist, when the file was last touched (${older.touch.date}).`
    : undefined;
}

const FALLBACK = /\/translation-fallback$/;
/** What every such message begins with, and the status says by its own word. */
const SOFTENED = /^The text is shown in the source language instead: /;

/** What falls back of articles whose translation is there, by the file that has to be mended. */
async function findFallbacks(workspace: Workspace): Promise<ReadonlyMap<string, readonly PartFallback[]>> {
  const { versions } = workspace;
  const { trace } = await workspace.site();
  const reasons = new Map<string, Diagnostic[]>();
  for (const { owner, diagnostics } of trace.owned.flat()) {
    const own = reasons.get(owner) ?? [];
    reasons.set(owner, own);
    own.push(...diagnostics.filter(({ code }) => FALLBACK.test(code)));
  }
  const found = new Map<string, Map<string, PartFallback>>();
  for (const { resolution } of trace.settled) {
    const { article, language, fallbacks, failures, versions: shown } = resolution;
    const text = article.texts.get(language);
    if (text === undefined || language === workspace.sourceLanguage) continue;
    for (const part of fallbacks) {
      const isFailure = failures.includes(part);
      const names = formatVersions(shown, versions);
      const reason = isFailure
        ? reasons.get(nameOwner(language, article.path))?.find((each) => isReason(each, names))
        : undefined;
      const file = reason?.place.file ?? text.file;
      const own = found.get(file) ?? new Map<string, PartFallback>();
      found.set(file, own);
      const key = `${part}\0${reason?.message ?? ''}`;
      const before = own.get(key)?.versions ?? [];
      own.set(key, {
        part: file === text.file ? part : `${part} of ${article.path}`,
        versions: [...new Set([...before, ...names])],
        isFailure,
        reason: reason && `${reason.message.replace(SOFTENED, '')} (line ${reason.place.line})`,
      });
    }
  }
  return new Map([...found].map(([file, parts]) => [file, [...parts.values()]]));
}

function isReason({ versions }: { readonly versions: readonly string[] }, names: readonly string[]): boolean {
  return versions.length === 0 || versions.some((version) => names.includes(version));
}

function sum(language: string, all: readonly TranslatedFile[]): LanguageSummary {
  const files = all.filter((file) => file.language === language);
  const count = (is: (file: TranslatedFile) => boolean) => files.filter(is).length;
  const translated = files.filter(({ state }) => state !== 'missing' && state !== 'untranslated');
  const words = sumWords(files);
  const translatedWords = sumWords(translated);
  return {
    language,
    files: files.length,
    translated: translated.length,
    words,
    translatedWords,
    percent: words === 0 ? 100 : Math.floor((100 * translatedWords) / words),
    missing: count(({ state }) => state === 'missing'),
    untranslated: count(({ state }) => state === 'untranslated'),
    stale: count(({ state }) => state === 'stale'),
    small: count(({ state }) => state === 'small'),
    structure: count(({ structure }) => structure.length > 0),
    fallbacks: count(({ fallbacks }) => fallbacks.length > 0),
    unknown: count(({ unknown }) => unknown !== undefined),
  };
}

function sumWords(files: readonly TranslatedFile[]): number {
  return files.reduce((total, { words }) => total + words, 0);
}

function listNotes(history: History, files: readonly TranslatedFile[]): readonly string[] {
  if (history.kind === 'none') return [`Cannot tell what is stale: ${history.reason}`];
  const changed = files.filter(({ file }) => history.changed.has(file)).length;
  return [
    ...(history.isShallow
      ? [
          'This is a shallow clone, so older changes are unknown. git fetch --unshallow gets the rest (in GitHub Actions: fetch-depth: 0).',
        ]
      : []),
    ...(changed > 0
      ? [`${changed} translation files have uncommitted changes and count as touched now.`]
      : []),
  ];
}

function compareNames(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
