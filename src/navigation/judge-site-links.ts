import type { SiteConfig } from '../config/types.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { createAddressJudge, describeAddress, type JudgeScope } from './judge-addresses.ts';

export interface SiteLinkScope extends Omit<JudgeScope, 'config'> {
  readonly config: JudgeScope['config'] & Pick<SiteConfig, 'header' | 'footer' | 'banner'>;
}

/**
 * Reports links of the site file, in header, footer and banners, that lead to no page of any version. One that only some versions lack
 * is left out there in silence.
 */
export function judgeSiteLinks(scope: SiteLinkScope): readonly Diagnostic[] {
  const { config, corpus, versions } = scope;
  const isUnknown = createAddressJudge(scope, true);
  const named = [
    ...(config.header ?? []).map(({ href }) => ["'header'", href] as const),
    ...(config.footer?.links ?? []).map(({ href }) => ["'footer'", href] as const),
    ...(config.banner ?? []).flatMap(({ href }) => (href ? [["'banner'", href] as const] : [])),
  ];
  return named
    .filter(([, { text }]) => text.startsWith('/') && versions.every((version) => isUnknown(text, version)))
    .map(([subject, { text, place }]) => describeAddress(subject, text, corpus, { place, versions: [] }));
}
