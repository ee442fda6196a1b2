import { type Html, html, trust } from '../html.ts';
import { renderSharing, type SharedPage } from '../partials/sharing.ts';
import { listStyleParts } from '../partials/style-parts.ts';
import { renderPageLang } from '../partials/text.ts';
import type { SiteView } from '../view.ts';

/** The parts of an HTML document that differ from file to file. */
export interface DocumentParts {
  readonly site: SiteView;
  readonly language: string;
  readonly title: string;
  /** Day on which support of the release ends, `2022-02-16`. */
  readonly until?: string | undefined;
  /** What services say of the page when somebody shares it; undefined where it leads on by itself. */
  readonly shared?: SharedPage | undefined;
  /** More for the head: description, canonical address, alternates. */
  readonly head: Html;
  readonly body: Html;
}

/**
 * A whole HTML document, from doctype to end. The script in its head runs before anything is drawn, so that nothing
 * flashes; and nothing is drawn before the main part begins, so that the header is not seen while it is still being read. Styles of
 * what only some pages have come before those of all pages, so that the styles of the site's owner are the last.
 */
export function renderDocument({ site, language, title, until, shared, head, body }: DocumentParts): string {
  const { icon, touchIcon } = site.presence;
  return html`<!doctype html>
<html${renderPageLang(language, site)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="color-scheme" content="light dark">
<link rel="expect" href="#decant-main" blocking="render">
<script src="${site.theme.early}"${until !== undefined && html` data-until="${until}"`}></script>
${listStyleParts(body, site).map((href) => html`<link rel="stylesheet" href="${href}">\n`)}<link rel="stylesheet" href="${site.theme.styles}">
<link rel="icon" href="${icon?.href ?? site.theme.icon}" type="${icon?.type ?? 'image/svg+xml'}">
${touchIcon && html`<link rel="apple-touch-icon" href="${touchIcon.href}">\n`}${shared && renderSharing(shared, site)}${head}${site.presence.head !== undefined && trust(`${site.presence.head}\n`)}</head>
${body}
</html>
`.markup;
}
