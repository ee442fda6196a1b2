import { constants, type Stats } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { CacheOptions } from '../cache/index.ts';
import { type Chromium, launchChromium } from '../chromium/index.ts';
import { createSetup, readConfig, type SiteConfig, type SiteSetup } from '../config/index.ts';
import { createRenderer } from '../create-renderer.ts';
import type { NavigationNode } from '../navigation/index.ts';
import type { Paper } from '../pdf/index.ts';
import { describeSite, isFailed, isPublished } from '../publish-site/index.ts';
import { UsageError } from '../usage-error.ts';
import { formatVersions, listMembers } from '../versions/index.ts';
import type { Site } from '../workspace/index.ts';
import { catchSignals } from './catch-signals.ts';
import { findFile } from './find-file.ts';
import type { Options } from './options.ts';
import { openPrepared } from './prepare.ts';
import type { Reporter } from './reporter.ts';
import { selectVersion } from './select-version.ts';

/** What `decant pdf` is asked for. */
export interface PdfOptions
  extends Pick<Options, 'root' | 'versions' | 'languages' | 'keepGoing' | 'strict' | 'parser' | 'workers'> {
  /** Where the book begins, as written; undefined for the whole version. */
  readonly path: string | undefined;
  /** From the working folder. */
  readonly out: string | undefined;
  readonly paper: Paper;
  readonly cache: CacheOptions | undefined;
  /** The program of the browser; without it the usual places are tried. */
  readonly browser: string | undefined;
}

/**
 * `decant pdf`: pages of one version and language → one PDF. 1 with errors in the content, when no file is written unless asked
 * for. A signal ends it without a file, once the browser is gone.
 */
export async function runPdf(options: PdfOptions, reporter: Reporter): Promise<number> {
  const { value: config, diagnostics } = await readConfig(options.root);
  if (config === undefined) {
    reporter.refuse('The site file data/site.yml cannot be used.', diagnostics);
    return 2;
  }
  const wanted = await readRequest(config, options, diagnostics);
  const out = resolve(options.out ?? nameFile(wanted));
  await checkFile(out);
  const { signal, findExitCode, release } = catchSignals();
  // What is missing is said before anything is rendered.
  const browser = await launchChromium(options.browser, 'decant pdf');
  const stop = () => browser.close();
  signal.addEventListener('abort', stop);
  try {
    return await make({ ...wanted, out, browser, signal }, options, reporter);
  } catch (error) {
    const code = findExitCode();
    if (code === undefined) throw error;
    return code;
  } finally {
    release();
    await browser.close();
  }
}

/** What a command line means in a site. */
interface Wanted {
  /** Of the article where the book begins: empty for the whole version. */
  readonly path: string;
  /** Its version and language are the only ones asked for. */
  readonly setup: SiteSetup;
}

interface Task extends Wanted {
  readonly out: string;
  readonly browser: Chromium;
  readonly signal: AbortSignal;
}

/** @throws UsageError for an article, version or language that there is not, or for more than one */
async function readRequest(
  config: SiteConfig,
  options: PdfOptions,
  diagnostics: SiteSetup['diagnostics'],
): Promise<Wanted> {
  if (options.languages.length > 1) throw new UsageError('Name one language to print.');
  const all = createSetup(config, options);
  const version = selectVersion(listMembers(all.built, all.versions), options, 'print');
  const found = options.path === undefined ? undefined : await findFile(config, options.path);
  const language = options.languages[0] ?? found?.language ?? all.sourceLanguage;
  const names = { versions: [version.name], languages: [language] };
  return { path: found?.path ?? '', setup: createSetup(config, names, diagnostics) };
}

/** `packages-ghes-3.2-ja.pdf`. */
function nameFile({ path, setup: { built, versions, languages } }: Wanted): string {
  const names = [...path.split('/'), ...listMembers(built, versions).map(({ name }) => name), ...languages];
  return `${names.filter((name) => name !== '').join('-')}.pdf`;
}

/**
 * Sees that a file can be written, before there is something to write.
 *
 * @throws UsageError for a name that no PDF should have: it might be a source
 */
async function checkFile(out: string): Promise<void> {
  const name = relative('.', out);
  if (!/\.pdf$/i.test(out)) throw new UsageError(`--out '${name}' does not end in .pdf.`);
  await mkdir(dirname(out), { recursive: true });
  await access(dirname(out), constants.W_OK);
  const found: Stats | undefined = await stat(out).catch(() => undefined);
  if (found !== undefined && !found.isFile()) throw new UsageError(`--out '${name}' is not a file.`);
}

async function make(task: Task, options: PdfOptions, reporter: Reporter): Promise<number> {
  const { setup, out, browser, signal } = task;
  const renderer = createRenderer({ ...options, chromium: options.browser, onNote: reporter.note });
  try {
    const workspace = await openPrepared(setup, renderer, reporter);
    const site = await workspace.site();
    signal.throwIfAborted();
    const report = describeSite(site, workspace.files);
    const { diagnostics } = report;
    const isWritten = isPublished(report, options);
    reporter.diagnostics(diagnostics);
    const file = relative('.', out);
    if (!isWritten) {
      reporter.note(
        'decant: No PDF was written because there are errors. --keep-going writes the pages without errors.',
      );
      reporter.json({ file: null, diagnostics });
      return 1;
    }
    const root = findRoot(site, task);
    const { composeBook, printBook } = await import('../pdf/index.ts');
    const { readTheme } = await import('../theme/index.ts');
    const { replaceFile } = await import('../output/index.ts');
    const theme = await readTheme(setup.config);
    reporter.diagnostics(theme.diagnostics);
    reporter.phase('printing');
    const book = composeBook(site, theme.value, { root, paper: options.paper });
    const { bytes, sheets } = await printBook(browser, book);
    signal.throwIfAborted();
    await replaceFile(out, bytes);
    reporter.summary([`articles     ${book.articles}`, `pages        ${sheets}`, `written to   ${file}`]);
    reporter.json({ file, articles: book.articles, pages: sheets, diagnostics });
    return isFailed(report, options) ? 1 : 0;
  } finally {
    await renderer.close();
  }
}

/** @throws UsageError where the version has no such page */
function findRoot(
  { navigation, pages, corpus, versions, languages }: Site,
  { path, setup }: Wanted,
): NavigationNode {
  const [version] = versions;
  const page = pages.find(({ article }) => article.path === path);
  if (page !== undefined) return navigation.findNode(page) ?? { page, children: [] };
  const name = path === '' ? 'The home page' : `The article '${path}'`;
  const known = corpus.articles.get(path);
  const has = known === undefined ? [] : formatVersions(known.versions, setup.versions);
  const hint = has.length === 0 ? '' : ` It is in: ${has.join(', ')}.`;
  throw new UsageError(`${name} has no page in ${version?.name} in '${languages[0]}'.${hint}`);
}
