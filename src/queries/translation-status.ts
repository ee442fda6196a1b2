import { posix } from 'node:path';
import { type Diagnostic, nameOwner } from '../diagnostics/index.ts';
import type { Article } from '../load/index.ts';
import type { History, LastTouch } from '../sources/index.ts';
import { UsageError } from '../usage-error.ts';
import { formatVersions } from '../versions/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { compareSources, countTextWords, type SourceChange } from './translations/compare-sources.ts';
import { compareStructure, readBody } from './translations/compare-structure.ts';
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
  const languages = workspace.config.languages.filter(
    ({ code }) => code !== workspace.sourceLanguage && workspace.languages.includes(code),
  );
  if (languages.length === 0) throw new UsageError(describeNothing(workspace));
  const sources = listSources(workspace);
  const pairs = languages.flatMap(({ code, dir }) =>
    sources.map(
      (source): Pair => ({ ...source, language: code, translation: posix.join(dir, source.inner) }),
    ),
  );
  const before = await readOlderSources(pairs, workspace, history);
  const fallbacks = await findFallbacks(workspace);
  const files = pairs.map((pair) => describeFile(pair, before.get(pair), fallbacks, workspace, history));
  return {
    languages: languages.map(({ code }) => sum(code, files)),
    files: files.sort((one, other) => other.weight - one.weight || compareNames(one.file, other.file)),
    notes: listNotes(history, files),
  };
}

/** A file of the source language that is translated. */
interface SourceFile {
  readonly file: string;
  /** The same name from the folder of a language: `content/packages/quickstart.md`. */
  readonly inner: string;
  readonly kind: TranslatedFile['kind'];
  readonly article: Article | undefined;
  readonly text: string;
  readonly blocks: readonly SourceBlock[];
  readonly words: number;
}

/** A source and its translation into one language, which may be missing. */
interface Pair extends SourceFile {
  readonly language: string;
  readonly translation: string;
}

/** What the source of a pair was when its translation was touched. */
interface OlderSource {
  readonly touch: LastTouch;
  /** Undefined where the source was not there. */
  readonly text: string | undefined;
}

/** Data that says nothing to readers, or is taken from the source language always. */
const NO_WORDS = /^data\/(?:features\/|site\.yml$)/;

/** Articles that are published in the versions asked for, and data; files without words are left out. */
function listSources({ config, corpus, files, built }: Workspace): readonly SourceFile[] {
  const [{ dir } = { dir: '.' }] = config.languages;
  const prefix = dir === '.' ? '' : `${dir}/`;
  const inner = (file: string) => (file.startsWith(prefix) ? file.slice(prefix.length) : '');
  const articles = [...corpus.articles.values()].filter(({ versions }) => (versions & built) !== 0n);
  const data = [...files.texts.keys()].filter(
    (file) => /^data\//.test(inner(file)) && !NO_WORDS.test(inner(file)),
  );
  return [
    ...articles.map((article) => ({ file: article.file, kind: 'article' as const, article })),
    ...data.map((file) => ({
      file,
      kind: file.endsWith('.md') ? ('reusable' as const) : ('data' as const),
      article: undefined,
    })),
  ].flatMap(({ file, kind, article }) => {
    const text = files.texts.get(file) ?? '';
    const blocks = keepTranslated(inner(file), splitSource(file, text));
    const words = blocks.reduce((total, block) => total + countTextWords(block.text), 0);
    return words === 0 ? [] : [{ file, inner: inner(file), kind, article, text, blocks, words }];
  });
}

/** Of tracks the titles and descriptions alone are translated. */
function keepTranslated(inner: string, blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  return inner.startsWith('data/learning-tracks/')
    ? blocks.filter(({ key = '' }) => /\.(?:title|description)$/.test(key))
    : blocks;
}

/** Texts of sources at the last touch of their translations, all of them in one go. */
async function readOlderSources(
  pairs: readonly Pair[],
  { files, config }: Workspace,
  history: History,
): Promise<ReadonlyMap<Pair, OlderSource>> {
  if (history.kind === 'none') return new Map();
  const [{ dir: sourceDir } = { dir: '.' }] = config.languages;
  const dirs = new Map(config.languages.map(({ code, dir }) => [code, dir]));
  const asked = pairs.flatMap((pair) => {
    const touch = history.touches.get(pair.translation);
    if (touch === undefined || !files.texts.has(pair.translation) || history.changed.has(pair.translation))
      return [];
    // Where both have moved since, the source had the older name, too.
    const inner = posix.relative(dirs.get(pair.language) ?? '.', touch.path);
    return [{ pair, touch, path: posix.join(sourceDir, inner) }];
  });
  const texts = await history.readTexts(asked.map(({ touch, path }) => ({ commit: touch.commit, path })));
  return new Map(asked.map(({ pair, touch }, at) => [pair, { touch, text: texts[at] }]));
}

function describeFile(
  pair: Pair,
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

/** Whether a file says what the source says, in the words of the source: names and code alone say nothing of a language. */
function isCopy(source: readonly SourceBlock[], translation: readonly SourceBlock[]): boolean {
  const [one, other] = [source, translation].map(
    (blocks) => new Set(blocks.filter(hasProse).map(({ text }) => text.replace(/\s+/g, ' '))),
  ) as [Set<string>, Set<string>];
  if (one.size === 0 || other.size === 0) return false;
  const shared = [...other].filter((text) => one.has(text)).length;
  return shared / other.size > 0.9;
}

/** Three words in a row that are neither tags, code nor names of products. */
function hasProse({ kind, text }: SourceBlock): boolean {
  if (kind === 'code' || kind === 'condition') return false;
  const prose = text.replace(/\{[%{][^}]*[%}]\}|`[^`]*`|\]\([^)]*\)|<[^>]*>/g, ' ');
  return (prose.match(/(?<![\p{L}])\p{Ll}{2,}(?![\p{L}])/gu) ?? []).length >= 3;
}

function listMissingValues(
  source: readonly SourceBlock[],
  translation: readonly SourceBlock[],
): readonly PartFallback[] {
  const known = new Set(translation.map(({ key }) => key));
  return source.flatMap(({ key }) =>
    key === undefined || known.has(key)
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
    return 'The clone is shallow, and ends before the file was touched last: older changes of the source are not known.';
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
  if (history.kind === 'none') return [`What is stale cannot be known: ${history.reason}`];
  const changed = files.filter(({ file }) => history.changed.has(file)).length;
  return [
    ...(history.isShallow
      ? [
          'This is a shallow clone: what changed before it begins is not known. git fetch --unshallow gets the rest (in GitHub Actions: fetch-depth: 0).',
        ]
      : []),
    ...(changed > 0
      ? [`${changed} files of translations have changes that are not committed; they count as touched now.`]
      : []),
  ];
}

function describeNothing({ config, sourceLanguage }: Workspace): string {
  const others = config.languages.map(({ code }) => code).filter((code) => code !== sourceLanguage);
  return others.length === 0
    ? `This site has one language, ${sourceLanguage}: there is nothing to translate into. data/site.yml names the languages.`
    : `${sourceLanguage} is the source language. The translations are ${others.join(', ')}.`;
}

function compareNames(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
