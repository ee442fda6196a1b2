import { formatAbsolute } from '../../src/links/index.ts';
import type { Redirect } from '../../src/redirects/index.ts';
import { html } from '../html.ts';
import { renderPageLang } from '../partials/text.ts';
import type { SiteView } from '../view.ts';

/**
 * What stands at an old address: it sends the reader on, and holds a plain link for those whom nothing sends. A script in
 * a file of its own keeps query and fragment; where it does not run, the refresh behind it leads to the top of the page.
 */
export function renderRedirect({ to, language }: Redirect, site: SiteView): string {
  const words = site.words(language);
  return html`<!doctype html>
<html${renderPageLang(language, site)}>
<head>
<meta charset="utf-8">
<link rel="canonical" href="${formatAbsolute(site.baseUrl, to)}">
<script src="${site.theme.redirect}"></script>
<meta http-equiv="refresh" content="0; url=${to}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${words.moved}</title>
</head>
<body><p>${words.movedTo}<a href="${to}">${to}</a></p></body>
</html>
`.markup;
}
