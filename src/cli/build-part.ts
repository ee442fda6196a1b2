import type { SiteConfig } from '../config/index.ts';
import { mergeDiagnostics } from '../diagnostics/index.ts';
import { isContent, type SiteFiles } from '../load/index.ts';
import { writePatch } from '../write-site.ts';
import type { BuildTask, Built } from './build-into.ts';
import type { Difference } from './last-build.ts';
import type { Options } from './options.ts';
import { isPublished } from './prepare.ts';
import type { Reporter } from './reporter.ts';

/** Makes and publishes the pages that differ from those of the last build. Undefined where all of the site must be built. */
export async function buildPart(
  { prepared, last, staging, createRenderer, onPublished }: BuildTask,
  { changed, report, readOutline }: Difference,
  files: SiteFiles,
  options: Options,
  reporter: Reporter,
): Promise<Built | undefined> {
  const { config, diagnostics } = prepared.setup;
  const renderer = createRenderer(true);
  try {
    // A reusable stands in many articles.
    renderer.start(isArticle(changed, config) ? 1 : undefined);
    const { patchSite } = await import('../patch/index.ts');
    const { pageWriter } = await import('../compose/index.ts');
    staging.prepare(pageWriter);
    const known = await readOutline();
    const { renderMarkdown } = renderer;
    const patch = known && (await patchSite(known.outline, { ...known, files, changed, renderMarkdown }));
    if (patch === undefined || !(await staging.isAsBefore())) return undefined;
    const { figures } = patch;
    const told = {
      ...report.told,
      figures,
      diagnostics: mergeDiagnostics([...diagnostics, ...patch.diagnostics]),
    };
    if (isPublished(told, options)) {
      reporter.phase('composing');
      await writePatch(patch, staging);
      reporter.phase('publishing');
      staging.keepOthers();
      // An older outline does for the next build too, which then makes these articles again.
      const isLarge = patch.articles > FEW_ARTICLES;
      // Both at once: the last files are written by another thread.
      await Promise.all([staging.publish(), isLarge && last.keepOutline(patch.outline)]);
      onPublished?.();
      await last.keepReport({ told, searched: undefined }, staging);
    }
    return { told, anew: patch.site.pages.length };
  } finally {
    await renderer.close();
  }
}

/** Articles that take less time to make than an outline to write. */
const FEW_ARTICLES = 10;

function isArticle(changed: ReadonlySet<string>, config: SiteConfig): boolean {
  return changed.size === 1 && [...changed].every((file) => isContent(config, file));
}
