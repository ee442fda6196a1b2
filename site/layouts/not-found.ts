import { type Html, html } from '../html.ts';
import { renderSiteName } from '../partials/logo.ts';
import { findIndex, renderSearchButton } from '../partials/search.ts';
import { renderLang } from '../partials/text.ts';
import type { LanguageHome, RetiredRelease, SiteView } from '../view.ts';
import type { Words } from '../words.ts';

/**
 * The page that servers answer with where there is none; it says so in every language of the site. Its script leads on from
 * releases that are no longer documented, keeps to the language of the address, has the search ask for what the address says, and
 * lists where the article is and what has a similar address, by `pages.json`. It runs before anything is drawn.
 */
export function renderNotFound(
  homes: readonly LanguageHome[],
  site: SiteView,
  retired: readonly RetiredRelease[] = [],
): string {
  const [first] = homes;
  const language = first?.language.code ?? site.sourceLanguage.code;
  const words = site.words(language);
  const [version] = first?.versions ?? [];
  const releases = retired.map(({ from, to, title }) => [from, to, title]);
  return site.templates.document({
    site,
    language,
    title: `${words.notFound} - ${site.title}`,
    head: html`<meta name="robots" content="noindex">\n<script src="${site.theme.notFound}" defer blocking="render"></script>\n`,
    body: html`<body>
<header class="site-header"><a class="site-name" href="${first?.href ?? site.basePath}">${renderSiteName(site)}</a>
${version !== undefined && renderSearchButton(site, words, language, version.id)}</header>
<main class="plain" id="decant-main" data-base="${site.basePath}"${releases.length > 0 && html` data-retired="${JSON.stringify(releases)}"`}>
<h1 class="status">404</h1>
${homes.map((home) => renderSection(home, site))}</main>
</body>`,
  });
}

/** What only the script can fill is hidden; the form keeps its place, so that nothing moves when the script shows it. */
function renderSection({ language, href, versions }: LanguageHome, site: SiteView): Html {
  const words = site.words(language.code);
  const [first] = versions;
  const search = first !== undefined && renderSearchIndex(language, first, site);
  return html`<section${renderLang(language.code, site)}${search}>
<h2>${words.notFound}</h2>
<p hidden data-sentence="${words.retired}"></p>
<p>${words.notFoundText}</p>
${
  site.hasSearch &&
  html`<form action="${href}" data-waiting><input type="search" name="q" aria-label="${words.search}"> <button type="submit">${words.search}</button></form>
`
}<p class="buttons"><a href="${href}">${words.toHome}</a></p>
${renderVersions(language, versions, words, site)}${renderList('same', words.foundElsewhere)}${renderList('near', words.similarAddresses)}</section>
`;
}

/** A menu like that of other pages, for which the script finds a place in the header; it leads to home pages. */
function renderVersions(
  language: LanguageHome['language'],
  versions: LanguageHome['versions'],
  words: Words,
  site: SiteView,
): Html | undefined {
  const [first, second] = versions;
  if (first === undefined || second === undefined) return undefined;
  return html`<nav class="picker picker-version" aria-label="${words.version}"><details>
<summary><span class="picker-label">${words.version}</span> <span>${first.label}</span></summary>
<ul>
${versions.map(
  (version) =>
    html`<li><a href="${version.href}"${renderSearchIndex(language, version, site)}>${version.label}</a></li>\n`,
)}</ul>
</details></nav>
`;
}

/** What the search of the header looks through where the address says this version. */
function renderSearchIndex(
  language: LanguageHome['language'],
  { id }: { readonly id: string },
  site: SiteView,
): Html | false {
  return site.hasSearch && html` data-search="${findIndex(site, language.code, id)}"`;
}

function renderList(kind: 'same' | 'near', heading: string): Html {
  return html`<div hidden data-${kind}><h3>${heading}</h3>
<ul></ul></div>
`;
}
