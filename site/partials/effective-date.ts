import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { formatWords } from '../words.ts';
import { spellDay } from './dates.ts';

/** From when on a text holds, as legal pages say. */
export function renderEffectiveDate({ words, page }: PageView): Html | undefined {
  const { effectiveDate } = page.article.frontmatter;
  if (typeof effectiveDate !== 'string') return undefined;
  const date = spellDay(effectiveDate, page.language);
  return html`<p class="effective-date">${formatWords(words.effectiveDate, { date })}</p>
`;
}
