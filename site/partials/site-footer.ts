import { type Html, html } from '../html.ts';
import { SOCIAL_SIGNS } from '../social-signs.ts';
import type { PageView } from '../view.ts';
import { renderSiteLinks } from './site-links.ts';

/** What stands at the end of every page: links, who is answerable for the site, and where its makers can be found. */
export function renderSiteFooter({ site, words, page, links }: PageView): Html | undefined {
  const { social, imprint } = site.presence;
  const text = imprint(page.language);
  if (links.footer.length + social.length === 0 && text === undefined) return undefined;
  return html`<footer class="site-footer">
${links.footer.length > 0 && html`<ul class="site-links">\n${renderSiteLinks(links.footer)}</ul>\n`}${
  social.length > 0 &&
  html`<ul class="social">
${social.map(({ name, href }) => {
  const { label, path } = SOCIAL_SIGNS[name];
  return html`<li><a href="${href}" rel="me" aria-label="${label ?? words[name === 'email' ? 'email' : 'forum']}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg></a></li>\n`;
})}</ul>
`
}${text !== undefined && html`<p>${text}</p>\n`}</footer>
`;
}
