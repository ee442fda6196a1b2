/**
 * Serve: a folder of files in, a server on 127.0.0.1 out, for writers: pages reload by themselves when told to. Knows
 * nothing of how the folder is made.
 */
export { type DevServer, serveFolder } from './serve-folder.ts';
