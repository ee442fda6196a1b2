import type { AnsweredLoss } from '../codemod/index.ts';
import { createRenderer } from '../create-renderer.ts';
import type { FileEdit } from '../diagnostics/index.ts';
import type { AddressLedger } from '../ledger/index.ts';
import type { SiteFiles } from '../load/index.ts';
import { openLedger } from '../publish-site/index.ts';
import { openStatesSince } from '../queries/index.ts';
import { UsageError } from '../usage-error.ts';
import type { Site } from '../workspace/index.ts';
import { completeOptions, type Options } from './options.ts';
import { openPrepared, prepare } from './prepare.ts';
import type { Reporter } from './reporter.ts';

/** What `decant redirects fix` is asked for. */
export interface RedirectsFixOptions
  extends Pick<Options, 'root' | 'ledger' | 'cache' | 'parser' | 'workers' | 'json'> {
  /** Absolute. */
  readonly out: string | undefined;
  readonly since: string | undefined;
  /** As written: addresses and headings to give up. */
  readonly forget: readonly string[];
  readonly dryRun: boolean;
}

/** `decant redirects fix`: answers what is lost of the ledger where the texts leave no doubt. 1 where something stays lost. */
export async function runRedirectsFix(given: RedirectsFixOptions, reporter: Reporter): Promise<number> {
  if (given.dryRun && given.json)
    throw new UsageError('--dry-run prints a patch, so it cannot be combined with --format json.');
  const options = completeOptions(given);
  const prepared = await prepare(options, reporter);
  if (prepared === undefined) return 2;
  const { setup } = prepared;
  const opened = await openLedger({ ...options, config: setup.config });
  if (opened.diagnostics.length > 0) {
    reporter.refuse('The ledger of addresses cannot be used.', opened.diagnostics);
    return 2;
  }
  const keeper = opened.value;
  if (keeper === undefined)
    throw new UsageError(
      'The site has no ledger: name one with --ledger FILE, or with ledger in data/site.yml.',
    );
  const ledger = await keeper.read();
  if (ledger.addresses.size === 0)
    throw new UsageError(`The ledger '${keeper.file}' is empty: decant build fills it.`);
  const renderer = createRenderer({ ...options, onNote: reporter.note });
  try {
    const { answerLost, readOldFromFolder, readOldFromSite } = await import('../codemod/index.ts');
    const states =
      given.since === undefined
        ? undefined
        : await openStatesSince(setup, given.since, { versions: [], languages: [] }, renderer);
    const workspace = states?.after ?? (await openPrepared(setup, renderer, reporter));
    const readOld =
      states === undefined
        ? readOldFromFolder(options.out, setup.config)
        : readOldFromSite(await states.before.site());
    const forgotten = await findForgotten(await workspace.site(), ledger, given.forget);
    const rest = {
      ...ledger,
      addresses: new Set([...ledger.addresses].filter((record) => !forgotten.has(record))),
    };
    const answered = await answerLost(workspace, rest, readOld);
    if (forgotten.size > 0) {
      if (!given.dryRun) await keeper.forget(forgotten);
      const word = given.dryRun ? 'would be taken' : 'were taken';
      reporter.note(`decant: ${forgotten.size} addresses and headings ${word} out of ${keeper.file}.`);
    }
    return tell(answered, workspace.files, setup.config.root, given, reporter);
  } finally {
    await renderer.close();
  }
}

/** @throws UsageError for a name that nothing lost has: what is answered stays in the ledger */
async function findForgotten(
  site: Site,
  ledger: AddressLedger,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const { compareLedger, pickLost } = await import('../ledger/index.ts');
  const { lost } = compareLedger(ledger, site);
  const picked = names.flatMap((name) => {
    const found = pickLost(lost, name);
    if (found.length === 0)
      throw new UsageError(`Nothing that is lost has the address '${name}', so there is nothing to forget.`);
    return found;
  });
  return new Set(picked.map(({ record }) => record));
}

async function tell(
  answered: AnsweredLoss,
  before: SiteFiles,
  root: string,
  { dryRun }: RedirectsFixOptions,
  reporter: Reporter,
): Promise<number> {
  const { lost, proposals, left, broken, files } = answered;
  const { formatPatch, prepareFixes, writeFixes } = await import('../rules/index.ts');
  const fixed = prepareFixes(root, listEdits(before, files), before.texts);
  for (const reason of fixed.refused.values()) reporter.note(reason);
  if (broken.length > 0) {
    reporter.refuse('These changes would cause new errors, so nothing was written.', broken);
    return 1;
  }
  if (dryRun) process.stdout.write(formatPatch(fixed.files));
  else await writeFixes(root, fixed.files);
  const told = [
    ...proposals.map(({ file, written, reason }) => `${file}  ${written}  (${reason})`),
    ...left.flatMap(({ reason, records }) => [
      `Still lost: ${reason}`,
      ...shorten(records).map((each) => `  ${each}`),
    ]),
  ];
  const open = left.reduce((sum, { records }) => sum + records.length, 0);
  const end =
    lost === 0
      ? 'No address of the ledger is lost.'
      : `${lost - open} of ${lost} lost addresses and headings ${dryRun ? 'would be' : 'are'} resolved, in ${fixed.files.length} files.`;
  // A patch on stdout stands alone.
  if (dryRun) for (const line of [...told, end]) reporter.note(line);
  else reporter.summary([...told, end]);
  reporter.json({ lost, proposals, left, files: fixed.files.map(({ file }) => file) });
  return open > 0 || fixed.refused.size > 0 ? 1 : 0;
}

/** Each file that differs as one edit, which leaves the end of its lines as it is. */
function listEdits(before: SiteFiles, after: SiteFiles): ReadonlyMap<string, readonly FileEdit[]> {
  const changed = [...after.texts].filter(([file, text]) => before.texts.get(file) !== text);
  return new Map(
    changed.map(([file, text]) => {
      const lines = (before.texts.get(file) ?? '').split('\n');
      const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
      return [file, [{ file, start: { line: 1, column: 1 }, end, text }]] as const;
    }),
  );
}

const MOST_SHOWN = 20;

/** Pages, with the number of their headings, and headings of pages that are there. */
function shorten(records: readonly string[]): readonly string[] {
  const pages = new Map(records.filter((each) => !each.includes('#')).map((page) => [page, 0]));
  const others: string[] = [];
  for (const record of records.filter((each) => each.includes('#'))) {
    const page = record.slice(0, record.indexOf('#'));
    const count = pages.get(page);
    if (count === undefined) others.push(record);
    else pages.set(page, count + 1);
  }
  const lines = [...pages].map(([page, count]) => (count === 0 ? page : `${page} and its ${count} headings`));
  const all = [...lines, ...others];
  if (all.length <= MOST_SHOWN) return all;
  return [...all.slice(0, MOST_SHOWN), `… and ${all.length - MOST_SHOWN} more`];
}
