import { type Html, html } from '../html.ts';
import type { ArticleView, PageView } from '../view.ts';
import { renderDescription, renderTitleLink } from './cards.ts';
import { type Filter, renderChoices, renderFilters } from './filters.ts';

/** All articles below a landing page in one grid, with menus to choose by what they belong to. */
export function renderArticleList({
  site,
  words,
  page: { language },
  landing: { articles: grid },
}: PageView): Html | undefined {
  if (grid === undefined) return undefined;
  const { filters, articles } = grid;
  const menus = filters.map((by): Filter => {
    const values = [...new Set(articles.flatMap(({ choices }) => choices[by] ?? []))].sort();
    return {
      by,
      label: words[LABELS[by] ?? 'category'],
      choices: values.map((value) => ({ value, label: site.findLabel(language, by, value) ?? value })),
    };
  });
  const renderArticle = ({ page, choices, labels }: ArticleView) =>
    html`<li${renderChoices(choices)}>${renderTitleLink(page, site)}${renderDescription(page, site)}${
      labels.length > 0 &&
      html`<p class="labels">${labels.map((label) => html`<span>${label}</span> `)}</p>\n`
    }</li>\n`;
  return html`<section class="guides">
<h2>${words.articles}</h2>
${renderFilters(menus, articles.length, { words, site })}<ul class="cards">
${articles.map(renderArticle)}</ul>
</section>
`;
}

const LABELS: Readonly<Record<string, 'category' | 'surface' | 'complexity'>> = {
  surface: 'surface',
  complexity: 'complexity',
};
