import type { SiteConfig } from '../config/types.ts';
import { encodePath } from '../links/index.ts';
import { createPermalink } from '../load/index.ts';
import { hasVersion, type Version, type VersionSet } from '../versions/index.ts';
import { foldAddress } from './fold-address.ts';
import type { Redirect } from './types.ts';

export interface AliasScope {
  readonly config: Pick<SiteConfig, 'languages' | 'plans' | 'basePath'>;
  readonly versions: readonly Version[];
  readonly built: VersionSet;
  readonly languages: readonly string[];
  /** Where each address without language leads, that of a page to itself: `enterprise-server@3.2/packages/x`. */
  readonly targets: ReadonlyMap<string, string>;
}

/**
 * Other names of versions and languages, as format and readers use them: `PLAN/x` and `PLAN@latest/x` are the newest
 * release, `PLAN@latest/x` of the default plan is `/x`, and an alias of a language is that language. Nothing stands in
 * the place of a page or of an old address.
 */
export function listAliases(scope: AliasScope): readonly Redirect[] {
  const { config, languages } = scope;
  const built = config.languages.filter(({ code }) => languages.includes(code));
  const plans = listPlanAliases(scope);
  return built.flatMap((language) => [
    ...plans.map(({ address, target }) => createAlias(scope, language.code, address, target)),
    ...(language.aliases ?? []).flatMap((alias) => createLanguageAlias(scope, alias, language.code)),
  ]);
}

interface PlanAlias {
  readonly address: string;
  readonly target: string;
}

function listPlanAliases({ config, versions, built, targets }: AliasScope): readonly PlanAlias[] {
  const taken = new Set([...targets.keys()].map(foldAddress));
  return config.plans.flatMap((plan) => {
    const newest = versions.find((version) => version.plan === plan && !version.isPreview);
    if (newest === undefined || !hasVersion(built, newest)) return [];
    const names = newest.number === undefined ? [] : [plan.id, `${plan.id}@latest`];
    const prefixes = plan.isDefault ? [`${plan.id}@latest`] : names;
    const own = [...targets].filter(([address]) => isIn(address, newest, versions));
    return prefixes.flatMap((prefix) =>
      own
        .map(([address, target]) => {
          const path = address.slice(newest.segment.length).replace(/^\//, '');
          return { address: path === '' ? prefix : `${prefix}/${path}`, target };
        })
        .filter(({ address }) => !taken.has(foldAddress(address))),
    );
  });
}

function isIn(address: string, { segment }: Version, versions: readonly Version[]): boolean {
  const [first = ''] = address.split('/');
  if (segment !== '') return first === segment;
  return !first.includes('@') && versions.every((other) => other.plan.id !== first) && first !== 'enterprise';
}

function createAlias(scope: AliasScope, language: string, address: string, target: string): Redirect {
  const { config } = scope;
  const place = (path: string) => createPermalink(config, language, { segment: '' }, path);
  const alias = address.includes('/') ? 'page' : 'site';
  return {
    from: place(encodePath(address)).href,
    output: place(address).output,
    to: place(encodePath(target)).href,
    language,
    alias,
  };
}

/** Of its home page only: hosts with rules answer for the rest. */
function createLanguageAlias(
  { config, targets }: AliasScope,
  alias: string,
  language: string,
): readonly Redirect[] {
  if (!targets.has('')) return [];
  const place = (code: string) => createPermalink(config, code, { segment: '' }, '');
  const { href, output } = place(alias);
  return [{ from: href, output, to: place(language).href, language, alias: 'site' }];
}
