import type { Alternate } from '../../src/navigation/index.ts';
import { type Html, html } from '../html.ts';
import type { PageView, ReleaseView } from '../view.ts';
import { formatWords } from '../words.ts';
import { spellDay } from './dates.ts';

/**
 * Says that the release is not out yet, is not the newest, or when its support ends, and leads to the newest one and to
 * what this one changed.
 */
export function renderReleaseNote(view: PageView): Html | undefined {
  const { release } = view;
  if (release === undefined) return undefined;
  const { newest, changesHref } = release;
  const { title } = view.page.version;
  return html`<aside class="release-note ${release.kind}" aria-label="${view.words.version}"><p>${renderSentence(release, view)}${
    newest && html` <a href="${newest.page.href}">${formatLink(newest, view)}</a>`
  }${
    changesHref !== undefined &&
    html`</p>
<p><a href="${changesHref}">${formatWords(view.words.changesOfRelease, { version: title })}</a>`
  }</p></aside>
`;
}

function renderSentence(release: ReleaseView, { words, page }: PageView): Html {
  const version = page.version.title;
  if (release.kind !== 'ending') {
    const sentence = release.kind === 'old' ? words.oldRelease : words.preview;
    return html`${formatWords(sentence, { version })}`;
  }
  return html`${formatWords(words.supportEnds, { version, date: spellDay(release.date, page.language) })}`;
}

/** Where the newest release lacks the page, the reader is told where they land. */
function formatLink({ label, page, isSameArticle }: Alternate, { words }: PageView): string {
  const names = { version: label, title: page.shortTitle };
  return formatWords(isSameArticle ? words.newestRelease : words.newestReleaseLacks, names);
}
