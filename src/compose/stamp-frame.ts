import { createStamper } from './create-stamper.ts';
import type { ComposedSite } from './types.ts';

/**
 * Stamps what all files of a site may be made of beside what their own stamps name, as far as sources decide it: the words of
 * the interface, and where each version begins. Site file, theme and program are left to who knows them.
 */
export function stampFrame({
  config,
  corpus,
  languages,
  versions,
  navigation,
  hasSearch,
}: Omit<ComposedSite, 'pages' | 'redirects' | 'changes'>): string {
  const words = config.languages.map(({ code }) => corpus.data.tree(code).ui);
  const homes = languages.flatMap((language) =>
    versions.map((version) => navigation.findTree(language, version)?.page.href),
  );
  return createStamper()(words, homes, hasSearch);
}
