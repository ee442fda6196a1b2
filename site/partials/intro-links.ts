import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';

/** The ways on right under the intro of a landing page. */
export function renderIntroLinks({ words, landing }: PageView): Html | undefined {
  const { buttons, video } = landing;
  if (buttons.length === 0 && video === undefined) return undefined;
  return html`<p class="buttons">${buttons.map(({ label, href }) => html`<a href="${href}">${label}</a>\n`)}${
    video !== undefined && html`<a href="${video}">${words.watchVideo}</a>\n`
  }</p>
`;
}
