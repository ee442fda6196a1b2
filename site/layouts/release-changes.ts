import { type Html, html } from '../html.ts';
import { renderLang, sourceLanguageOf } from '../partials/text.ts';
import type { ChangeEntryView, PageView, ProductChangesView, ReleaseChangesView } from '../view.ts';
import { formatWords } from '../words.ts';
import { renderChanges, renderOthers } from './changed-page.ts';

/** Everything that changed in a release since the one before it, by product. */
export function renderReleaseChanges({ view, release, products, others }: ReleaseChangesView): string {
  const { site, words } = view;
  const { older, newer } = release.step;
  const counts = {
    older: older.title,
    changed: String(release.changed.length),
    added: String(release.added.length),
    removed: String(release.removed.length),
  };
  return renderChanges(view, {
    title: words.whatChanged,
    article: html`<h1><small>${words.whatChanged}</small> <span>${newer.title}</span></h1>
<p class="lead">${formatWords(words.changesText, counts)}</p>
${products.map((product) => renderProduct(product, view))}${renderOthers(
  words.otherReleases,
  others.map(({ step, href }) => ({ href, older: step.older.title, newer: step.newer.title })),
)}`,
    site,
    language: release.language,
  });
}

function renderProduct({ product, entries }: ProductChangesView, view: PageView): Html {
  const lang = product && renderLang(sourceLanguageOf(product, 'title', view.site));
  return html`<section>
<h2${lang}>${product?.title ?? view.words.otherPages}</h2>
<ul class="change-list">
${entries.map((entry) => renderEntry(entry, view))}</ul>
</section>
`;
}

function renderEntry({ kind, page, href }: ChangeEntryView, { words, site }: PageView): Html {
  const label = kind === 'added' ? words.newPage : words[kind];
  return html`<li class="is-${kind}"><span>${label}</span> <a href="${href}"${renderLang(sourceLanguageOf(page, 'title', site))}>${page.title}</a></li>\n`;
}
