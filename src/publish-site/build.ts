import type { CacheOptions, Note } from '../cache/index.ts';
import { listSources } from '../config/index.ts';
import { createRenderer, describeDrawer } from '../create-renderer.ts';
import type { Result } from '../diagnostics/index.ts';
import type { Parser } from '../markdown/index.ts';
import { openStaging } from '../output/index.ts';
import { openHeads } from '../record/index.ts';
import type { Site } from '../workspace/index.ts';
import { buildInto } from './build-into.ts';
import { openLedger } from './keep-ledger.ts';
import { openLastBuild } from './last-build.ts';
import { prepareSite } from './prepare-site.ts';
import { isPublished } from './report.ts';

/** What `decant build` gets from its command line. */
export interface FolderRequest {
  /** The folder that holds `content/` and `data/`. */
  readonly root: string;
  /** The folder to publish into; one that holds something else than a site is refused. */
  readonly out: string;
  /** Names as on the command line: `fpt`, `ghes-3.2`, `ghes`. All published versions if absent or empty. */
  readonly versions?: readonly string[];
  /** Codes of languages; all if absent or empty. */
  readonly languages?: readonly string[];
  /** Publishes the good pages although there are errors. */
  readonly keepGoing?: boolean;
  /** Counts warnings as errors. */
  readonly strict?: boolean;
  /** Child processes that render Markdown; as many as there are processors if absent, 0 for none, and no thread that writes. */
  readonly workers?: number;
  /** A folder or a server that keeps renderings for the next build; none if absent. */
  readonly cache?: CacheOptions;
  /** `reference` has remark read all Markdown: slower, the same output. */
  readonly parser?: Parser;
  /** Is told once when the cache cannot be used; the build goes on without. */
  readonly onNote?: Note;
  /** File that keeps every address that was published; that of the site file, if it names one, if absent. */
  readonly ledger?: string;
  /** `false` for a site without search; else what the site file says. */
  readonly search?: boolean;
}

/** What became of a build. */
export interface FolderBuild {
  /** Undefined where `data/site.yml` or the ledger cannot be used. */
  readonly site: Site | undefined;
  /** False where errors kept the last site in its place. */
  readonly published: boolean;
}

/**
 * Builds the site of a folder into another: `decant build` as a function. Prints nothing.
 *
 * @throws UsageError for versions and languages that the site does not have, and a ledger that is no file; OutputError where `out` cannot be used
 */
export async function build(request: FolderRequest): Promise<Result<FolderBuild>> {
  const { out, keepGoing = false, strict = false } = request;
  const { value: prepared, diagnostics } = await prepareSite(request);
  if (prepared === undefined) return { value: { site: undefined, published: false }, diagnostics };
  const { config } = prepared.setup;
  // A site as a value is asked for, so nothing is left as the last build made it.
  const options = { keepGoing, strict, search: request.search ?? true };
  const ledger = await openLedger({ config, ledger: request.ledger, out });
  if (ledger.diagnostics.length > 0)
    return { value: { site: undefined, published: false }, diagnostics: ledger.diagnostics };
  const last = await openLastBuild(prepared, undefined, options);
  const isAlone = request.workers === 0;
  const staging = await openStaging(out, config.root, { sources: listSources(config), isAlone });
  try {
    const tools = {
      createRenderer: () => createRenderer(request),
      ledger: ledger.value,
      heads: openHeads(request.cache, config.root),
      cards: describeDrawer(request.cache),
    };
    const task = { ...options, ...tools, prepared, last, staging };
    const { report, site } = await buildInto(task);
    return { value: { site, published: isPublished(report, options) }, diagnostics: report.diagnostics };
  } finally {
    await staging.discard();
  }
}
