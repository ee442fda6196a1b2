import { html } from '../html.ts';
import { renderBreadcrumbs } from '../partials/breadcrumbs.ts';
import { renderChildren } from '../partials/children.ts';
import { renderGuides } from '../partials/guides.ts';
import { formatDocumentTitle, renderPageHead } from '../partials/head.ts';
import { renderHeader } from '../partials/header.ts';
import { renderFeatured, renderIntroLinks } from '../partials/landing.ts';
import { renderMiniContents } from '../partials/mini-contents.ts';
import { renderNeighbours } from '../partials/neighbours.ts';
import { renderAvailability, renderEffectiveDate, renderTranslationNote } from '../partials/notes.ts';
import { renderReleaseNote } from '../partials/release-note.ts';
import { renderSidebar } from '../partials/sidebar.ts';
import { renderText, sourceLanguageOf } from '../partials/text.ts';
import { renderSteps, renderTracks } from '../partials/tracks.ts';
import { renderVariantNames, renderVariantPickers } from '../partials/variant-pickers.ts';
import type { PageView } from '../view.ts';
import { renderDocument } from './document.ts';

/**
 * One page of the site, article or index. Other tools rely on its anatomy: one `h1` with the title, and the rendered
 * Markdown, nothing else, inside `#article-contents`.
 */
export function renderPage(view: PageView): string {
  const { site, words, page } = view;
  return renderDocument({
    site,
    language: page.language,
    title: formatDocumentTitle(view),
    head: html`${renderPageHead(view)}${renderVariantNames(view)}`,
    body: html`<body data-copy="${words.copy}" data-copied="${words.copied}"${renderAnnotateWords(view)}>
<a class="skip-link" href="#decant-main">${words.skipToContent}</a>
${renderHeader(view)}
<div class="layout">
${renderSidebar(view)}
<main id="decant-main" tabindex="-1">
${renderBreadcrumbs(view)}${renderReleaseNote(view)}${renderTranslationNote(view)}<article class="${page.article.kind}${page.article.layout === 'inline' && ' wide'}">
<h1${langOf(view, 'title')}>${page.title}</h1>
${renderText(view, 'intro', 'lead')}${renderEffectiveDate(view)}${renderIntroLinks(view)}${renderAvailability(view)}${renderMiniContents(view)}${renderVariantPickers(view)}<div id="article-contents"${langOf(view, 'body')}>${view.body}</div>
${renderFeatured(view)}${renderTracks(view)}${renderGuides(view)}${renderChildren(view)}</article>
${renderSteps(view)}${renderNeighbours(view)}</main>
</div>
<script src="${site.theme.script}" defer></script>
</body>`,
  });
}

/** What the button of annotated code says, on pages that have such code. */
function renderAnnotateWords({ words, page }: PageView) {
  const hasNotes = page.body.rendering.pieces.some((piece) => /class="annotate[ "]/.test(piece));
  return hasNotes && html` data-inline="${words.notesInline}" data-beside="${words.notesBeside}"`;
}

/** The `lang` attribute of a part that is shown in the source language on a page in another one. */
function langOf(view: PageView, field: 'title' | 'body') {
  const language = sourceLanguageOf(view.page, field, view.site);
  return language !== undefined && html` lang="${language}"`;
}
