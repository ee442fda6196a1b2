import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { formatWords } from '../words.ts';

/** The way to what a release changed in the article, or on the whole; nothing where it changed nothing. */
export function renderChangeNote({ words, change }: PageView): Html | undefined {
  if (change === undefined) return undefined;
  const { older, newer } = change.step;
  if (change.isWhole) {
    const label = formatWords(words.changesOfRelease, { version: newer.title });
    return html`<p class="change-note"><a href="${change.href}">${label}</a></p>\n`;
  }
  return html`<p class="change-note">${formatWords(words.changedIn, { version: newer.title })} <a href="${change.href}">${formatWords(
    words.seeChanges,
    { version: older.title },
  )}</a></p>
`;
}
