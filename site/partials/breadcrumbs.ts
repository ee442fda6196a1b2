import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { renderLang, renderPageLink, titleLanguage } from './text.ts';

/** The way from the product down to the page; nothing on the home page, on a product, and on pages outside the tree. */
export function renderBreadcrumbs({ site, words, here, trail }: PageView): Html | undefined {
  const [, ...below] = trail;
  // The page alone would say its title twice.
  if (below.every((step) => step.href === here)) return undefined;
  return html`<nav class="breadcrumbs" aria-label="${words.breadcrumbs}"><ol>
${below.map((step) =>
  step.href === here
    ? html`<li><span aria-current="page"${renderLang(titleLanguage(step, site), site)}>${step.shortTitle}</span></li>\n`
    : html`<li>${renderPageLink(step, site)}</li>\n`,
)}</ol></nav>
`;
}
