import type { CodeEntry } from './types.ts';

/** What a ledger of addresses says of a build. */
export const LEDGER_CODES: readonly CodeEntry[] = [
  {
    code: 'ledger/lost-address',
    severity: 'error',
    means: 'An address was published, and no longer leads anywhere: neither a page nor `redirect_from`.',
    example: '/en/packages/quickstart/',
    remedy:
      'Add the address to `redirect_from` of the page that takes its place; `decant redirects fix` proposes one, and with `--forget` gives the address up.',
    cost: 'Nothing at the address; it stays in the ledger.',
  },
  {
    code: 'ledger/lost-heading',
    severity: 'error',
    means: 'A heading was published, and its page no longer has that id.',
    example: '/en/packages/quickstart/#install',
    remedy:
      'Write `<a id="install"></a>` above the heading that takes its place; `decant redirects fix` proposes one, and with `--forget` gives the heading up.',
    cost: 'The top of the page instead of its section.',
  },
  {
    code: 'ledger/lost-release',
    severity: 'error',
    means: 'A release was published that the site file no longer names.',
    example: '/en/enterprise-server@2.20/packages/',
    remedy:
      'Write the release into `deprecated` of its plan: then the oldest one that is left stands in for it.',
    cost: 'Nothing at the addresses of the release.',
  },
  {
    code: 'ledger/lost-language',
    severity: 'error',
    means: 'A language was published that the site file no longer names.',
    example: '/pt/packages/',
    remedy:
      'Write its code into `aliases` of the language that takes its place, or delete its lines from the ledger.',
    cost: 'Nothing at the addresses of the language.',
  },
  {
    code: 'ledger/conflict',
    severity: 'error',
    means: 'The ledger contains the markers of a merge conflict.',
    example: '<<<<<<< HEAD',
    remedy:
      'Delete the marked lines and keep the lines of both sides. With `data/addresses.txt merge=union` in `.gitattributes`, git does so itself.',
    cost: 'No build.',
  },
  {
    code: 'ledger/broken-line',
    severity: 'error',
    means: 'A line of the ledger is no address.',
    example: 'en/packages',
    remedy: 'Mend the line, or take the file from git as it was.',
    cost: 'No build.',
  },
  {
    code: 'ledger/other-site',
    severity: 'error',
    means: 'The ledger is of a site with another `baseUrl`.',
    example: '# Site: https://docs.example.net/',
    remedy: 'Name the ledger of this site. Where the site has moved, write its new address into the ledger.',
    cost: 'No build.',
  },
  {
    code: 'ledger/other-form',
    severity: 'error',
    means: 'The ledger was written by another version of Decant, in a form that this one does not read.',
    example: '# Decant ledger of addresses, form 2',
    remedy: 'Build with that version.',
    cost: 'No build.',
  },
];
