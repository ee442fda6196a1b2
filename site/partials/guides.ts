import { type Html, html } from '../html.ts';
import { findTypeLabel } from '../labels.ts';
import type { GuideView, PageView } from '../view.ts';
import { renderDescription, renderTitleLink } from './cards.ts';

/**
 * The guides that a page includes, as cards that say of what kind they are and what they are about. A script may filter
 * them by `data-type` and `data-topics` (JSON).
 */
export function renderGuides(view: PageView): Html | undefined {
  const { words, landing } = view;
  if (landing.guides.length === 0) return undefined;
  return html`<section class="guides">
<h2>${words.allGuides}</h2>
<ul class="cards">
${landing.guides.map((guide) => renderGuide(guide, view))}</ul>
</section>
`;
}

function renderGuide({ page, type, topics }: GuideView, { site, page: { language } }: PageView): Html {
  const labels = [...(type === '' ? [] : [findTypeLabel(type, language)]), ...topics];
  const choices = html`${type !== '' && html` data-type="${type}"`}${topics.length > 0 && html` data-topics="${JSON.stringify(topics)}"`}`;
  return html`<li${choices}>${renderTitleLink(page, site)}${renderDescription(page, site)}${
    labels.length > 0 && html`<p class="labels">${labels.map((label) => html`<span>${label}</span> `)}</p>\n`
  }</li>
`;
}
