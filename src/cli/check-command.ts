import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { createRenderer } from '../create-renderer.ts';
import {
  type Diagnostic,
  type DiagnosticReport,
  findCodes,
  formatGitHub,
  formatSarif,
  suggestRule,
} from '../diagnostics/index.ts';
import { describeSite } from '../publish-site/index.ts';
import { noteCheck, openHeads, wasChecked } from '../record/index.ts';
import { UsageError } from '../usage-error.ts';
import { listMembers } from '../versions/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { countOf } from './count-of.ts';
import { openOutlineDrawer } from './open-outline-drawer.ts';
import type { Options } from './options.ts';
import { openPrepared, prepare, readPrepared } from './prepare.ts';
import { readPackage } from './read-package.ts';
import type { Reporter } from './reporter.ts';
import { selectFindings } from './select-findings.ts';
import { formatSummary, listFigures } from './summary.ts';

export interface CheckOptions extends Options {
  readonly format: 'pretty' | 'json' | 'sarif' | 'github';
  /** Names of rules, not looked up yet; all rules where there are none. */
  readonly rules: readonly string[];
  /** Files and folders in which findings are reported, as written; everywhere where there are none. */
  readonly paths: readonly string[];
  readonly fix: boolean;
  readonly dryRun: boolean;
}

/** `decant check`: every stage that judges, and rules of its own. A broken link is an error here. */
export async function runCheck(options: CheckOptions, reporter: Reporter): Promise<number> {
  const start = performance.now();
  if (options.dryRun && !options.fix) throw new UsageError('--dry-run requires --fix.');
  if (options.dryRun && options.format !== 'pretty')
    throw new UsageError(
      `--dry-run prints a patch, so it cannot be combined with --format ${options.format}.`,
    );
  const { checkWorkspace, needsBranches, needsPages, planFixes } = await import('../rules/index.ts');
  const wanted = await findWanted(options.rules);
  const prepared = await prepare(options, reporter);
  if (prepared === undefined) return 2;
  // Processes would start for nothing where only the sources are looked at.
  const isWanted = (code: string) => wanted?.has(code) !== false;
  const processes = needsPages(isWanted) ? {} : { workers: 0 };
  const renderer = createRenderer({ ...options, ...processes, purpose: 'check', onNote: reporter.note });
  try {
    const { heads, keep } = openHeads(options.cache, prepared.setup.config.root, reporter.note);
    const tools = { ...renderer, brokenLinks: 'error', isFollowed: needsBranches(isWanted) } as const;
    const files = await readPrepared(prepared.setup, reporter, heads);
    const workspace = await openPrepared(prepared.setup, tools, reporter, heads, files);
    const isWhole = options.versions.length === 0 && options.languages.length === 0;
    const isSelected = selectFindings(prepared.setup.config.root, files.value, options.paths);
    const checked = await checkWorkspace(workspace, { wanted, isWhole });
    await keep();
    const found = checked.diagnostics.filter(isSelected);
    const plan = options.fix ? planFixes(found) : undefined;
    const refused = plan && (await fix(plan.edits, workspace, options, reporter));
    const isLeft = ({ fixes }: Diagnostic) =>
      fixes?.[0]?.edits.some(({ file }) => refused?.has(file)) === true;
    const left = plan === undefined ? found : [...plan.left, ...plan.fixed.filter(isLeft)];
    // A patch on stdout stands alone.
    if (options.dryRun) return found.length > left.length || isFound(left, options) ? 1 : 0;
    const looked = {
      files: workspace.files.texts.size,
      rules: checked.rules,
      ignored: checked.ignored,
      ...(plan && { fixed: plan.fixed.length - plan.fixed.filter(isLeft).length }),
    };
    const seconds = (performance.now() - start) / 1000;
    tell(checked.site, left);
    if (isWhole && needsPages(isWanted))
      await keepForQuestions(workspace, openOutlineDrawer(options, prepared, files, reporter.note), options);
    return isFound(left, options) ? 1 : 0;

    function tell(site: typeof checked.site, diagnostics: readonly Diagnostic[]): void {
      if (options.format === 'sarif' || options.format === 'github') {
        const report = createReport(diagnostics, workspace);
        process.stdout.write(options.format === 'sarif' ? formatSarif(report) : formatGitHub(report));
        return;
      }
      const outcome = { out: undefined, seconds };
      const told = site && { ...describeSite(site, workspace.files), diagnostics };
      reporter.diagnostics(diagnostics);
      reporter.summary([
        `files        ${looked.files}`,
        ...(told
          ? formatSummary(told, outcome).slice(0, -1)
          : describeSources(workspace, diagnostics, seconds)),
        `rules        ${looked.rules}${looked.ignored > 0 ? `; comments ignore ${looked.ignored} findings` : ''}`,
        ...(looked.fixed === undefined ? [] : [`fixed        ${looked.fixed}`]),
      ]);
      const figures = told ? listFigures(told, outcome) : listSourceFigures(workspace, diagnostics, seconds);
      reporter.json({ figures: { ...figures, ...looked }, diagnostics });
    }
  } finally {
    await renderer.close();
  }
}

