import { setImmediate } from 'node:timers/promises';
import type { SiteConfig } from './config/index.ts';
import {
  createOwnedResult,
  type Diagnostic,
  nameOwner,
  type OwnedDiagnostics,
  type OwnedResult,
} from './diagnostics/index.ts';
import type { Article } from './load/index.ts';
import type { RepairCounts, Resolution, Resolver } from './resolve/index.ts';
import type { VersionSet } from './versions/index.ts';

interface Scope {
  readonly config: SiteConfig;
  readonly built: VersionSet;
  readonly languages: readonly string[];
}

/** Who listens while articles are resolved. */
export interface ResolveListener {
  /** An article in a language, as `nameOwner` names it, is about to be resolved. */
  readonly onBegin?: (owner: string) => void;
  /** Is given the outcomes of each article at once, and time to send them on. */
  readonly onResolved?: ((resolutions: readonly Resolution[]) => void) | undefined;
}

/** The outcomes of articles, and what was found in the texts they were made of. */
export interface ResolvedArticles extends OwnedResult<readonly Resolution[]> {
  /** Older forms, one diagnostic for each form and file. */
  readonly legacy: readonly Diagnostic[];
  /** Repairs of damaged translations by file. */
  readonly repairs: ReadonlyMap<string, RepairCounts>;
}

/**
 * Resolves articles in the versions and languages of a build. The source language is resolved even if only a
 * translation is built: it lends heading ids and missing words.
 */
export async function resolveArticles(
  resolver: Resolver,
  articles: readonly Article[],
  { config, built, languages }: Scope,
  { onBegin, onResolved }: ResolveListener = {},
): Promise<ResolvedArticles> {
  const value: Resolution[] = [];
  const found: OwnedDiagnostics[] = [];
  for (const { code } of config.languages.filter(({ code }, at) => at === 0 || languages.includes(code))) {
    for (const article of articles) {
      const owner = nameOwner(code, article.path);
      onBegin?.(owner);
      const resolved = resolver.resolveArticle(article, code, article.versions & built);
      value.push(...resolved.value);
      found.push({ owner, diagnostics: resolved.diagnostics });
      if (onResolved === undefined) continue;
      onResolved(resolved.value);
      await setImmediate();
    }
  }
  return {
    ...createOwnedResult(value, found),
    legacy: resolver.listLegacyForms(),
    repairs: new Map(resolver.listRepairs()),
  };
}
