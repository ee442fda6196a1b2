import { setImmediate } from 'node:timers/promises';
import type { SiteConfig } from './config/index.ts';
import type { Diagnostic, Result } from './diagnostics/index.ts';
import type { Corpus } from './load/index.ts';
import type { RepairCounts, Resolution, Resolver } from './resolve/index.ts';
import type { VersionSet } from './versions/index.ts';

interface Scope {
  readonly config: SiteConfig;
  readonly corpus: Corpus;
  readonly built: VersionSet;
  readonly languages: readonly string[];
}

/**
 * Resolves every article in the versions and languages of a build. The source language is resolved even if only a
 * translation is built: it lends heading ids and missing words.
 *
 * @param onResolved is given the outcomes of each article at once, and time to send them on
 */
export async function resolveArticles(
  resolver: Resolver,
  { config, corpus, built, languages }: Scope,
  onResolved?: (resolutions: readonly Resolution[]) => void,
): Promise<Result<readonly Resolution[]> & { readonly repairs: RepairCounts }> {
  const value: Resolution[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { code } of config.languages.filter(({ code }, at) => at === 0 || languages.includes(code))) {
    for (const article of corpus.articles.values()) {
      const resolved = resolver.resolveArticle(article, code, article.versions & built);
      value.push(...resolved.value);
      diagnostics.push(...resolved.diagnostics);
      if (onResolved === undefined) continue;
      onResolved(resolved.value);
      await setImmediate();
    }
  }
  diagnostics.push(...resolver.listLegacyForms());
  return { value, diagnostics, repairs: resolver.countRepairs() };
}
