import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { renderFilledText } from './text.ts';

/** The box that says who can use a feature; nothing where the article names neither product nor permissions. */
export function renderAvailability(view: PageView): Html | undefined {
  if (view.permissions === undefined && view.product === undefined) return undefined;
  return html`<aside class="availability" aria-label="${view.words.whoCanUse}">
<p class="availability-title">${view.words.whoCanUse}</p>
${renderFilledText(view, 'permissions', 'permissions')}${renderFilledText(view, 'product', 'product')}</aside>
`;
}
