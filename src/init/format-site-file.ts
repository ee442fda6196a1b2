import { createPlanName } from './create-plan-name.ts';
import { quote } from './quote.ts';
import type { SiteAnswers, SiteHost } from './types.ts';

/** Lists of old addresses that a host reads; `json` is for programs. */
const REDIRECTS: Readonly<Record<SiteHost, string>> = {
  'github-pages': '',
  netlify: 'redirects: [json, netlify]\n',
  // Cloudflare answers an address with `@` by a redirect.
  cloudflare: "redirects: [json, cloudflare]\naddresses:\n  version: 'v{release}'\n",
  none: '',
};

/** `data/site.yml`. */
export function formatSiteFile({ title, product, releases, languages, url, host }: SiteAnswers): string {
  const plan = createPlanName(product);
  return `# yaml-language-server: $schema=../node_modules/decant/schemas/site.json
# What this site is made for. Every key: docs/content/reference/site-file.md of Decant.
title: ${quote(title)}
baseUrl: ${quote(url)}
languages:
${languages.map(formatLanguage).join('\n')}
plans:
  - id: ${plan}
    short: ${plan}
    name: ${quote(product)}
    default: true
    releases: [${releases.map((release) => `'${release}'`).join(', ')}]
${REDIRECTS[host]}`;
}

function formatLanguage(code: string, at: number): string {
  const dir = at === 0 ? '.' : `translations/${code}`;
  return `  - { code: ${code}, name: ${quote(nameLanguage(code))}, dir: ${dir} }`;
}

/** A language in its own words; its code where nobody knows them. */
function nameLanguage(code: string): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
