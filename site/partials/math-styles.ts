import { type Html, html } from '../html.ts';
import type { SiteView } from '../view.ts';

/**
 * The style sheet for formulas, where some stand on the page.
 *
 * @param sign of formulas, or of what will show some
 */
export function renderMathStyles(
  { hasMath, theme }: Pick<SiteView, 'hasMath' | 'theme'>,
  { markup }: Html,
  sign = /<math/,
): Html | false {
  return hasMath && sign.test(markup) && html`<link rel="stylesheet" href="${theme.math}">\n`;
}
