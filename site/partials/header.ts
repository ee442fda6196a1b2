import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';

/** The bar on top of every page: the site's name, the pickers, and on narrow screens the way to the menu. */
export function renderHeader({ site, words, page, home, versions, languages }: PageView): Html {
  return html`<header class="site-header">
<a class="site-name" href="${home?.href ?? site.basePath}">${site.title}</a>
<div class="site-tools">
${site.templates.picker({
  label: words.version,
  current: page.version.title,
  alternates: versions,
  missing: words.notInVersion,
  className: 'picker-version',
})}${site.templates.picker({
  label: words.language,
  current: languages.find((alternate) => alternate.isCurrent)?.label ?? page.language,
  alternates: languages,
  missing: words.notInLanguage,
  className: 'picker-language',
})}<a class="menu-link" href="#decant-menu">${words.menu}</a>
</div>
</header>`;
}
