import type { OldAddresses, RedirectTarget } from '../links/index.ts';

/** An old address and the page it leads to. */
export interface Redirect {
  /** Address within the host, with base path and trailing slash. */
  readonly from: string;
  /** File of its stub, relative to the output folder: `en/old/index.html`. */
  readonly output: string;
  /** `href` of the page. */
  readonly to: string;
  readonly language: string;
  /** Another name of a version or language: of one page, or of all pages below the address. Absent for an old address. */
  readonly alias?: 'page' | 'site';
  /** Title of the release that had the address, if it is no longer documented. */
  readonly retired?: string;
  /** The address will get pages of its own, so browsers must not remember where it leads now. */
  readonly isTemporary?: true;
}

/** The list of a host: its text, and what of it the host answers by itself. */
export interface HostList {
  readonly text: string;
  /** Whether readers who ask for the old address are led on in every spelling, without a stub. */
  readonly serves: (redirect: Redirect) => boolean;
}

/** Every redirect of a build, and the look-up that links need. */
export interface RedirectTable extends OldAddresses {
  /** Where each old address leads, by version and path as `createOldAddresses` looks them up. */
  readonly targets: ReadonlyMap<string, RedirectTarget>;
  /** Of the languages and versions that are built: source language first, then by address. */
  readonly redirects: readonly Redirect[];
  /** The same for other names of versions and languages. */
  readonly aliases: readonly Redirect[];
}
