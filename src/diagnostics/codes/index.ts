import { CHECK_CODES } from './check.ts';
import { CONFIG_CODES } from './config.ts';
import { EXCHANGE_CODES } from './exchange.ts';
import { LEDGER_CODES } from './ledger.ts';
import { LOAD_CODES } from './load.ts';
import { MARKDOWN_CODES } from './markdown.ts';
import { RESOLVE_CODES } from './resolve.ts';
import { REST_CODES } from './rest.ts';
import { SITE_CODES } from './site.ts';
import { SYSTEM_CODES } from './system.ts';
import type { CodeEntry } from './types.ts';
import { VERSION_CODES } from './versions.ts';

/** Every kind of mistake there is, in the order in which the stages come to it. `docs/content/reference/diagnostics.md` is made of them. */
export const CODES: readonly CodeEntry[] = [
  ...CONFIG_CODES,
  ...LOAD_CODES,
  ...REST_CODES,
  ...VERSION_CODES,
  ...RESOLVE_CODES,
  ...MARKDOWN_CODES,
  ...SITE_CODES,
  ...CHECK_CODES,
  ...LEDGER_CODES,
  ...EXCHANGE_CODES,
  ...SYSTEM_CODES,
];

/** Codes that a name stands for: the code itself, or what stands behind its slash (`unused-reusable`). */
export function findCodes(name: string): readonly CodeEntry[] {
  return CODES.filter(({ code }) => code === name || code.endsWith(`/${name}`));
}

/** What is written where a rule is named: what stands behind the slash, if no other code ends so. */
export function nameRule({ code }: CodeEntry): string {
  const name = code.slice(code.indexOf('/') + 1);
  return findCodes(name).length === 1 ? name : code;
}

/** Where `docs/content/reference/diagnostics.md` speaks of a code: GitHub's id of the heading. */
export function formatCodeAnchor(code: string): string {
  return code.replace('/', '');
}
