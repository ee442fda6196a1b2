import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { renderSiteName } from './logo.ts';
import { renderSiteLinks } from './site-links.ts';

/**
 * The bar on top of every page: the site's name, the version, the language, light or dark. On narrow screens it has two
 * rows, of which the second, with menu and version, stays in view.
 */
export function renderHeader(view: PageView): Html {
  const { site, words, page, home, links, versions, languages, compareHref } = view;
  return html`<header class="site-header">
<a class="site-name" href="${home?.href ?? site.basePath}">${renderSiteName(site)}</a>
<button class="menu-button" type="button" popovertarget="decant-menu">${words.menu}</button>
${site.templates.picker({
  label: words.version,
  current: page.version.title,
  alternates: versions,
  missing: words.notInVersion,
  className: 'picker-version',
  more: compareHref === undefined ? undefined : { label: words.compareVersions, href: compareHref },
})}${site.templates.search(view)}${
  links.header.length > 0 &&
  html`<nav class="header-links" aria-label="${words.siteLinks}"><ul class="site-links">\n${renderSiteLinks(links.header)}</ul></nav>\n`
}<div class="site-tools">
${site.templates.picker({
  label: words.language,
  current: languages.find((alternate) => alternate.isCurrent)?.label ?? page.language,
  alternates: languages,
  missing: words.notInLanguage,
  className: 'picker-language',
  site,
})}<button class="scheme-button" type="button" aria-pressed="false" aria-label="${words.dark}" title="${words.dark}"></button>
</div>
</header>`;
}
