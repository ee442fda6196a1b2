import { createRenderer } from '../create-renderer.ts';
import {
  type Affected,
  count,
  countDifference,
  type DifferenceReport,
  formatComment,
  formatDifference,
  formatPath,
  groupByArticle,
  hasDifference,
  type LostReport,
  listBroken,
  type Reach,
  type StatesSince,
} from '../queries/index.ts';
import { openHeads, wasChecked } from '../record/index.ts';
import { UsageError } from '../usage-error.ts';
import type { Workspace } from '../workspace/index.ts';
import { openOutlineDrawer } from './open-outline-drawer.ts';
import { completeOptions } from './options.ts';
import { openPrepared, prepare } from './prepare.ts';
import { createReportLinks, type ReportOptions } from './report-links.ts';
import type { Reporter } from './reporter.ts';

/** What `decant affected` is asked for. */
export interface AffectedOptions extends ReportOptions {
  readonly since: string | undefined;
  /** As written. */
  readonly files: readonly string[];
  readonly format: 'pretty' | 'json' | 'markdown';
}

/** `decant affected`: which pages an edit changes, or which pages files go into. 1 where there are any. */
export async function runAffected(options: AffectedOptions, reporter: Reporter): Promise<number> {
  const { since, files } = options;
  if ((since === undefined) === (files.length === 0)) {
    throw new UsageError(
      since === undefined
        ? 'Say what to compare with, or which files to ask about: decant affected --since main, or --files data/reusables/x.md.'
        : 'Name a commit or files, not both: --since compares all files of the site.',
    );
  }
  const complete = completeOptions({ ...options, json: options.format === 'json' });
  const prepared = await prepare(complete, reporter);
  if (prepared === undefined) return 2;
  const renderer = createRenderer({ ...options, onNote: reporter.note });
  const tools = { ...renderer, beginRendering: undefined, onTrace: reporter.trace };
  try {
    const { heads, keep } = openHeads(options.cache, prepared.setup.config.root, reporter.note);
    if (since === undefined) {
      const workspace = await openPrepared(prepared.setup, tools, reporter, heads);
      const code = await reportReach(workspace, options, reporter);
      await keep();
      return code;
    }
    const { findAffected, openStatesSince } = await import('../queries/index.ts');
    reporter.phase('reading');
    const states = await openStatesSince(prepared.setup, since, { ...options, heads }, tools);
    reporter.phase('comparing');
    const affected = await findAffected(states.before, states.after, {
      ...states,
      theme: prepared.theme,
      renderMarkdown: renderer.renderMarkdown,
      outlines: openOutlineDrawer(complete, prepared, states.files, reporter.note),
      isDrafted: await wasChecked(options.cache, prepared.setup.config.root),
    });
    const lost = await findLost(affected, states);
    report({ ...affected, lost }, states, options, since, reporter);
    await keep();
    const { brought, mended } = affected.problems;
    return hasDifference(affected) || brought.length + mended.length + lost.length > 0 ? 1 : 0;
  } finally {
    await renderer.close();
  }
}

/** Where no page has come, gone or moved, and no frontmatter says so, every address is answered as it was. */
async function findLost(
  { isWhole }: Affected,
  { before, after }: StatesSince,
): Promise<readonly LostReport[]> {
  if (!isWhole) return [];
  const { findLostPages } = await import('../codemod/index.ts');
  return findLostPages(await before.site(), await after.site(), after.files);
}

function report(
  affected: Affected & { readonly lost: readonly LostReport[] },
  { base, note, after }: StatesSince,
  options: AffectedOptions,
  since: string,
  reporter: Reporter,
): void {
  const { files, reached, broken, problems, lost, isWhole: _, ...difference } = affected;
  const looked =
    files.length === 0
      ? 'No file of the site differs.'
      : `${count(files.length, 'file')} of the site ${files.length === 1 ? 'differs' : 'differ'} and can reach ${count(reached, 'article')}; ${count(difference.compared, 'page')} looked at.`;
  const notes = [
    `The working tree, including uncommitted changes, compared with ${base.slice(0, 10)}, where it branched off from ${since}.`,
    ...(note === undefined ? [] : [note]),
    looked,
    ...listBroken(broken),
  ];
  const content: DifferenceReport = {
    title: 'What this edit changes',
    subject: 'This edit',
    notes,
    difference,
    problems,
    lost,
    ...createReportLinks(after.config, options),
  };
  if (options.format === 'markdown') reporter.text(formatComment(content));
  else reporter.summary(formatDifference(content, reporter.paint).split('\n'));
  reporter.json({
    since,
    base,
    notes,
    figures: countDifference(difference),
    files,
    broken,
    problems,
    lost,
    ...difference,
  });
}

async function reportReach(
  workspace: Workspace,
  options: AffectedOptions,
  reporter: Reporter,
): Promise<number> {
  const { findReach } = await import('../queries/index.ts');
  const { findSources } = await import('./find-sources.ts');
  const reach = await findReach(workspace, findSources(options.root, workspace.files, options.files));
  if (options.format === 'markdown')
    throw new UsageError('--format markdown writes a comment about an edit, so it needs --since.');
  reporter.summary(formatReach(reach));
  reporter.json(reach);
  return reach.pages.length > 0 ? 1 : 0;
}

const HOW = {
  own: 'Their own file',
  text: 'They show text or images from these files',
  condition: 'They refer to these files, which may affect what they show',
} as const;

/** Articles named for each kind; the rest is counted. */
const MAX_ARTICLES = 100;

function formatReach({ files, pages, looked }: Reach): readonly string[] {
  const versions = new Set(pages.map(({ version }) => version)).size;
  const languages = new Set(pages.map(({ language }) => language)).size;
  const where = `${count(pages.length, 'page')} in ${count(versions, 'version')} and ${count(languages, 'language')}`;
  return [
    `${count(files.length, 'file')} can reach ${where}; ${count(looked, 'article')} looked at.`,
    ...(['own', 'text', 'condition'] as const).flatMap((how) => {
      const own = pages.filter((page) => page.how === how);
      const articles = groupByArticle(own);
      if (articles.length === 0) return [];
      const lines = articles
        .slice(0, MAX_ARTICLES)
        .map(
          ({ language, path, pages: { length } }) =>
            `  ${language} ${formatPath({ path })} (${count(length, 'version')})`,
        );
      const more = articles.length - MAX_ARTICLES;
      return [
        `${HOW[how]}: ${count(own.length, 'page')}`,
        ...lines,
        ...(more > 0 ? [`  … and ${count(more, 'more article')}; --format json names all`] : []),
      ];
    }),
  ];
}
