import type { SiteConfig } from '../config/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { formatCloudflare } from './format-rules.ts';
import type { Redirect } from './types.ts';

/** Rules without and with a pattern that Cloudflare reads of a `_redirects`; it leaves out the others. */
const MOST_RULES = 2000;
const MOST_PATTERNS = 100;

/** What a host that the site file names cannot do with so many redirects. */
export function judgeHosts(
  { redirects: formats }: Pick<SiteConfig, 'redirects'>,
  redirects: readonly Redirect[],
  aliases: readonly Redirect[],
): readonly Diagnostic[] {
  if (!formats.includes('cloudflare')) return [];
  const lines = formatCloudflare([...redirects, ...aliases])
    .split('\n')
    .slice(0, -1);
  const patterns = lines.filter((line) => line.includes('/* ')).length;
  const rules = lines.length - patterns;
  return [
    ...(rules > MOST_RULES
      ? [
          describeLimit(
            `The file _redirects has ${rules} rules, and Cloudflare reads ${MOST_RULES} of them.`,
            'The other old addresses are answered by their stubs; a list of bulk redirects can hold them all.',
          ),
        ]
      : []),
    ...(patterns > MOST_PATTERNS
      ? [
          describeLimit(
            `The file _redirects has ${patterns} rules with a pattern, and Cloudflare reads ${MOST_PATTERNS} of them.`,
            "The page 404.html leads on from the other addresses; name fewer releases in 'deprecated' to have less of them.",
          ),
        ]
      : []),
  ];
}

function describeLimit(message: string, hint: string): Diagnostic {
  const place = { file: 'data/site.yml', line: 1, column: 1 };
  return {
    ...{ code: 'redirects/host-limit', severity: 'warning', message, hint, place },
    ...{ via: [], versions: [], languages: [] },
  };
}
