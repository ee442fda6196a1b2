import type { CodeEntry } from './types.ts';

/** What a ledger of addresses says of a build. */
export const LEDGER_CODES: readonly CodeEntry[] = [
  {
    code: 'ledger/lost-address',
    severity: 'error',
    means: 'A published address no longer leads anywhere: no page has it, and no `redirect_from` names it.',
    example: '/en/packages/quickstart/',
    remedy:
      'Add the address to `redirect_from` of the page that takes its place; `decant redirects fix` proposes one, and with `--forget` gives the address up.',
    cost: 'The address is not found; it stays in the ledger.',
  },
  {
    code: 'ledger/lost-heading',
    severity: 'error',
    means: 'A published heading is gone: its page no longer has that ID.',
    example: '/en/packages/quickstart/#install',
    remedy:
      'Write `<a id="install"></a>` above the heading that takes its place; `decant redirects fix` proposes one, and with `--forget` gives the heading up.',
    cost: 'Links lead to the top of the page instead of the section.',
  },
  {
    code: 'ledger/lost-release',
    severity: 'error',
    means: 'The site file no longer names a release that was published.',
    example: '/en/enterprise-server@2.20/packages/',
    remedy:
      'Write the release into `deprecated` of its plan: then the oldest one that is left stands in for it.',
    cost: 'The addresses of the release are not found.',
  },
  {
    code: 'ledger/lost-language',
    severity: 'error',
    means: 'The site file no longer names a language that was published.',
    example: '/pt/packages/',
    remedy:
      'Write its code into `aliases` of the language that takes its place, or delete its lines from the ledger.',
    cost: 'The addresses of the language are not found.',
  },
  {
    code: 'ledger/conflict',
    severity: 'error',
    means: 'The ledger contains the markers of a merge conflict.',
    example: '<<<<<<< HEAD',
    remedy:
      'Delete the marked lines and keep the lines of both sides. With `data/addresses.txt merge=union` in `.gitattributes`, git does so itself.',
    cost: 'Nothing: the site is not built.',
  },
  {
    code: 'ledger/broken-line',
    severity: 'error',
    means: 'A line of the ledger is not an address.',
    example: 'en/packages',
    remedy: 'Correct the line, or restore the file from git.',
    cost: 'Nothing: the site is not built.',
  },
  {
    code: 'ledger/other-site',
    severity: 'error',
    means: 'The ledger belongs to a site with a different `baseUrl`.',
    example: '# Site: https://docs.example.net/',
    remedy: 'Use the ledger of this site. If the site has moved, write its new address into the ledger.',
    cost: 'Nothing: the site is not built.',
  },
  {
    code: 'ledger/other-form',
    severity: 'error',
    means: 'The ledger was written by another version of Decant, in a format that this version cannot read.',
    example: '# Decant ledger of addresses, form 2',
    remedy: 'Build with that version.',
    cost: 'Nothing: the site is not built.',
  },
];
