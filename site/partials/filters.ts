import { type Html, html } from '../html.ts';
import type { PageView, SiteView } from '../view.ts';
import type { Words } from '../words.ts';

/** What cards can be chosen by: the texts in their `data-BY`, a list in JSON (of `type` one text, of `topic` in `data-topics`). */
export interface Filter {
  readonly by: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/**
 * Menus that choose among the cards of the list right behind them, by the script; without it they are not there. A
 * filter with nothing to choose is left out, and so is the whole where there is no other.
 */
export function renderFilters(
  filters: readonly Filter[],
  count: number,
  { words, site }: Pick<PageView, 'words' | 'site'>,
): Html | undefined {
  const useful = filters.filter(({ choices }) => choices.length > 1);
  if (useful.length === 0) return undefined;
  return html`${renderFilterScript(site)}<div class="guide-filters">${useful.map((filter) => renderFilter(filter, words))}<output>${count} / ${count}</output></div>\n`;
}

/** Once run, however many lists of a page have it. It stands before what it is for. */
export function renderFilterScript({ theme }: Pick<SiteView, 'theme'>): Html {
  return html`<script type="module" src="${theme.filters}"></script>\n`;
}

function renderFilter({ by, label, choices }: Filter, words: Words): Html {
  return html`<label>${label} <select data-by="${by}"><option value="">${words.all}</option>${choices.map(
    (choice) => html`<option value="${choice.value}">${choice.label}</option>`,
  )}</select></label>\n`;
}

/** What a card can be chosen by, as attributes with the blank before them. */
export function renderChoices(choices: Readonly<Record<string, readonly string[]>>): readonly Html[] {
  return Object.entries(choices).flatMap(([by, values]) =>
    values.length === 0 ? [] : html` data-${by}="${JSON.stringify(values)}"`,
  );
}
