import { type Html, html } from '../html.ts';
import type { LanguageHome, SiteView } from '../view.ts';

/** The page that servers answer with where there is none; it says so in every language of the site. */
export function renderNotFound(homes: readonly LanguageHome[], site: SiteView): string {
  const [first] = homes;
  const language = first?.language.code ?? site.sourceLanguage.code;
  const { notFound } = site.words(language);
  return site.templates.document({
    site,
    language,
    title: `${notFound} - ${site.title}`,
    head: html`<meta name="robots" content="noindex">\n`,
    body: html`<body>
<header class="site-header"><a class="site-name" href="${first?.href ?? site.basePath}">${site.title}</a></header>
<main class="plain" id="decant-main">
<h1>404</h1>
${homes.map((home) => renderSection(home, site))}</main>
</body>`,
  });
}

function renderSection({ language, href }: LanguageHome, site: SiteView): Html {
  const words = site.words(language.code);
  return html`<section lang="${language.code}">
<h2>${words.notFound}</h2>
<p>${words.notFoundText}</p>
<p class="buttons"><a href="${href}">${words.toHome}</a></p>
</section>
`;
}
