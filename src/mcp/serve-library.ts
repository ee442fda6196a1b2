import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { addPages } from './add-pages.ts';
import { addTool } from './add-tool.ts';
import { TOOLS } from './tools/index.ts';
import type { DocsLibrary } from './types.ts';

const INSTRUCTIONS = `Documentation of a product in several versions. Every answer is of one version and says which. \
Ask list_versions first, and name the reader's version in each question: what is true for one may be wrong for another. \
search finds pages, read_page reads them; is_available says in which versions something is there, diff what changed between two.`;

/** A running server. */
export interface LibraryServer {
  /** Resolves when the client has gone. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/**
 * Answers a client on standard input and output until it goes. It may speak the protocol of 2026, which has no handshake, or an
 * older one; each connection has a server of its own, and all of them one library.
 *
 * @param version of this program
 */
export function serveLibrary(open: () => Promise<DocsLibrary>, version: string): LibraryServer {
  const closed = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
  });
  const handle = serveStdio(
    () => {
      const server = new McpServer({ name: 'decant', version }, { instructions: INSTRUCTIONS });
      for (const tool of TOOLS) addTool(server, tool, open);
      addPages(server, open);
      return server;
    },
    { onerror: (error) => process.stderr.write(`decant mcp: ${error.message}\n`) },
  );
  return { closed, close: () => handle.close() };
}
