import { readConfig, type SiteConfig } from '../config/index.ts';
import { createRenderer } from '../create-renderer.ts';
import type { RenderMarkdown } from '../markdown/index.ts';
import type { Options } from './options.ts';
import type { Reporter } from './reporter.ts';

/** What `decant render` is asked for. */
export interface RenderOptions
  extends Pick<Options, 'root' | 'versions' | 'languages' | 'json' | 'strict' | 'parser' | 'workers'> {
  /** The article, as written. */
  readonly file: string;
  readonly format: 'markdown' | 'html';
}

/** `decant render`: one article in one version and language, on stdout; what is wrong with it, on stderr. */
export async function runRender(options: RenderOptions, reporter: Reporter): Promise<number> {
  const pool = createRenderer({ workers: Math.min(options.workers ?? 1, 1), parser: options.parser });
  try {
    const { value: config, diagnostics } = await readConfig(options.root);
    if (config === undefined) {
      reporter.refuse('The site file data/site.yml cannot be used.', diagnostics);
      return 2;
    }
    return await renderInto(config, options, pool.renderMarkdown, reporter);
  } finally {
    await pool.close();
  }
}

/** The stages are loaded while the process that renders starts. */
async function renderInto(
  config: SiteConfig,
  options: RenderOptions,
  renderMarkdown: RenderMarkdown,
  reporter: Reporter,
): Promise<number> {
  const { describeAbsence, formatPage, readRequest } = await import('./render-page.ts');
  const { buildPage } = await import('../page/index.ts');
  const request = await readRequest(config, options);
  const built = await buildPage(config, { ...request, renderMarkdown, brokenLinks: 'warning' });
  const { diagnostics } = built;
  reporter.diagnostics(diagnostics);
  const text = formatPage(built.value, options.format, config);
  const { path, version, language } = request;
  reporter.json({ path, version: version.name, language, [options.format]: text ?? null, diagnostics });
  if (text !== undefined && !options.json) process.stdout.write(text);
  const absence = describeAbsence(built.value, request, config);
  if (absence !== undefined) reporter.note(`decant: ${absence}`);
  const failed = diagnostics.some(({ severity }) => severity === 'error' || options.strict);
  return failed || text === undefined ? 1 : 0;
}
