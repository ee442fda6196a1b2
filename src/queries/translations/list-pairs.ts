import { posix } from 'node:path';
import type { Language } from '../../config/index.ts';
import type { Article } from '../../load/index.ts';
import type { History, LastTouch } from '../../sources/index.ts';
import { UsageError } from '../../usage-error.ts';
import type { Workspace } from '../../workspace/index.ts';
import { countTextWords } from './compare-sources.ts';
import { type SourceBlock, splitSource } from './split-source.ts';
import type { TranslatedFile } from './types.ts';

/**
 * Every source file with words, once for each translation that is asked for, whether the file of the translation is there or not.
 *
 * @throws UsageError where no language but the source language is asked for
 */
export function listTranslationPairs(workspace: Workspace): {
  readonly languages: readonly Language[];
  readonly pairs: readonly TranslationPair[];
} {
  const languages = workspace.config.languages.filter(
    ({ code }) => code !== workspace.sourceLanguage && workspace.languages.includes(code),
  );
  if (languages.length === 0) throw new UsageError(describeNothing(workspace));
  const sources = listSources(workspace);
  const pairs = languages.flatMap(({ code, dir }) =>
    sources.map(
      (source): TranslationPair => ({
        ...source,
        language: code,
        translation: posix.join(dir, source.inner),
      }),
    ),
  );
  return { languages, pairs };
}

/** A file of the source language that is translated. */
export interface SourceFile {
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
export interface TranslationPair extends SourceFile {
  readonly language: string;
  readonly translation: string;
}

/** What the source of a pair was when its translation was touched. */
export interface OlderSource {
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

/** Of tracks the titles and descriptions alone are translated. A value without a letter, such as a day, is the same in every language. */
export function keepTranslated(inner: string, blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const worded = blocks.filter(({ kind, text }) => kind !== 'value' || /\p{L}/u.test(text));
  return inner.startsWith('data/learning-tracks/')
    ? worded.filter(({ key = '' }) => /\.(?:title|description)$/.test(key))
    : worded;
}

/** Texts of sources at the last touch of their translations, all of them in one go. */
export async function readOlderSources(
  pairs: readonly TranslationPair[],
  { files, config }: Workspace,
  history: History,
): Promise<ReadonlyMap<TranslationPair, OlderSource>> {
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

/** Whether a file says what the source says, in the words of the source: names and code alone say nothing of a language. */
export function isCopy(source: readonly SourceBlock[], translation: readonly SourceBlock[]): boolean {
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
  const prose = text.replace(
    /\{[%{](?:(?!\{[%{])[^}])*[%}]\}|`[^`]*`|\]\((?:(?!\]\()[^)])*\)|<[^<>]*>/g,
    ' ',
  );
  return (prose.match(/(?<![\p{L}])\p{Ll}{2,}(?![\p{L}])/gu) ?? []).length >= 3;
}

function describeNothing({ config, sourceLanguage }: Workspace): string {
  const others = config.languages.map(({ code }) => code).filter((code) => code !== sourceLanguage);
  return others.length === 0
    ? `This site has one language, ${sourceLanguage}: there is nothing to translate into. data/site.yml names the languages.`
    : `${sourceLanguage} is the source language. The translations are ${others.join(', ')}.`;
}
