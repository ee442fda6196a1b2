/**
 * Patch: what the last build knew of a site, and the files that have other bodies since, come in; the pages made of them go
 * out, with the diagnostics of the whole, if it can be proved that every other file of the site comes out as before. It
 * joins the stages as `buildSite` does, over some of the articles. What nobody can prove is left to a build of the whole.
 */
export { outlineSite } from './outline-site.ts';
export { type Patch, type PatchRequest, patchSite } from './patch-site.ts';
export type { SiteOutline } from './types.ts';
