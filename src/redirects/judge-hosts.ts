import type { SiteConfig } from '../config/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { formatCloudflare } from './format-rules.ts';
import type { Redirect } from './types.ts';

/** Rules without a pattern that Cloudflare reads of a `_redirects`; it leaves out the others. */
const MOST_RULES = 2000;

/** What a host that the site file names cannot do with so many redirects. */
export function judgeHosts(
  { redirects: formats }: Pick<SiteConfig, 'redirects'>,
  redirects: readonly Redirect[],
): readonly Diagnostic[] {
  if (!formats.includes('cloudflare')) return [];
  const rules = formatCloudflare(redirects).split('\n').length - 1;
  if (rules <= MOST_RULES) return [];
  return [
    {
      code: 'redirects/host-limit',
      severity: 'warning',
      message: `The file _redirects has ${rules} rules, and Cloudflare reads ${MOST_RULES} of them.`,
      hint: 'The other old addresses are answered by their stubs; a list of bulk redirects can hold them all.',
      place: { file: 'data/site.yml', line: 1, column: 1 },
      via: [],
      versions: [],
      languages: [],
    },
  ];
}
