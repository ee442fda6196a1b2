import { join } from 'node:path';
import type { SiteConfig } from './types.ts';

/**
 * The folders that files of a site are read from, relative to the root with `/`. All of a translation's folder counts: what
 * stands there belongs to translators.
 */
export function listSources({
  languages,
  theme,
}: Pick<SiteConfig, 'languages' | 'theme'>): readonly string[] {
  const [source, ...translations] = languages;
  const dir = source?.dir ?? '.';
  return [
    ...['content', 'data'].map((folder) => join(dir, folder).replaceAll('\\', '/')),
    'data',
    'assets',
    ...translations.flatMap((language) => (language.dir === '.' ? [] : [language.dir])),
    ...(theme === undefined ? [] : [theme]),
  ];
}
