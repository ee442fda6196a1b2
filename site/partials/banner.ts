import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';

/**
 * A line above the header that the site file has for pages like this one. What is shown for a time goes by a script that runs
 * before anything is drawn, since a build knows no day.
 */
export function renderBanner({ site, words, links: { banner } }: PageView): Html | undefined {
  if (banner === undefined) return undefined;
  const { text, href, until } = banner;
  return html`<aside class="banner" aria-label="${words.announcement}"${until !== undefined && html` data-until="${until}"`}>
<p>${href === undefined ? text : html`<a href="${href}">${text}</a>`}</p>
</aside>
${until !== undefined && html`<script src="${site.theme.banner}"></script>\n`}`;
}
