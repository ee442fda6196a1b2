import { reportDuplicates } from './duplicates.ts';
import type { ReportFault } from './faults.ts';
import { readTextsKey, type Shape, WRONG_VALUE } from './read-keys.ts';
import type { RedirectFormat } from './types.ts';
import type { YamlValue } from './yaml-types.ts';

const FORMAT: Shape = {
  pattern: /^(?:json|netlify|cloudflare|nginx)$/,
  hint: 'The formats are json, netlify, cloudflare, nginx.',
};

/** The lists of redirects that a site wants for its hosts; `redirects.json` where it says nothing. */
export function parseRedirectFormats(
  value: YamlValue | undefined,
  report: ReportFault,
): readonly RedirectFormat[] {
  if (value === undefined) return ['json'];
  const found = readTextsKey(value, "'redirects'", FORMAT, report);
  reportDuplicates(found, 'redirect formats', report);
  const names = found.map(({ text }) => text as RedirectFormat);
  if (names.includes('netlify') && names.includes('cloudflare')) {
    const message = "'redirects' names netlify and cloudflare, which both read the file _redirects.";
    report({ ...WRONG_VALUE, message, hint: 'Keep the one that serves the site.', place: value.place });
  }
  return names;
}
