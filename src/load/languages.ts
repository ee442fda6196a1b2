import type { Language, SiteConfig } from '../config/index.ts';

/** The source language, which rules structure, and the others. */
export function splitLanguages({ languages }: Pick<SiteConfig, 'languages'>): {
  readonly source: Language;
  readonly translations: readonly Language[];
} {
  const [source, ...translations] = languages;
  if (source === undefined) throw new Error('A site has at least one language.');
  return { source, translations };
}
