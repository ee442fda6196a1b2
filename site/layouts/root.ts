import { html } from '../html.ts';
import { renderLanguageLink } from '../partials/language-links.ts';
import type { LanguageHome, SiteView } from '../view.ts';

/** The page at the site's root: a script picks the reader's language; without script the first language is taken. */
export function renderRoot(homes: readonly LanguageHome[], site: SiteView): string {
  const [first] = homes;
  const language = first?.language.code ?? site.sourceLanguage.code;
  return site.templates.document({
    site,
    language,
    title: site.title,
    shared: {
      title: site.title,
      description: site.presence.describe(language) ?? '',
      language,
      href: site.basePath,
      isArticle: false,
    },
    head: html`<meta name="robots" content="noindex">
${first && html`<noscript><meta http-equiv="refresh" content="0; url=${first.href}"></noscript>\n`}<script src="${
      site.theme.chooseLanguage
    }" defer></script>
`,
    body: html`<body>
<main class="plain" id="decant-main">
<h1>${site.title}</h1>
<p>${site.words(language).chooseLanguage}</p>
<ul class="buttons" data-languages>
${homes.map(renderLanguageLink)}</ul>
</main>
</body>`,
  });
}
