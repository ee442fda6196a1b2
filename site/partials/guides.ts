import { type Html, html } from '../html.ts';
import { findTypeLabel } from '../labels.ts';
import type { GuideView, PageView } from '../view.ts';
import { renderDescription, renderTitleLink } from './cards.ts';

/**
 * The guides that a page includes, as cards that say of what kind they are and what they are about. The script filters
 * them by `data-type` and `data-topics` (JSON); without it the filters are not there.
 */
export function renderGuides(view: PageView): Html | undefined {
  const { words, landing } = view;
  if (landing.guides.length === 0) return undefined;
  return html`<section class="guides">
<h2>${words.allGuides}</h2>
${renderFilters(view)}<ul class="cards">
${landing.guides.map((guide) => renderGuide(guide, view))}</ul>
</section>
`;
}

/** One for what the guides differ in; nothing where there is nothing to choose. */
function renderFilters({ words, landing: { guides }, page: { language } }: PageView): Html | undefined {
  const types = [...new Set(guides.map(({ type }) => type))].filter((type) => type !== '');
  const topics = [...new Set(guides.flatMap((guide) => guide.topics))].sort();
  const filters = [
    renderFilter(
      'type',
      words.guideType,
      types.map((type) => ({ value: type, label: findTypeLabel(type, language) })),
      words,
    ),
    renderFilter(
      'topic',
      words.guideTopic,
      topics.map((topic) => ({ value: topic, label: topic })),
      words,
    ),
  ].flatMap((filter) => filter ?? []);
  if (filters.length === 0) return undefined;
  return html`<div class="guide-filters">${filters}<output>${guides.length} / ${guides.length}</output></div>\n`;
}

function renderFilter(
  by: 'type' | 'topic',
  label: string,
  choices: readonly { readonly value: string; readonly label: string }[],
  words: PageView['words'],
): Html | undefined {
  if (choices.length < 2) return undefined;
  return html`<label>${label} <select data-by="${by}"><option value="">${words.all}</option>${choices.map(
    (choice) => html`<option value="${choice.value}">${choice.label}</option>`,
  )}</select></label>\n`;
}

function renderGuide({ page, type, topics }: GuideView, { site, page: { language } }: PageView): Html {
  const labels = [...(type === '' ? [] : [findTypeLabel(type, language)]), ...topics];
  const choices = html`${type !== '' && html` data-type="${type}"`}${topics.length > 0 && html` data-topics="${JSON.stringify(topics)}"`}`;
  return html`<li${choices}>${renderTitleLink(page, site)}${renderDescription(page, site)}${
    labels.length > 0 && html`<p class="labels">${labels.map((label) => html`<span>${label}</span> `)}</p>\n`
  }</li>
`;
}
