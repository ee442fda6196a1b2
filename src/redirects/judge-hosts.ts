import type { Diagnostic } from '../diagnostics/index.ts';
import { listForCloudflare, MOST_PATTERNS, MOST_RULES } from './list-for-cloudflare.ts';
import type { RedirectScope } from './list-redirect-files.ts';
import type { Redirect } from './types.ts';

/** What a host that the site file names cannot do with so many redirects. */
export function judgeHosts(
  redirects: readonly Redirect[],
  { config, corpus }: RedirectScope,
): readonly Diagnostic[] {
  if (!config.redirects.includes('cloudflare')) return [];
  const { leftRules, patterns } = listForCloudflare(redirects, { ...config, ...corpus });
  return [
    ...(leftRules > 0
      ? [
          describeLimit(
            `The file _redirects has no room for ${leftRules} old addresses, because Cloudflare reads ${MOST_RULES} rules.`,
            'Stubs redirect readers instead; a list of bulk redirects has room for all.',
          ),
        ]
      : []),
    ...(patterns > MOST_PATTERNS
      ? [
          describeLimit(
            `The file _redirects needs ${patterns} rules with a pattern, but Cloudflare reads only ${MOST_PATTERNS} of them.`,
            "The page 404.html redirects from the other addresses; name fewer releases in 'deprecated' to need fewer rules.",
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
