import { createPlanName } from './create-plan-name.ts';
import { quote } from './quote.ts';
import type { FoundPlan, SiteDescription, SiteHost } from './types.ts';

/** Lists of old addresses that a host reads; `json` is for programs. */
const REDIRECTS: Readonly<Record<SiteHost, string>> = {
  'github-pages': '',
  netlify: 'redirects: [json, netlify]\n',
  // Cloudflare answers an address with `@` by a redirect.
  cloudflare: "redirects: [json, cloudflare]\naddresses:\n  version: 'v{release}'\n",
  none: '',
};

/** Of a plan whose releases nobody has chosen yet: older ones than these count as retired. */
const SUPPORTED = 4;

/** `data/site.yml`. */
export function formatSiteFile(answers: SiteDescription): string {
  const { title, languages, url, host, folders } = answers;
  return `# yaml-language-server: $schema=../node_modules/decant/schemas/site.json
# The configuration of this site. For all keys, see docs/content/reference/site-file.md in Decant.
title: ${quote(title)}
baseUrl: ${quote(url)}
languages:
${languages.map((code, at) => formatLanguage(code, at, folders)).join('\n')}
plans:
${formatPlans(answers)}
${REDIRECTS[host]}`;
}

function formatPlans({ product, releases, plans = [] }: SiteDescription): string {
  const name = createPlanName(product);
  const own = { id: name, short: name, name: product, releases, issues: [], hasNext: false };
  const first = plans.find((plan) => plan.releases.length === 0) ?? plans[0] ?? own;
  const all = plans.length > 0 ? plans : [own];
  return all
    .map((plan) => formatPlan(plan, plan === first, plans.length > 0 ? SUPPORTED : plan.releases.length))
    .join('\n');
}

function formatPlan(plan: FoundPlan, isDefault: boolean, supported: number): string {
  const { id, short, name, releases, issues, hasNext } = plan;
  const list = (names: readonly string[]) => `[${names.map((each) => `'${each}'`).join(', ')}]`;
  return [
    `  - id: ${id}`,
    `    short: ${short}`,
    `    name: ${quote(name)}`,
    ...(isDefault ? ['    default: true'] : []),
    ...(releases.length > 0 ? [`    releases: ${list(releases.slice(0, supported))}`] : []),
    ...(releases.length > supported ? [`    deprecated: ${list(releases.slice(supported))}`] : []),
    ...(hasNext ? ['    next: true'] : []),
    ...(issues.length > 0 ? [`    issues: ${list(issues)}`] : []),
  ].join('\n');
}

function formatLanguage(code: string, at: number, folders: ReadonlyMap<string, string> | undefined): string {
  const dir = at === 0 ? '.' : (folders?.get(code) ?? `translations/${code}`);
  return `  - { code: ${code}, name: ${quote(nameLanguage(code))}, dir: ${dir} }`;
}

/** A language in its own words; its code where nobody knows them. */
function nameLanguage(code: string): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
