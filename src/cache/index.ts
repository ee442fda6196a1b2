/**
 * Cache: a renderer in, the same renderer out that renders each distinct text once, for as long as it lives: within a
 * build equal outcomes share one rendering, and while serving a rebuild renders only what changed.
 */
export { cacheRenderings } from './cache-renderings.ts';
