import { type Html, html } from '../../site/html.ts';
import { spellDay } from '../../site/partials/dates.ts';
import { listStyleParts } from '../../site/partials/style-parts.ts';
import {
  renderFilledText,
  renderLang,
  renderPageLang,
  sourceLanguageOf,
  titleLanguage,
} from '../../site/partials/text.ts';
import { nameVariants } from '../../site/partials/variant-pickers.ts';
import type { PageView } from '../../site/view.ts';
import { formatWords } from '../../site/words.ts';
import { createViewer } from '../compose/index.ts';
import type { PageHead } from '../links/index.ts';
import { joinPieces } from '../markdown/index.ts';
import type { NavigationNode } from '../navigation/index.ts';
import type { Theme } from '../theme/index.ts';
import type { Site } from '../workspace/index.ts';
import { createBookStyles, findTextWidth } from './book-styles.ts';
import { listBookSections, type Section } from './list-book-sections.ts';
import type { Book, Paper } from './types.ts';

/** Which part of a site is to be a book, and on what paper. */
export interface BookRequest {
  /** Where it begins; all pages below it are in the book. */
  readonly root: NavigationNode;
  readonly paper: Paper;
}

/** Puts a cover, a list of contents and the pages together, in the order of the navigation. */
export function composeBook(site: Site, theme: Theme, { root, paper }: BookRequest): Book {
  const { config } = site;
  const viewPage = createViewer(site, theme);
  const first = viewPage(root.page);
  const isShown = (page: PageHead) => page.article.layout !== 'home' && hasText(viewPage(page));
  const sections = listBookSections(root, isShown);
  const title = root.page.article.path === '' ? undefined : root.page.title;
  const names = { site: config.title, version: root.page.version.title, title };
  const styles = createBookStyles(names, sections, paper, first.site);
  const body = html`${renderCover(first, title)}${renderContents(sections, first)}<main>
${sections.map((section, at) => renderSection(section, sections[at - 1], viewPage(section.page)))}</main>
`;
  const document = html`<!doctype html>
<html${renderPageLang(first.page.language, first.site)}>
<head>
<meta charset="utf-8">
<title>${[title, names.version, names.site].filter((name) => name !== undefined).join(' · ')}</title>
${listStyleParts(body, first.site).map((href) => html`<link rel="stylesheet" href="${href}">\n`)}<link rel="stylesheet" href="${first.site.theme.styles}">
<link rel="stylesheet" href="${STYLES}">
</head>
<body class="book">
${body}</body>
</html>
`;
  return {
    url: new URL(root.page.href, config.baseUrl).href,
    html: document.markup,
    width: findTextWidth(paper),
    articles: sections.length,
    ...listBookFiles(site, theme, styles),
    root: config.root,
  };
}

/** No file of a site is called so. */
const STYLES = '?book.css';

function listBookFiles(
  { config, corpus, pages: [page] }: Site,
  { files }: Theme,
  styles: string,
): Pick<Book, 'texts' | 'assets'> {
  const { baseUrl } = config;
  const locate = (name: string) => new URL(name.split('/').map(encodeURIComponent).join('/'), baseUrl).href;
  const texts = new Map(files.map(({ output, text }) => [locate(output), shareContents(text)]));
  const assets = new Map<string, string>();
  for (const asset of corpus.assets) {
    assets.set(locate(asset), asset);
    const image = corpus.images.get(asset);
    if (image !== undefined) assets.set(locate(image.output), asset);
  }
  if (page !== undefined) texts.set(STYLES, styles);
  return { texts, assets };
}

/** Ids stand once in a document, and this one has many texts: they go by a class, which weighs as much. */
function shareContents(styles: string): string {
  return styles.replaceAll('#article-contents', ':is(#article-contents, .article-contents)');
}

function renderCover({ page, site, words }: PageView, title: string | undefined): Html {
  const { version, language } = page;
  const day = version.release === undefined ? undefined : version.plan.dates?.[version.release]?.released;
  const name = site.languages.find(({ code }) => code === language)?.name;
  return html`<header class="book-cover">
<p class="book-title">${title ?? site.title}</p>
${title !== undefined && html`<p class="book-site">${site.title}</p>\n`}<p class="book-version">${version.title}</p>
<p class="book-note">${name}</p>
${day !== undefined && html`<p class="book-note">${formatWords(words.releasedOn, { date: spellDay(day, language) })}</p>\n`}</header>
`;
}

/** The browser puts the numbers in once it has printed the book. */
function renderContents(sections: readonly Section[], { words, site }: PageView): Html {
  const lines = sections.map(({ page, id, level }) => {
    const lang = renderLang(titleLanguage(page, site), site);
    return html`<li data-level="${level}"><a href="#${id}"><span${lang}>${page.title}</span><span class="book-number" data-of="${id}"></span></a></li>\n`;
  });
  return html`<nav class="book-contents">
<h1>${words.contents}</h1>
<ol>
${lines}</ol>
</nav>
`;
}

function renderSection(
  { page, id, level, part }: Section,
  before: Section | undefined,
  view: PageView,
): Html {
  const { site } = view;
  const langOf = (field: 'title' | 'body') => renderLang(sourceLanguageOf(page, field, site), site);
  // What follows the head of a chapter stands below it.
  const isOpening = before === undefined || before.page.article.kind !== 'index' || level === 1;
  return html`<section id="${id}" data-href="${page.href}" data-level="${level}" data-part="${(part ?? { id }).id}"${isOpening && html` class="book-opening"`}>
<article class="${page.article.kind}">
<h1${langOf('title')}>${page.title}</h1>
${renderFilledText(view, 'intro', 'lead')}${site.templates.effectiveDate(view)}${site.templates.availability(view)}<div class="article-contents"${langOf('body')}>${nameVariants(view.body, view)}</div>
</article>
</section>
`;
}

function hasText({ page: { body } }: PageView): boolean {
  return joinPieces(body.rendering, body.fills).trim() !== '';
}
