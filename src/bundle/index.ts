/**
 * Bundle: from the files of a site to one zip that is read from a disk. Addresses lead from file to file; what scripts would fetch
 * lies in scripts, for browsers let pages of a disk load nothing else. It knows files alone: what is in them is as a build
 * of the site left it.
 */
export { type BundleOptions, bundleSite, type SiteBundle } from './bundle-site.ts';
export { isBundle } from './zip.ts';
