/**
 * Mcp: the sources of a site, or a folder that was built of them, come in; questions of agents are answered by the Model Context
 * Protocol on standard input and output. Owns its SDK, and zod. Each tool is a file of `tools/`; what they read is a `DocsLibrary`, of which
 * there are two kinds. Judging, comparing and explaining is left to `rules` and `queries`.
 */
export { openBuiltSite } from './library/open-built-site.ts';
export { openSources, type SourceTools } from './library/open-sources.ts';
export { type LibraryServer, serveLibrary } from './serve-library.ts';
export type { DocsLibrary } from './types.ts';
