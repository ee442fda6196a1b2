import type { SiteConfig } from '../config/index.ts';
import { mergeDiagnostics, weighFindings } from '../diagnostics/index.ts';
import { isContent, type SiteFiles } from '../load/index.ts';
import type { BuildTask, Built } from './build-into.ts';
import type { Difference } from './last-build.ts';
import { openPrinter } from './open-printer.ts';
import { isPublished } from './report.ts';
import { openSearch, refreshIndex, writePatch } from './write-site.ts';

/** Builds and publishes the pages that differ from those of the last build. Undefined where all of the site must be built. */
export async function buildPart(
  task: BuildTask,
  { changed, heads, report: last, readOutline }: Difference,
  files: SiteFiles,
): Promise<Built | undefined> {
  const { prepared, staging, onPhase, onTrace } = task;
  const { config, diagnostics } = prepared.setup;
  const { searched } = last;
  const hasSearch = task.search && config.search;
  if (hasSearch && searched === undefined) return undefined;
  const renderer = task.createRenderer(true);
  const indexing = openSearch(hasSearch);
  let closePrinter: (() => Promise<void>) | undefined;
  try {
    // A reusable stands in many articles.
    renderer.start(isArticle(changed, config) ? 1 : undefined);
    const { findShowing, pageWriter, patchSite } = await import('./needed-for-part.ts');
    staging.prepare(pageWriter);
    const known = await readOutline();
    const { renderMarkdown, makesOutlines } = renderer;
    const patch =
      known &&
      (await patchSite(known.outline, {
        files,
        changed,
        heads,
        before: known.before,
        renderMarkdown,
        makesOutlines,
        findShowing: (site, ...rest) => findShowing(site, prepared.theme, ...rest),
        onTrace,
      }));
    if (known === undefined || patch === undefined || !(await staging.isAsBefore())) return undefined;
    // What is lost or new is a matter of the whole site.
    if ((await task.ledger?.isKeptBy(patch.site)) === false) return undefined;
    const { value: printer, diagnostics: undrawn } = await openPrinter(patch.site, task.cards);
    closePrinter = printer?.close;
    if (undrawn.length > 0) return undefined;
    const { figures } = patch;
    const report = {
      ...last.told,
      figures,
      diagnostics: weighFindings(mergeDiagnostics([...diagnostics, ...patch.diagnostics]), {
        rules: config.rules,
        texts: files.texts,
      }),
    };
    const rebuilt = patch.site.pages.length;
    onTrace?.(
      `site: ${rebuilt} pages of ${patch.articles} articles rebuilt; no other page shows a difference`,
    );
    if (!isPublished(report, task)) return { report, rebuilt };
    const { value: indexer } = await indexing;
    const { drawer } = task.last;
    onPhase?.('composing');
    const tools = indexer && drawer && { indexer, drawer, folder: staging };
    // Another process indexes while pages are composed.
    const [composed, index] = await Promise.all([
      writePatch(patch, known.outline.kept, {
        theme: prepared.theme,
        folder: staging,
        hasSearch,
        printer,
      }).then(() => {
        if (hasSearch) onPhase?.('indexing');
        return performance.now();
      }),
      searched && tools && refreshIndex(patch, searched, tools),
    ]);
    if (hasSearch && index === undefined) return undefined;
    const seconds = (performance.now() - composed) / 1000;
    onPhase?.('publishing');
    staging.keepOthers();
    // An older outline does for the next build too, which then builds these articles again, unless others show them.
    const isNeeded = patch.isSeen || patch.articles > FEW_ARTICLES;
    // At the same time: the last files are written by another thread.
    await Promise.all([staging.publish(), isNeeded && task.last.keepOutline(patch.renewOutline())]);
    task.onPublished?.();
    const kept = { told: report, searched: index?.kept, ledger: last.ledger };
    await task.last.keepReport(kept, staging);
    return { report, rebuilt, search: index && { pages: index.pages, seconds } };
  } finally {
    await renderer.close();
    await closePrinter?.();
    const { value: indexer } = await indexing;
    await indexer?.close();
  }
}

/** Articles that take less time to build than an outline to write. */
const FEW_ARTICLES = 10;

function isArticle(changed: ReadonlySet<string>, config: SiteConfig): boolean {
  return changed.size === 1 && [...changed].every((file) => isContent(config, file));
}
