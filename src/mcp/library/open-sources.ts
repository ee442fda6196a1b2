import type { CacheOptions } from '../../cache/index.ts';
import { listSources, readSetup, type SiteSetup } from '../../config/index.ts';
import type { Renderer } from '../../create-renderer.ts';
import { formatDiagnostic, type Result } from '../../diagnostics/index.ts';
import { openSourceFolder, readFiles, type SiteFiles } from '../../load/index.ts';
import { openHeads } from '../../record/index.ts';
import { UsageError } from '../../usage-error.ts';
import { openWorkspace, type Workspace } from '../../workspace/index.ts';
import type { DocsLibrary } from '../types.ts';
import { readStamp } from './read-stamp.ts';
import { createSourceLibrary } from './source-library.ts';

/** How sources are read. */
export interface SourceTools {
  readonly renderMarkdown: Renderer['renderMarkdown'];
  readonly cache: CacheOptions | undefined;
}

/**
 * The sources of a site, as they are whenever somebody asks: an edit is in the next answer, and only what it reaches is rebuilt.
 *
 * @param root absolute
 */
export function openSources(root: string, tools: SourceTools): () => Promise<DocsLibrary> {
  let current:
    | { readonly stamp: string; readonly workspace: Workspace; readonly library: DocsLibrary }
    | undefined;
  let running: Promise<DocsLibrary> | undefined;
  return () => {
    // Calls that come together see one state, and read it once.
    running ??= refresh().finally(() => {
      running = undefined;
    });
    return running;
  };

  async function refresh(): Promise<DocsLibrary> {
    const setup = await readSiteSetup(root);
    const stamp = await readStamp(root, listSources(setup.config));
    if (current?.stamp === stamp) return current.library;
    const files = await readSiteFiles(setup, tools.cache);
    const isSame = JSON.stringify(current?.workspace.config) === JSON.stringify(setup.config);
    const workspace =
      current !== undefined && isSame
        ? current.workspace.update(files)
        : openWorkspace(setup, files, { renderMarkdown: tools.renderMarkdown });
    const library = createSourceLibrary({ workspace, files, stamp, renderMarkdown: tools.renderMarkdown });
    current = { stamp, workspace, library };
    return library;
  }
}

async function readSiteSetup(root: string): Promise<SiteSetup> {
  const { value, diagnostics } = await readSetup({ root });
  if (value !== undefined) return value;
  const reasons = diagnostics.map((each) => formatDiagnostic(each)).join('\n');
  throw new UsageError(`The site file data/site.yml cannot be used.\n${reasons}`);
}

async function readSiteFiles(
  { config }: SiteSetup,
  cache: CacheOptions | undefined,
): Promise<Result<SiteFiles>> {
  const { heads, keep } = openHeads(cache, config.root);
  const files = await readFiles(config, openSourceFolder(config.root), heads);
  await keep();
  return files;
}