/** The first check has questions find what they would have to make, and they keep that up to date. */
async function keepForQuestions(
  { config, outline }: Workspace,
  drawer: ReturnType<typeof openOutlineDrawer>,
  { cache }: CheckOptions,
): Promise<void> {
  if (cache?.mode !== 'write' || (await wasChecked(cache, config.root))) return;
  await drawer.keep(await outline());
  await noteCheck(cache, config.root);
}

/** Whether anything is left to put right. Who wants to see errors alone is told of errors alone. */
function isFound(left: readonly Diagnostic[], { quiet, strict }: CheckOptions): boolean {
  return left.some(({ severity }) => severity === 'error' || strict || !quiet);
}

/** @throws UsageError for a name that no rule has */
async function findWanted(names: readonly string[]): Promise<ReadonlySet<string> | undefined> {
  if (names.length === 0) return undefined;
  const codes = names.flatMap((name) => {
    const found = findCodes(name);
    if (found.length === 0) throw new UsageError(`There is no rule '${name}'. ${suggestRule(name)}`);
    return found.map(({ code }) => code);
  });
  return new Set(codes);
}

/** Writes what can be put right, or prints what would be written. Returns the files that have to stay as they are. */
async function fix(
  edits: Parameters<typeof import('../rules/index.ts').prepareFixes>[1],
  { config, files }: Workspace,
  { dryRun }: CheckOptions,
  reporter: Reporter,
): Promise<ReadonlyMap<string, string>> {
  const { formatPatch, prepareFixes, writeFixes } = await import('../rules/index.ts');
  const prepared = prepareFixes(config.root, edits, files.texts);
  for (const reason of prepared.refused.values()) reporter.note(reason);
  if (dryRun) process.stdout.write(formatPatch(prepared.files));
  else await writeFixes(config.root, prepared.files);
  return prepared.refused;
}

function createReport(diagnostics: readonly Diagnostic[], { config, files }: Workspace): DiagnosticReport {
  const { version, homepage, folder } = readPackage();
  return {
    diagnostics,
    prefix: findPrefix(config.root),
    readText: (file) => files.texts.get(file),
    version,
    homepage,
    documentUrl: new URL('docs/content/reference/diagnostics.md', folder).href,
  };
}

/** What stands before the names of a site's files in its repository. */
function findPrefix(root: string): string {
  let folder = root;
  while (!existsSync(join(folder, '.git'))) {
    if (dirname(folder) === folder) return '';
    folder = dirname(folder);
  }
  const prefix = relative(folder, root).split(sep).join('/');
  return prefix === '' ? '' : `${prefix}/`;
}

/** The closing lines where no pages were made: only the sources were looked at. */
function describeSources(
  workspace: Workspace,
  found: readonly Diagnostic[],
  seconds: number,
): readonly string[] {
  const { articles, versions, languages, errors, warnings } = listSourceFigures(workspace, found, seconds);
  return [
    `articles     ${articles} in ${countOf(versions.length, 'version')} and ${countOf(languages.length, 'language')}`,
    `diagnostics  ${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}`,
    `seconds      ${seconds.toFixed(1)}`,
  ];
}

function listSourceFigures(
  { corpus, versions, built, languages }: Workspace,
  found: readonly Diagnostic[],
  seconds: number,
) {
  return {
    articles: corpus.articles.size,
    versions: listMembers(built, versions).map(({ name }) => name),
    languages,
    seconds: Number(seconds.toFixed(2)),
    errors: found.filter(({ severity }) => severity === 'error').length,
    warnings: found.filter(({ severity }) => severity === 'warning').length,
  };
}
