/**
 * Cache: a renderer in, the same renderer out that renders less. `cacheRenderings` remembers within a process: equal
 * outcomes of a build share one rendering, and while serving a rebuild renders only what changed. `openCache` remembers
 * between processes, in a folder and on a server. A rendering is found by a hash of its text, its options and the code that renders, so
 * nothing has to be declared stale, and one folder serves all branches. Whatever is broken, cut off, foreign or tampered
 * with is not found.
 */
export { cacheRenderings } from './cache-renderings.ts';
export { fingerprintCode } from './fingerprint.ts';
export { fingerprintProgram } from './fingerprint-program.ts';
export { fingerprintRenderer } from './fingerprint-renderer.ts';
export { type CacheBlob, openBlob, readBlob } from './open-blob.ts';
export { type Cache, type CacheOptions, openCache } from './open-cache.ts';
export type { RemoteOptions } from './remote-connection.ts';
export type { Note } from './types.ts';
