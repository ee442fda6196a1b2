import { formatAbsolute } from '../../src/links/index.ts';
import { type Html, html } from '../html.ts';
import { describeShared, formatDocumentTitle } from '../partials/head.ts';
import { boxOperations, hasOperations } from '../partials/operations.ts';
import { renderFilledText, renderLang, sourceLanguageOf } from '../partials/text.ts';
import { nameVariants } from '../partials/variant-pickers.ts';
import type { PageView } from '../view.ts';

/**
 * One page of the site, article or index. Other tools rely on its anatomy: one `h1` with the title, and the rendered
 * Markdown, nothing else, inside `#article-contents`.
 */
export function renderPage(view: PageView): string {
  const { site, words, page } = view;
  const { templates } = site;
  const isHome = page.article.layout === 'home';
  return templates.document({
    site,
    language: page.language,
    title: formatDocumentTitle(view),
    until: view.release?.kind === 'ending' ? view.release.date : undefined,
    shared: describeShared(view),
    head: html`${isHome && html`<link rel="stylesheet" href="${site.theme.home}">\n`}${templates.head(view)}`,
    body: html`<body data-copy="${words.copy}" data-copied="${words.copied}" data-wrap="${words.wrapLines}" data-enlarge="${words.enlarge}"${renderAnnotateWords(view)}>
<a class="skip-link" href="#decant-main">${words.skipToContent}</a>
${templates.banner(view)}${templates.header(view)}
<div class="layout${isHome && ' home-layout'}">
${templates.sidebar(view)}
<main id="decant-main" tabindex="-1">
${renderOrigin(view)}${templates.breadcrumbs(view)}${templates.releaseNote(view)}${templates.translationNote(view)}${isHome ? templates.home(view) : renderArticle(view)}${templates.steps(view)}${templates.pageFoot(view)}${!(isHome || hasNextStep(view)) && templates.neighbours(view)}</main>
</div>
${templates.siteFooter(view)}<script src="${site.theme.script}" defer></script>
</body>`,
  });
}

function renderArticle(view: PageView): Html {
  const { site, page } = view;
  const { templates } = site;
  const body = nameVariants(view.body, view);
  const isReference = hasOperations(body);
  return html`<article class="${page.article.kind}${page.article.layout === 'inline' && ' wide'}${isReference && ' wide operations'}">
<h1${langOf(view, 'title')}>${page.title}</h1>
${renderFilledText(view, 'intro', 'lead')}${templates.changeNote(view)}${templates.effectiveDate(view)}${templates.introLinks(view)}${templates.availability(view)}${templates.variantPickers(view)}${templates.miniContents(view)}<div id="article-contents"${langOf(view, 'body')}>${isReference ? boxOperations(body) : body}</div>
${templates.featured(view)}${templates.tracks(view)}${templates.guides(view)}${templates.articles(view) ?? templates.children(view)}</article>
`;
}

/** There is one way on: of a page in a track, that of the track, as far as it goes. */
function hasNextStep({ steps }: PageView): boolean {
  return steps.some(({ next, nextTrack }) => (next ?? nextTrack) !== undefined);
}

/** On paper alone: where the text is from, also of a release that is not the newest. The script adds the day. */
function renderOrigin({ site, page }: PageView): Html {
  return html`<p class="origin">${site.title} · ${page.version.title} · ${formatAbsolute(site.baseUrl, page.href)}</p>\n`;
}

/** What the button of annotated code says, on pages that have such code. */
function renderAnnotateWords({ words, page }: PageView) {
  const hasNotes = page.body.rendering.pieces.some((piece) => /class="annotate[ "]/.test(piece));
  return hasNotes && html` data-inline="${words.notesInline}" data-beside="${words.notesBeside}"`;
}

/** The `lang` attribute of a part that is shown in the source language on a page in another one. */
function langOf(view: PageView, field: 'title' | 'body') {
  return renderLang(sourceLanguageOf(view.page, field, view.site), view.site);
}
