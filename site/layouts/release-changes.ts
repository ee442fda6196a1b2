import type { ReleaseChanges } from '../../src/changes/index.ts';
import { type Html, html } from '../html.ts';
import { renderChangeEntry, renderChangeList } from '../partials/change-list.ts';
import { renderLang, sourceLanguageOf } from '../partials/text.ts';
import type { PageView, ProductChangesView, ReleaseChangesView } from '../view.ts';
import { formatCounted, formatWords, type Words } from '../words.ts';
import { renderChanges, renderOthers } from './changed-page.ts';

/** Everything that changed in a release since the one before it, by product. */
export function renderReleaseChanges({ view, release, products, others }: ReleaseChangesView): string {
  const { site, words } = view;
  const { older, newer } = release.step;
  return renderChanges(view, {
    title: words.whatChanged,
    href: release.href,
    article: html`<h1><small>${words.whatChanged}</small> <span>${newer.title}</span></h1>
<p class="lead">${formatWords(words.changesText, { older: older.title, counts: formatCounts(release, words) })}</p>
${products.map((product) => renderProduct(product, view))}${renderOthers(
  words.otherReleases,
  others.map(({ step, href }) => ({ href, older: step.older.title, newer: step.newer.title })),
)}`,
    site,
    language: release.language,
  });
}

/** What a release changed, without the page around it. */
export function renderChangeLists({ view, release, products }: ReleaseChangesView): Html {
  const { words } = view;
  const older = release.step.older.title;
  return html`<p>${formatWords(words.changesText, { older, counts: formatCounts(release, words) })}</p>
${products.map((product) => renderProduct(product, view))}`;
}

/** What a release changed in one product, without its name. */
export function renderProductChanges({ entries }: ProductChangesView, view: PageView): Html {
  return html`<ul>\n${entries.map((entry) => renderChangeEntry(entry, view))}</ul>\n`;
}

function formatCounts({ language, changed, moved, added, removed }: ReleaseChanges, words: Words): string {
  const counts = [
    [words.countChanged, changed],
    [words.countMoved, moved],
    [words.countAdded, added],
    [words.countRemoved, removed],
  ] as const;
  const parts = counts
    .filter(([, { length }]) => length > 0)
    .map(([sentence, { length }]) => formatCounted(sentence, length, language));
  return new Intl.ListFormat(language, { style: 'narrow' }).format(parts);
}

function renderProduct({ product, entries }: ProductChangesView, view: PageView): Html {
  const lang = product && renderLang(sourceLanguageOf(product, 'title', view.site), view.site);
  return html`<section>
<h2${lang}>${product?.title ?? view.words.otherPages}</h2>
${renderChangeList(entries, view)}</section>
`;
}
