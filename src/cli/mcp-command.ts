import { resolve } from 'node:path';
import type { CacheOptions } from '../cache/index.ts';
import { createRenderer } from '../create-renderer.ts';
import { readPackageVersion } from './read-package-version.ts';

export interface McpOptions {
  readonly root: string;
  /** From the working folder. */
  readonly site: string | undefined;
  readonly cache: CacheOptions | undefined;
}

/** `decant mcp`: until the client goes. Stdout holds messages of the protocol only. 2 where there is no such site. */
export async function runMcp({ root, site, cache }: McpOptions): Promise<number> {
  const { openBuiltSite, openSources, serveLibrary } = await import('../mcp/index.ts');
  if (site !== undefined) {
    const open = openBuiltSite(resolve(site));
    await open();
    await serveLibrary(open, readPackageVersion()).closed;
    return 0;
  }
  const renderer = createRenderer({ cache, workers: 1, onNote: (note) => process.stderr.write(`${note}\n`) });
  try {
    const open = openSources(root, { renderMarkdown: renderer.renderMarkdown, cache });
    const server = serveLibrary(open, readPackageVersion());
    // Read before the first question comes; what is wrong is said in the answer.
    open().catch(() => {});
    await server.closed;
    return 0;
  } finally {
    await renderer.close();
  }
}
