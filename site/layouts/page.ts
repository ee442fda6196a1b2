import { html } from '../html.ts';
import { renderBreadcrumbs } from '../partials/breadcrumbs.ts';
import { renderChildren } from '../partials/children.ts';
import { formatDocumentTitle, renderPageHead } from '../partials/head.ts';
import { renderHeader } from '../partials/header.ts';
import { renderMiniContents } from '../partials/mini-contents.ts';
import { renderNeighbours } from '../partials/neighbours.ts';
import { renderAvailability, renderTranslationNote } from '../partials/notes.ts';
import { renderSidebar } from '../partials/sidebar.ts';
import { renderText, sourceLanguageOf } from '../partials/text.ts';
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
    head: renderPageHead(view),
    body: html`<body data-copy="${words.copy}" data-copied="${words.copied}">
<a class="skip-link" href="#decant-main">${words.skipToContent}</a>
${renderHeader(view)}
<div class="layout">
${renderSidebar(view)}
<main id="decant-main" tabindex="-1">
${renderBreadcrumbs(view)}${renderTranslationNote(view)}<article class="${page.article.kind}">
<h1${langOf(view, 'title')}>${page.title}</h1>
${renderText(view, 'intro', 'lead')}${renderAvailability(view)}${renderMiniContents(view)}<div id="article-contents"${langOf(view, 'body')}>${view.body}</div>
${renderChildren(view)}</article>
${renderNeighbours(view)}</main>
</div>
<script src="${site.theme.script}" defer></script>
</body>`,
  });
}

/** The `lang` attribute of a part that is shown in the source language on a page in another one. */
function langOf(view: PageView, field: 'title' | 'body') {
  const language = sourceLanguageOf(view.page, field, view.site);
  return language !== undefined && html` lang="${language}"`;
}
