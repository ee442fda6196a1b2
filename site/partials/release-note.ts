import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { formatWords } from '../words.ts';
import { spellDay } from './dates.ts';

/** Says that the release is not out yet, or when its support ends; the script puts it in the past once that day is over. */
export function renderReleaseNote({ words, page, release }: PageView): Html | undefined {
  if (release === undefined) return undefined;
  const version = page.version.title;
  if (release.kind === 'preview') {
    return html`<p class="release-note">${formatWords(words.preview, { version })}</p>\n`;
  }
  const { date, newest } = release;
  const names = { version, date: spellDay(date, page.language) };
  return html`<p class="release-note"><span data-ends="${date}" data-ended="${formatWords(words.supportEnded, names)}">${formatWords(words.supportEnds, names)}</span>${
    newest &&
    html` <a href="${newest.page.href}">${formatWords(words.newestRelease, { version: newest.label })}</a>`
  }</p>
`;
}
