import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { formatWords } from '../words.ts';

/** Tells the reader that the page, or a part of it, is in the source language. */
export function renderTranslationNote({ site, words, page }: PageView): Html | undefined {
  // Notes of journeys are shown on other pages.
  const fallbacks = page.fallbacks.filter((field) => !field.startsWith('journeyTracks.'));
  if (fallbacks.length === 0) return undefined;
  const sentence = fallbacks.includes('body') ? words.notTranslated : words.partlyTranslated;
  const language = nameLanguage(site.sourceLanguage.code, page.language) ?? site.sourceLanguage.name;
  return html`<p class="translation-note">${formatWords(sentence, { language })}</p>
`;
}

/** `en` in Japanese is `英語`; undefined for codes that nothing has a name for. */
function nameLanguage(code: string, inLanguage: string): string | undefined {
  return new Intl.DisplayNames([inLanguage, 'en'], { type: 'language', fallback: 'none' }).of(code);
}
