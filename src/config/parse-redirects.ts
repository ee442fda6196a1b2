import { reportDuplicates } from './duplicates.ts';
import type { ReportFault } from './faults.ts';
import {
  findValue,
  type KeyTable,
  readMapKey,
  readSwitch,
  readTextsKey,
  type Shape,
  WRONG_VALUE,
} from './read-keys.ts';
import type { RedirectFormat, SiteConfig } from './types.ts';
import type { YamlValue } from './yaml-types.ts';

export const REDIRECT_KEYS = { lists: 'optional', stubs: 'optional' } as const satisfies KeyTable;

export const REDIRECT_FORMAT: Shape = {
  pattern: /^(?:json|netlify|cloudflare|nginx)$/,
  hint: 'The formats are json, netlify, cloudflare, nginx.',
};

/**
 * How a site answers old addresses: the lists for its hosts, `redirects: [nginx]`, or these and whether there are stubs beside
 * them, `redirects: { lists: [nginx], stubs: false }`.
 */
export function parseRedirects(
  value: YamlValue | undefined,
  report: ReportFault,
): Pick<SiteConfig, 'redirects' | 'redirectStubs'> {
  if (value?.kind !== 'map') return { redirects: parseFormats(value, "'redirects'", report) };
  const map = readMapKey(value, REDIRECT_KEYS, "'redirects'", report) ?? value;
  const redirects = parseFormats(findValue(map, 'lists'), "'lists' of 'redirects'", report);
  const stubs = findValue(map, 'stubs');
  if (readSwitch(stubs, "'stubs' of 'redirects'", report)) return { redirects };
  if (redirects.length === 0) {
    const message = "'redirects' has neither lists nor stubs, so old addresses would lead nowhere.";
    report({ ...WRONG_VALUE, message, hint: REDIRECT_FORMAT.hint, place: stubs?.place ?? value.place });
  }
  return { redirects, redirectStubs: false };
}

/** The lists that a site wants for its hosts; `redirects.json` where it says nothing. */
function parseFormats(
  value: YamlValue | undefined,
  name: string,
  report: ReportFault,
): readonly RedirectFormat[] {
  if (value === undefined) return ['json'];
  const found = readTextsKey(value, name, REDIRECT_FORMAT, report);
  reportDuplicates(found, 'redirect formats', report);
  const names = found.map(({ text }) => text as RedirectFormat);
  if (names.includes('netlify') && names.includes('cloudflare')) {
    const message = `${name} names netlify and cloudflare, which both read the file _redirects.`;
    report({ ...WRONG_VALUE, message, hint: 'Keep the one that serves the site.', place: value.place });
  }
  return names;
}
