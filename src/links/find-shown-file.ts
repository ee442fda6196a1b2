import type { PageHead } from './types.ts';

/** The file whose text a page shows: that of the source language where the body fell back to it. */
export function findShownFile(
  { article, language, fallbacks }: Pick<PageHead, 'article' | 'language' | 'fallbacks'>,
  sourceLanguage: string,
): string {
  const shown = fallbacks.includes('body') ? sourceLanguage : language;
  return article.texts.get(shown)?.file ?? article.file;
}
