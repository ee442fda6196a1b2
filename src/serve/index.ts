/**
 * Serve: sources in, a server on 127.0.0.1 out, for writers: each page is made when it is asked for, with the bytes of a build, and
 * says beside itself what is wrong and where it comes from. Also a built folder as it is. How files are watched and what is said in
 * a terminal is left to the command.
 */
export { EDITORS } from './editor-links.ts';
export { type KeptAnswers, openKeptAnswers } from './kept-answers.ts';
export type { LocalServer } from './local-server.ts';
export { openPreview, type SitePreview } from './preview.ts';
export { serveFolder } from './serve-folder.ts';
export { type PreviewServer, servePreview } from './serve-preview.ts';
export { readSources } from './source-reader.ts';
export type { ShownPage } from './types.ts';
export { watchSources } from './watch-sources.ts';
