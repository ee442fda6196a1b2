import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { FileChange, InitPlan, SiteDescription } from '../init/index.ts';
import { UsageError } from '../usage-error.ts';
import { collectAnswers, openTerminal, type Terminal } from './ask.ts';
import { countOf } from './count-of.ts';
import { findOwnPackage } from './find-own-package.ts';
import type { Reporter } from './reporter.ts';

export interface InitOptions {
  /** From the working folder. */
  readonly folder: string;
  readonly title: string | undefined;
  readonly product: string | undefined;
  readonly releases: readonly string[];
  readonly languages: readonly string[];
  readonly host: string | undefined;
  readonly url: string | undefined;
  readonly yes: boolean;
  readonly dryRun: boolean;
}

/** `decant init`: 0 where a site was written or shown, 1 where somebody said no, 2 where there is a site already. */
export async function runInit(options: InitOptions, reporter: Reporter): Promise<number> {
  const root = resolve(options.folder);
  if (existsSync(join(root, 'data/site.yml')))
    throw new UsageError(`'${options.folder}' already has a site file, data/site.yml.`);
  const terminal = options.yes ? undefined : openOwnTerminal();
  try {
    const { plan, isNew } = await planFolder(root, options, terminal);
    return await settle(plan, { ...options, root, isNew }, reporter, terminal);
  } finally {
    terminal?.close();
  }
}

/** @throws UsageError where nobody is there to answer */
function openOwnTerminal(): Terminal {
  if (process.stdin.isTTY === true) return openTerminal(process.stdin, process.stderr);
  throw new UsageError(
    'There is no terminal to ask questions on. Pass --yes, and answers: --title, --product, --release, --lang, --host, --url.',
  );
}

async function planFolder(
  root: string,
  options: InitOptions,
  terminal: Terminal | undefined,
): Promise<{ readonly plan: InitPlan; readonly isNew: boolean }> {
  const init = await import('../init/index.ts');
  const { planAdoption, planSite, QUESTIONS, readStarter } = init;
  const files = await listOwnFiles(root);
  const markdown = init.findMarkdown(files);
  const data = markdown === undefined ? [] : files.filter((file) => DATA.test(file));
  const wanted = [
    ...(markdown?.articles.values() ?? []),
    ...data,
    'package.json',
    '.gitignore',
    init.DOCUSAURUS_VERSIONS,
  ];
  const present = await readPresent(root, files, new Set(wanted));
  const isTold = options.product !== undefined || options.releases.length > 0;
  const plans = markdown === undefined || isTold ? [] : init.findPlans(present);
  const folders = init.findTranslations(files);
  const given = {
    ...options,
    // Content that names its plans leaves nothing to ask about them.
    product: options.product ?? plans[0]?.name,
    releases: options.releases.join(',') || plans.flatMap(({ releases }) => releases)[0],
    languages: options.languages.join(',') || undefined,
  };
  const releases = init.findReleases(present.get(init.DOCUSAURUS_VERSIONS));
  const proposed = new Map([
    ['languages', folders.size > 0 ? ['en', ...folders.keys()] : []],
    ['releases', releases],
  ]);
  const questions = QUESTIONS.map((question) => {
    const own = proposed.get(question.key) ?? [];
    return own.length > 0 ? { ...question, fallback: () => own.join(', ') } : question;
  });
  const asked = await collectAnswers(questions, given, basename(root), terminal);
  const answers: SiteDescription = { ...asked, folders, ...(plans.length > 0 && { plans }) };
  const decant = findOwnPackage(root);
  const isNew = markdown === undefined;
  const plan = isNew
    ? planSite(answers, decant, await readStarter(), present)
    : planAdoption(answers, decant, markdown, present);
  return { plan, isNew };
}

/** What may name versions beside articles. */
const DATA = /^data\/(?:reusables|features|release-notes)\/.+\.(?:md|ya?ml)$/;

const FOREIGN = /^(?:node_modules|\.git|dist|_site[^/]*)$/;

async function listOwnFiles(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw new UsageError(`The folder '${folder}' cannot be read: ${error.message}.`);
    });
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !FOREIGN.test(entry.name)) await walk(path);
      if (!entry.isDirectory()) found.push(relative(root, path).split(sep).join('/'));
    }
  };
  await walk(root);
  return found.sort();
}

/** Every file by name, and the text of those that are asked for. */
async function readPresent(
  root: string,
  files: readonly string[],
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const read = async (file: string) =>
    [file, wanted.has(file) ? await readFile(join(root, file), 'utf8') : ''] as const;
  return new Map(await Promise.all(files.map(read)));
}

/** Shows what there is to show, and writes what is agreed. */
async function settle(
  { changes, notes }: InitPlan,
  options: InitOptions & { readonly root: string; readonly isNew: boolean },
  reporter: Reporter,
  terminal: Terminal | undefined,
): Promise<number> {
  const { formatPatch } = await import('../rules/index.ts');
  for (const note of notes) reporter.note(note);
  if (options.dryRun) {
    reporter.text(formatPatch(changes));
    return 0;
  }
  // New files of a new site are what was asked for; everything else is seen first.
  const shown = options.isNew ? changes.filter(({ before }) => before !== undefined) : changes;
  if (shown.length > 0) reporter.text(formatPatch(shown));
  if (shown.length > 0 && terminal !== undefined && !(await isAgreed(terminal, changes))) {
    reporter.note('Nothing is written.');
    return 1;
  }
  await writeChanges(options.root, changes);
  reporter.summary(describeNext(options, changes));
  return 0;
}

async function isAgreed(terminal: Terminal, changes: readonly FileChange[]): Promise<boolean> {
  const created = changes.filter(({ before }) => before === undefined).length;
  const question = `Write ${created} new files and change ${changes.length - created}? [y/N]: `;
  return /^y(?:es)?$/i.test((await terminal.ask(question)) ?? '');
}

async function writeChanges(root: string, changes: readonly FileChange[]): Promise<void> {
  const { createFile } = await import('../output/index.ts');
  const { writeFixes } = await import('../rules/index.ts');
  // The site file last: with it there is a site, and without it the command can be run again.
  const isLast = ({ file }: FileChange) => Number(file === 'data/site.yml');
  for (const { file, before, after } of changes.toSorted((a, b) => isLast(a) - isLast(b)))
    if (before === undefined) await createFile(root, file, after);
    else await writeFixes(root, [{ file, before, after }]);
}

function describeNext(
  { folder, root, isNew }: InitOptions & { readonly root: string; readonly isNew: boolean },
  changes: readonly FileChange[],
): readonly string[] {
  const steps = [
    ...(root === resolve('.') ? [] : [`cd ${folder}`]),
    ...(existsSync(join(root, 'node_modules/decant')) ? [] : ['npm install']),
    ...(isNew ? [] : ['npm run check']),
    'npm run dev',
  ];
  return [
    `wrote        ${countOf(changes.length, 'file')}`,
    ...steps.map((step, at) => `${at === 0 ? 'next' : '    '}         ${step}`),
  ];
}
