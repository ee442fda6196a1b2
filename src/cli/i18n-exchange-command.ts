import { mkdir, readFile, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, posix, relative, resolve } from 'node:path';
import { readSetup } from '../config/index.ts';
import { createRenderer } from '../create-renderer.ts';
import { type Diagnostic, type FileEdit, mergeDiagnostics } from '../diagnostics/index.ts';
import type { ImportedFile, ReturnedUnit } from '../exchange/index.ts';
import { readFiles } from '../load/index.ts';
import { replaceFile } from '../output/index.ts';
import { listTranslationPairs, type TranslationPair } from '../queries/index.ts';
import { type History, readHistory } from '../sources/index.ts';
import { UsageError } from '../usage-error.ts';
import { openWorkspace, type Workspace } from '../workspace/index.ts';
import { countOf } from './count-of.ts';
import type { Options } from './options.ts';
import type { Reporter } from './reporter.ts';

type Common = Pick<Options, 'root' | 'quiet' | 'cache'> & { readonly files: readonly string[] };

export interface I18nExportOptions extends Common, Pick<Options, 'versions' | 'languages'> {
  readonly stale: boolean;
  readonly out: string | undefined;
  readonly xliff: '2.0' | '2.1';
}

/** `decant i18n export`: what there is to translate into one language. 1 where there is nothing. */
export async function runI18nExport(options: I18nExportOptions, reporter: Reporter): Promise<number> {
  const [language, second] = options.languages;
  if (language === undefined || second !== undefined)
    throw new UsageError('Name the language to translate into, one at a time: --lang=ja.');
  const workspace = await open(options, reporter);
  if (workspace === undefined) return 2;
  const { formatXliff, isOpen, listUnits, pairFiles } = await import('../exchange/index.ts');
  const { languages, pairs: all } = listTranslationPairs(workspace);
  const pairs = pickFiles(all, options.files);
  const history = await askGit(workspace, reporter);
  if (options.stale && history.kind === 'none')
    reporter.note(`decant: Cannot tell what has changed in the source: ${history.reason}`);
  const units = listUnits(await pairFiles(all, workspace, history), new Set(pairs.map(({ file }) => file)));
  const picked = options.stale ? units.filter(isOpen) : units;
  if (picked.length === 0) {
    reporter.note(
      `Nothing is left to translate in ${countOf(pairs.length, 'file')}, so no document is written.`,
    );
    return 1;
  }
  const text = formatXliff(picked, {
    source: workspace.sourceLanguage,
    target: languages[0]?.code ?? language,
    version: options.xliff,
  });
  if (options.out === undefined) reporter.text(text);
  else await replaceFile(resolve(options.out), text);
  const places = picked.reduce((total, { blocks }) => total + blocks.length, 0);
  reporter.note(
    `${countOf(picked.length, 'unit')} for ${countOf(places, 'block')} of ${countOf(pairs.length, 'file')}`,
  );
  return 0;
}

/** @throws UsageError for a name that no source file has, or begins with */
function pickFiles(pairs: readonly TranslationPair[], names: readonly string[]): readonly TranslationPair[] {
  if (names.length === 0) return pairs;
  const wanted = names.map((name) => name.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/$/, ''));
  const isOf = ({ file }: TranslationPair, name: string) => file === name || file.startsWith(`${name}/`);
  for (const name of wanted) {
    if (!pairs.some((pair) => isOf(pair, name)))
      throw new UsageError(
        `No source with words has the name '${name}', or stands in a folder of that name.`,
      );
  }
  return pairs.filter((pair) => wanted.some((name) => isOf(pair, name)));
}

