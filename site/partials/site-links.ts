import { type Html, html } from '../html.ts';
import type { LinkView } from '../view.ts';

/** Links of the site file, each as an entry of a list. */
export function renderSiteLinks(links: readonly LinkView[]): readonly Html[] {
  return links.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>\n`);
}
