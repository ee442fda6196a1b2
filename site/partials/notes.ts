import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { formatWords } from '../words.ts';
import { spellDay } from './dates.ts';
import { renderText } from './text.ts';

/** The box that says who can use a feature; nothing where the article names neither product nor permissions. */
export function renderAvailability(view: PageView): Html | undefined {
  if (view.permissions === undefined && view.product === undefined) return undefined;
  return html`<aside class="availability" aria-label="${view.words.whoCanUse}">
<p class="availability-title">${view.words.whoCanUse}</p>
${renderText(view, 'permissions', 'permissions')}${renderText(view, 'product', 'product')}</aside>
`;
}

/** From when on a text holds, as legal pages say. */
export function renderEffectiveDate({ words, page }: PageView): Html | undefined {
  const { effectiveDate } = page.article.frontmatter;
  if (typeof effectiveDate !== 'string') return undefined;
  const date = spellDay(effectiveDate, page.language);
  return html`<p class="effective-date">${formatWords(words.effectiveDate, { date })}</p>
`;
}

/** Tells the reader that the page, or a part of it, is in the source language. */
export function renderTranslationNote({ site, words, page }: PageView): Html | undefined {
  if (page.fallbacks.length === 0) return undefined;
  const sentence = page.fallbacks.includes('body') ? words.notTranslated : words.partlyTranslated;
  const language = nameLanguage(site.sourceLanguage.code, page.language) ?? site.sourceLanguage.name;
  return html`<p class="translation-note">${formatWords(sentence, { language })}</p>
`;
}

/** `en` in Japanese is `英語`; undefined for codes that nothing has a name for. */
function nameLanguage(code: string, inLanguage: string): string | undefined {
  return new Intl.DisplayNames([inLanguage, 'en'], { type: 'language', fallback: 'none' }).of(code);
}