export interface I18nImportOptions extends Common {
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** `decant i18n import`: takes what translators give back. 1 where a unit was refused. */
export async function runI18nImport(options: I18nImportOptions, reporter: Reporter): Promise<number> {
  if (options.files.length === 0) throw new UsageError('Name the XLIFF files to import.');
  if (options.dryRun && options.json)
    throw new UsageError('--dry-run prints a patch, so it cannot be combined with --format json.');
  const workspace = await open({ ...options, versions: [], languages: [] }, reporter);
  if (workspace === undefined) return 2;
  const { importUnits, pairFiles, parseXliff } = await import('../exchange/index.ts');
  const diagnostics: Diagnostic[] = [];
  const units = new Map<string, ReturnedUnit[]>();
  for (const path of options.files) {
    const parsed = parseXliff({ path, text: await readXliff(path) });
    diagnostics.push(...parsed.diagnostics);
    if (parsed.value === undefined) continue;
    const code = findLanguage(workspace, parsed.value.language, path);
    units.set(code, [...(units.get(code) ?? []), ...parsed.value.units]);
  }
  const { pairs } = listTranslationPairs(workspace);
  const history = await askGit(workspace, reporter);
  const files: ImportedFile[] = [];
  const sum = { units: 0, changed: 0, refused: 0 };
  for (const [code, returned] of units) {
    const own = pairs.filter(({ language }) => language === code);
    const imported = importUnits(await pairFiles(own, workspace, history), returned);
    diagnostics.push(...imported.diagnostics);
    files.push(...imported.files);
    for (const key of ['units', 'changed', 'refused'] as const) sum[key] += imported.figures[key];
  }
  reporter.diagnostics(mergeDiagnostics(diagnostics));
  const written = await write(options, files, reporter);
  const isFailed = diagnostics.some(({ severity }) => severity === 'error') || written === undefined;
  reporter.json({ figures: sum, files: files.map(({ file }) => file), diagnostics });
  if (!options.dryRun) {
    reporter.summary([
      `${sum.units} units with a target, ${sum.changed} new, ${sum.refused} refused`,
      `wrote ${written ?? 0} ${written === 1 ? 'file' : 'files'}`,
    ]);
  }
  return isFailed ? 1 : 0;
}

/** What the sources were when the files of the translations were touched. */
async function askGit({ config, sourceLanguage }: Workspace, reporter: Reporter): Promise<History> {
  reporter.phase('asking git');
  const folders = config.languages
    .filter(({ code }) => code !== sourceLanguage)
    .flatMap(({ dir }) => ['content', 'data'].map((name) => posix.join(dir, name)));
  return readHistory(config.root, folders);
}

async function readXliff(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`There is no file '${path}'.`);
  }
}

/** By the tag itself, or by its first part: `ja-JP` for `ja`. */
function findLanguage({ config, sourceLanguage }: Workspace, tag: string, path: string): string {
  const codes = config.languages.map(({ code }) => code).filter((code) => code !== sourceLanguage);
  const same = (code: string, name: string) => code.toLowerCase() === name.toLowerCase();
  const base = (name: string) => name.split('-')[0] ?? name;
  const found =
    codes.find((code) => same(code, tag)) ?? codes.find((code) => same(base(code), base(tag)) && tag !== '');
  if (found !== undefined) return found;
  throw new UsageError(
    `'${path}' is for the language '${tag}' (trgLang), and the translations of this site are ${codes.join(', ') || 'none'}.`,
  );
}

/** The number of files written; undefined where one had to stay as it is. */
async function write(
  { root, dryRun }: I18nImportOptions,
  files: readonly ImportedFile[],
  reporter: Reporter,
): Promise<number | undefined> {
  const { formatPatch, prepareFixes, writeFixes } = await import('../rules/index.ts');
  const there = files.filter(({ before }) => before !== undefined);
  const texts = new Map(there.map(({ file, before = '' }) => [file, before]));
  const prepared = prepareFixes(root, new Map(there.map((each) => [each.file, [replaceWhole(each)]])), texts);
  for (const reason of prepared.refused.values()) reporter.note(reason);
  const created = files.filter(({ before }) => before === undefined);
  if (dryRun) {
    const added = created.map(({ file, after }) => ({ file, before: '', after }));
    reporter.text(formatPatch([...prepared.files, ...added]));
  } else {
    await writeFixes(root, prepared.files);
    for (const { file, after } of created) await create(root, file, after);
  }
  return prepared.refused.size > 0 ? undefined : prepared.files.length + created.length;
}

/** @throws UsageError where a link leads out of the root */
async function create(root: string, file: string, text: string): Promise<void> {
  const folder = dirname(join(root, file));
  await mkdir(folder, { recursive: true });
  const inner = relative(await realpath(root), await realpath(folder));
  if (inner.startsWith('..') || isAbsolute(inner))
    throw new UsageError(`'${file}' would be outside the root, because a link leads there.`);
  await replaceFile(join(root, file), text);
}

function replaceWhole({ file, before = '', after }: ImportedFile): FileEdit {
  const lines = before.split('\n');
  const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  return { file, start: { line: 1, column: 1 }, end, text: after };
}

async function open(
  options: Pick<Options, 'root' | 'versions' | 'languages' | 'cache'>,
  reporter: Reporter,
): Promise<Workspace | undefined> {
  const { value: setup, diagnostics } = await readSetup(options);
  if (setup === undefined) {
    reporter.refuse('The site file data/site.yml cannot be used.', diagnostics);
    return undefined;
  }
  reporter.phase('reading');
  const renderer = createRenderer({ ...options, workers: 0, parser: 'native', onNote: reporter.note });
  return openWorkspace(setup, await readFiles(setup.config), { ...renderer, onPhase: reporter.phase });
}
