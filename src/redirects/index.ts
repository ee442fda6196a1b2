/**
 * Redirects: the old addresses that articles name come in, with the addresses that exist; every redirect of the build
 * goes out, straight to its last target, and a look-up for links. Needs the corpus only. Stubs are left to `compose`,
 * files to `publish`.
 */
export { foldAddress } from './fold-address.ts';
export {
  listRedirectFiles,
  listStubs,
  type RedirectFile,
  type RedirectScope,
} from './list-redirect-files.ts';
export { openAddressBook } from './open-address-book.ts';
export { createOldAddresses, produceRedirects, type RedirectInput } from './produce-redirects.ts';
export type { Redirect, RedirectTable } from './types.ts';
