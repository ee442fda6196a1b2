import { type Html, html } from '../html.ts';
import { findTypeLabel } from '../labels.ts';
import type { GuideView, PageView } from '../view.ts';
import { renderDescription, renderTitleLink } from './cards.ts';
import { renderChoices, renderFilters } from './filters.ts';

/**
 * The guides that a page includes, as cards that say of what kind they are and what they are about. The script filters
 * them; without it the filters are not there.
 */
export function renderGuides(view: PageView): Html | undefined {
  const { words, landing } = view;
  if (landing.guides.length === 0) return undefined;
  return html`<section class="guides">
<h2>${words.allGuides}</h2>
${renderGuideFilters(view)}<ul class="cards">
${landing.guides.map((guide) => renderGuide(guide, view))}</ul>
</section>
`;
}

/** One for what the guides differ in; nothing where there is nothing to choose. */
function renderGuideFilters(view: PageView): Html | undefined {
  const {
    words,
    landing: { guides },
    page: { language },
  } = view;
  const types = [...new Set(guides.map(({ type }) => type))].filter((type) => type !== '');
  const topics = [...new Set(guides.flatMap((guide) => guide.topics))].sort();
  const byType = types.map((type) => ({ value: type, label: findTypeLabel(type, language) }));
  const byTopic = topics.map((topic) => ({ value: topic, label: topic }));
  const filters = [
    { by: 'type', label: words.guideType, choices: byType },
    { by: 'topic', label: words.guideTopic, choices: byTopic },
  ];
  return renderFilters(filters, guides.length, view);
}

function renderGuide({ page, type, topics }: GuideView, { site, page: { language } }: PageView): Html {
  const labels = [...(type === '' ? [] : [findTypeLabel(type, language)]), ...topics];
  return html`<li${type !== '' && html` data-type="${type}"`}${renderChoices({ topics })}>${renderTitleLink(page, site)}${renderDescription(page, site)}${
    labels.length > 0 && html`<p class="labels">${labels.map((label) => html`<span>${label}</span> `)}</p>\n`
  }</li>
`;
}
