import { createStamper } from './create-stamper.ts';
import type { ComposedSite } from './types.ts';

/**
 * Stamps what all files of a site may be made of beside what their own stamps name, as far as sources decide it: the words of
 * the interface, where each version begins, and the pictures that the site file names. Site file, theme and program are left to who knows them.
 */
export function stampFrame({
  config,
  corpus,
  languages,
  versions,
  navigation,
  hasSearch,
  hasCards,
}: Omit<ComposedSite, 'pages' | 'redirects' | 'changes'>): string {
  const pictures = [config.logo?.light, config.logo?.dark, config.favicon?.icon, config.favicon?.touch].map(
    (file) => file && corpus.images.get(file.text),
  );
  const words = config.languages.map(({ code }) => corpus.data.tree(code).ui);
  const homes = languages.flatMap((language) =>
    versions.map((version) => navigation.findTree(language, version)?.page.href),
  );
  return createStamper()(words, homes, hasSearch, pictures, ...(hasCards ? [hasCards] : []));
}
