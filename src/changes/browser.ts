/** What the page that compares any two versions loads: the comparison of this stage, in one file made by the compiler. */
export { compareFields } from './compare-fields.ts';
export { listLinkNames } from './list-names.ts';
export { listSections } from './list-sections.ts';
export { createAddressReader } from './read-address.ts';
