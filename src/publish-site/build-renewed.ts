import type { CardPrinter } from '../cards/index.ts';
import type { Result } from '../diagnostics/index.ts';
import { isPage, type PageHead } from '../links/index.ts';
import type { SiteFiles } from '../load/index.ts';
import type { KeptSearch } from '../search/index.ts';
import type { Renewal, RenewedSite } from '../workspace/index.ts';
import type { BuildTask, Built } from './build-into.ts';
import { findRemade, type Remade } from './find-remade.ts';
import type { Renewable } from './last-build.ts';
import { openPrinter } from './open-printer.ts';
import { type OpenStamps, openStamps } from './open-stamps.ts';
import { describeSite, isPublished } from './report.ts';
import { openSearch, takeNotes } from './write-site.ts';

/**
 * Builds and publishes a site of which articles have come, gone, or got other frontmatter: of the others no texts are made, but where
 * something else stands around them. Undefined where all of the site must be built.
 */
export async function buildRenewed(
  task: BuildTask,
  files: Result<SiteFiles>,
  { outline, before, stamps }: Renewable,
): Promise<Built | undefined> {
  const { prepared, staging, last, onPhase, onTrace } = task;
  const { config, diagnostics } = prepared.setup;
  const { drawer, searched } = last;
  const hasSearch = task.search && config.search;
  // A ledger names the headings of all pages.
  if (task.ledger !== undefined || (hasSearch && (searched === undefined || drawer === undefined)))
    return undefined;
  const { reachesMost, renewSite } = await import('../workspace/index.ts');
  if (reachesMost(outline, before)) {
    onTrace?.('update: texts of all articles; the change reaches most articles');
    return undefined;
  }
  const renderer = task.createRenderer(true);
  const indexing = openSearch(hasSearch);
  let printer: CardPrinter | undefined;
  let isDrawn = true;
  try {
    // Of most renewals few texts are to be rendered; where there are more, others start.
    renderer.start(1);
    const [{ composeAnew, pageWriter }, { readLines, writeSiteFiles }] = await Promise.all([
      import('../compose/index.ts'),
      import('../publish/index.ts'),
    ]);
    staging.prepare(pageWriter);
    onPhase?.('rendering');
    const { renderMarkdown, makesOutlines } = renderer;
    let remade: Remade | undefined;
    const renewal = await renewSite(outline, {
      files,
      before,
      diagnostics,
      renderMarkdown,
      makesOutlines,
      findRemade: findPages,
      onTrace,
    });
    if (renewal === undefined || !isDrawn || !(await staging.isAsBefore())) return undefined;
    const { site } = renewal;
    const report = describeSite({ ...site, ...renewal }, files.value);
    const rebuilt = site.pages.filter(isPage).length;
    onTrace?.(
      `site: ${rebuilt} pages of ${renewal.articles} articles made; the texts of all others are as they were`,
    );
    if (!isPublished(report, task)) return { report, rebuilt };
    onPhase?.('composing');
    const book = await openStamps(present(site), stamps, NO_FOLDER, remade?.kept);
    if (!isAsKnown(renewal, book)) {
      onTrace?.('update: texts of all articles; a page has another text than was known');
      return undefined;
    }
    const { value: indexer } = await indexing;
    // Another process indexes while pages are composed.
    const indexed =
      searched &&
      drawer &&
      indexer &&
      refreshIndex(site, book, searched, { indexer, drawer, folder: staging });
    const [composed, index] = await Promise.all([write(site, book), indexed]);
    if (hasSearch && index === undefined) return undefined;
    const seconds = (performance.now() - composed) / 1000;
    await indexer?.close();
    onPhase?.('publishing');
    staging.keepOthers();
    for (const name of stamps.files.keys()) if (!book.stamps.files.has(name)) staging.remove(name);
    await staging.publish();
    task.onPublished?.();
    const outlined = renewal.outline(await takeNotes(site));
    await last.renew(
      outlined,
      { told: report, searched: index?.kept, ledger: last.ledger },
      staging,
      book.stamps,
    );
    return { report, rebuilt, search: index && { pages: index.pages, seconds } };

    async function findPages(some: RenewedSite): Promise<readonly PageHead[]> {
      const opened = await openPrinter(some, task.cards);
      printer = opened.value;
      isDrawn = opened.diagnostics.length === 0;
      remade = await findRemade(present(some), prepared.theme, stamps);
      return remade.pages;
    }

    async function write(whole: RenewedSite, stampBook: OpenStamps): Promise<number> {
      await composeAnew(present(whole), prepared.theme, staging, stampBook, printer);
      const lines = readLines(staging.readLast('pages.json'));
      await writeSiteFiles({ ...whole, lines }, staging, stampBook);
      onTrace?.(
        `compose: ${stampBook.countKept()} files are made of what they were made of; ${stampBook.listChanged().length} pages are not`,
      );
      if (hasSearch) onPhase?.('indexing');
      return performance.now();
    }
  } finally {
    await renderer.close();
    await printer?.close();
    const { value: indexer } = await indexing;
    await indexer?.close();
  }

  function present(site: RenewedSite) {
    return { ...site, hasSearch, hasCards: printer !== undefined };
  }

  /** Whether pages that nothing has reached have the texts that they had: else nobody knows what else is other. */
  function isAsKnown({ site, framed }: Renewal, book: OpenStamps): boolean {
    const hrefs = new Set(framed.map(({ href }) => href));
    return site.pages.every(
      (page) =>
        !hrefs.has(page.href) || [undefined, book.stampTexts(page)].includes(stamps.texts.get(page.output)),
    );
  }
}

/** What is not written stays, without being named. */
const NO_FOLDER = { keep() {} };

type IndexTools = Parameters<typeof import('../search/index.ts')['refreshSearch']>[2];

/** Indexes the pages that are there again. Undefined where all of the site has to be indexed. */
async function refreshIndex(
  site: RenewedSite,
  book: OpenStamps,
  last: KeptSearch,
  { folder, ...tools }: IndexTools & { readonly folder: BuildTask['staging'] },
): Promise<{ readonly kept: KeptSearch; readonly pages: number } | undefined> {
  const { countFound, listCatalogs, refreshSearch } = await import('../search/index.ts');
  const searched = new Set(
    site.pages.filter(({ article }) => !article.hidden).map(({ language }) => language),
  );
  if (searched.size !== last.length || !last.every(({ language }) => searched.has(language)))
    return undefined;
  const pages = site.pages.filter(isPage);
  const changed = { catalogs: listCatalogs({ ...site, pages }), pages, gone: book.listGone() };
  const kept = await refreshSearch(changed, last, { ...tools, folder });
  if (kept === undefined) return undefined;
  return { kept, pages: countFound(kept) };
}
