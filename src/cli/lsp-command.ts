import type { CacheOptions } from '../cache/index.ts';
import { createRenderer } from '../create-renderer.ts';
import { serveEditor } from '../lsp/index.ts';
import type { Parser } from '../markdown/index.ts';
import { openHeads } from '../record/index.ts';
import { readPackage } from './read-package.ts';
import type { Reporter } from './reporter.ts';

export interface LspOptions {
  readonly cache: CacheOptions | undefined;
  readonly parser: Parser;
  readonly workers: number | undefined;
}

/** `decant lsp`: one process renders, so that a text which never ends in the parser keeps nobody waiting. */
export function runLsp({ cache, parser, workers = 1 }: LspOptions, { note }: Reporter): Promise<number> {
  // While somebody writes, every state is a passing one: what others have kept is found, and nothing is added.
  const own = cache && { ...cache, remote: undefined, mode: 'read' as const };
  // As a build renders: a preview shows HTML, and what a build has kept is found.
  const renderer = createRenderer({ cache: own, parser, workers, onNote: note });
  const { version, folder } = readPackage();
  return serveEditor({
    renderMarkdown: renderer.renderMarkdown,
    openHeads: (root) => openHeads(own, root, note).heads,
    cache: own,
    documentUrl: new URL('docs/content/reference/diagnostics.md', folder).href,
    version,
    close: renderer.close,
  });
}
