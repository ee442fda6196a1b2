import { formatAbsolute } from '../../src/links/index.ts';
import type { Redirect } from '../../src/redirects/index.ts';
import { html } from '../html.ts';
import type { SiteView } from '../view.ts';

/** What stands at an old address: it sends the reader on, and holds a plain link for those whom nothing sends. */
export function renderRedirect({ to, language }: Redirect, site: SiteView): string {
  const words = site.words(language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${to}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${words.moved}</title>
<link rel="canonical" href="${formatAbsolute(site.baseUrl, to)}">
</head>
<body><p>${words.movedTo}<a href="${to}">${to}</a></p></body>
</html>
`.markup;
}
